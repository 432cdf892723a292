"""An edit is timed in the real preview, in a copy of the repository."""

import pytest

from bench.checkout import make_checkout
from bench.corpus import Corpus
from bench.edit import EDIT, edited, measure_edits, spread
from bench.measure import CommandError

PAGE = "# {title}\n\nA first sentence.\nAnother one.\n\n```{{code-cell}}\nprint(1)\n```\n"
TOCTREE = "\n```{toctree}\nother\n```\n"


@pytest.fixture
def checkout(tmp_path):
    """A copy of two pages that are nobody's but the test's, with the settings of the site."""
    corpus = Corpus(tmp_path / "pages")
    corpus.docs.mkdir(parents=True)
    (corpus.root / "examples").mkdir()
    (corpus.docs / "index.md").write_text(PAGE.format(title="Home") + TOCTREE)
    (corpus.docs / "other.md").write_text(PAGE.format(title="Other"))
    return make_checkout(corpus, tmp_path / "checkout")


def test_an_edit_is_one_sentence_and_touches_no_cell():
    page = PAGE.format(title="Title")
    assert edited(page) == page.replace("first sentence.", "first sentence, edited.")
    with pytest.raises(ValueError, match="no line of the page is a sentence"):
        edited("# Title\n\n- one\n")


def test_the_edited_pages_lie_far_apart():
    assert spread(list("abcdefghij"), 5) == list("acegi")
    assert spread(list("abc"), 5) == list("abc")


def test_each_edit_shows_in_the_preview_of_the_copy(checkout):
    edits = measure_edits(checkout)
    assert list(edits.seconds) == ["index", "other"]
    assert 0 < edits.median_seconds <= edits.seconds[edits.slowest] < 60
    for page in edits.seconds:
        shown = checkout.root / "build" / "preview" / "html" / f"{page}.html"
        assert f"A first sentence{EDIT}" in shown.read_text()


def test_a_preview_that_ends_is_no_figure(checkout):
    (checkout.root / "conf" / "trueloss" / "commands" / "serve.py").write_text(
        "print('no preview today')\n"
    )
    with pytest.raises(CommandError, match="no preview today"):
        measure_edits(checkout)
