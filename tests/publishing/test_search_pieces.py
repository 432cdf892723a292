"""The search index in pieces: together they are what Sphinx wrote."""

import json
import re
from pathlib import Path

import pytest
from sphinx.search import js_index

from trueloss.publishing.search_pieces import PIECES, piece_of, take_apart

WORDS = {"loss": [0, 1], "lot": 1, "Überfit": 0, "x": 0, "1e": [0, 1], "__1__": 1}


@pytest.mark.parametrize(
    ("word", "piece"),
    [("loss", "lo"), ("Überfit", "_b"), ("x", "x"), ("1e", "1e"), ("__1__", "__")],
)
def test_a_piece_is_named_by_how_its_words_begin(word: str, piece: str) -> None:
    assert piece_of(word) == piece


def test_the_pieces_together_are_the_index(tmp_path: Path) -> None:
    index = tmp_path / "searchindex.js"
    index.write_text(js_index.dumps({"docnames": ["a", "b"], "terms": WORDS}), encoding="utf-8")
    take_apart(tmp_path)
    left = js_index.loads(index.read_text(encoding="utf-8"))
    assert left == {"docnames": ["a", "b"], "terms": {}, "pieces": ["1e", "__", "_b", "lo", "x"]}
    found: dict[str, object] = {}
    for path in (tmp_path / PIECES).iterdir():
        (content,) = re.findall(
            r"^TrueLossSearch\.take\((.*)\);\n$", path.read_text(encoding="utf-8")
        )
        words = json.loads(content)
        assert {piece_of(word) for word in words} == {path.stem}
        found |= words
    assert found == WORDS


def test_a_site_without_an_index_stays_as_it_is(tmp_path: Path) -> None:
    take_apart(tmp_path)
    assert [*tmp_path.iterdir()] == []
