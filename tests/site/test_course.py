"""What a reader meets in the course itself.

What its author owes (five practice questions, five kinds of problems, cells that no one warns) are
rules of the build, and the build of the course, which asks for no warning, keeps them.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def questions(course: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((course / "questions.json").read_text())
    # The table of a task says what each of its options does.
    return [question for question in listed if question["kind"] != "blank"]


def html_of(course: Path, question: dict[str, Any]) -> str:
    """Return the HTML of a question."""
    page = (course / "html" / f"{question['page']}.html").read_text(encoding="utf-8")
    name = re.escape(question["name"])
    found = re.search(rf'<tl-question [^>]*id="{name}">(.*?)</tl-question>', page, re.DOTALL)
    assert found is not None, question
    return found[1]


def test_a_solution_ends_with_the_answer(course: Path, questions: list[dict[str, Any]]) -> None:
    for question in questions:
        assert "Final answer:" in html_of(course, question), question


def test_every_option_is_explained(course: Path, questions: list[dict[str, Any]]) -> None:
    for question in questions:
        explained = re.search(
            r'<ol class="upperalpha[^"]*tl-explained">\n(.*?)\n</ol>',
            html_of(course, question),
            re.DOTALL,
        )
        assert explained is not None, question
        items = re.findall(r"<li>(.*?)</li>", explained[1], re.DOTALL)
        assert len(items) == question["options"], question
        for item in items:
            # What follows the option: its copy is a paragraph of its own, or a listing.
            rest = re.sub(r'^<p class="tl-option-copy">.*?</p>', "", item, flags=re.DOTALL)
            assert re.search(r"<p>\s*\S", rest), (question, item)
