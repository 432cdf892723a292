"""The reference for authors, from the code."""

import pytest

from tests.conftest import Site
from trueloss.diagnostics.rule_table import rules
from trueloss.lessons.prose.reference import lists, option_helps
from trueloss.lessons.questions.question_directive import QuestionDirective
from trueloss.pages.cell_options import CELL_OPTIONS
from trueloss.pages.questions import QUESTION_OPTIONS
from trueloss.settings import Mode
from trueloss.truth.kinds import KINDS

MODES = [Mode("index", "Learn", "the idea")]


def test_every_option_of_a_question_says_what_it_is_for() -> None:
    helps = option_helps(QuestionDirective)
    assert tuple(helps) == tuple(QUESTION_OPTIONS)
    assert all(helps.values())


@pytest.mark.parametrize("name", sorted(lists(MODES).keys() - {"directives", "roles"}))
def test_lists_that_need_no_sphinx_hold_something(name: str) -> None:
    assert list(lists(MODES)[name])


def test_the_reference_names_everything(site: Site) -> None:
    listed = "\n".join(f"```{{reference}} {name}\n```\n" for name in lists(()))
    site.write(
        {
            "docs/index.md": "# Home\n\n```{toctree}\ncontributing/reference\n```\n",
            "docs/contributing/reference.md": f"# Reference\n\n{listed}",
        }
    )
    assert site.build().warnings == []
    html = (site.html / "contributing/reference.html").read_text(encoding="utf-8")
    for name in (
        *CELL_OPTIONS,
        *QUESTION_OPTIONS,
        *KINDS,
        "question",
        "solution",
        "mistakes",
        "ran",
        "literal",
    ):
        assert f'<code class="literal notranslate">{name}</code>' in html, name
    for code in rules():
        assert f'<section id="{code}">' in html, code


def test_a_list_that_is_none(site: Site) -> None:
    site.write({"docs/index.md": "# Reference\n\n```{reference} wishes\n```\n"})
    (warning,) = site.build().warnings
    assert warning.startswith("docs/index.md:3: ")
    assert "no list 'wishes'; use one of cell-options" in warning
