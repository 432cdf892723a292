"""What a reader meets in the course itself.

What its author owes (five practice questions, five kinds of problems, cells that no one warns) are
rules of the build, and the build of the course, which asks for no warning, keeps them.
"""

import json
from functools import cache
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from trueloss.text.numerals import holds_number


@pytest.fixture(scope="module")
def questions(course: Path) -> list[tuple[dict[str, Any], Tag]]:
    """Every question of the course, with its element on its page."""
    listed: list[dict[str, Any]] = json.loads((course / "questions.json").read_text())
    # The table of a task says what each of its options does.
    found = [
        (question, element_of(course / "html", question))
        for question in listed
        if question["kind"] != "blank"
    ]
    assert found
    return found


@cache
def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def element_of(html: Path, question: dict[str, Any]) -> Tag:
    (element,) = page(html / f"{question['page']}.html").select(f"tl-question#{question['name']}")
    return element


def test_the_last_line_of_a_solution_is_the_right_option(
    questions: list[tuple[dict[str, Any], Tag]],
) -> None:
    for question, element in questions:
        options = element.select("li.tl-option")
        (right,) = (place for place, item in enumerate(options) if item.has_attr("data-right"))
        label = options[right].select_one("label, .tl-option-label")
        assert label
        (*_, last) = element.select(".tl-solution > .sd-summary-content > *")
        # A sentence has its apostrophes curled; the label of an option is left as it is written.
        said = last.get_text().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        assert said == f"Final answer: {ascii_uppercase[right]}. {label.get_text().strip()}", (
            question
        )


def test_every_option_is_explained(questions: list[tuple[dict[str, Any], Tag]]) -> None:
    for question, element in questions:
        items = element.select("li.tl-option > .tl-feedback")
        assert len(items) == question["options"] > 1, question
        for item in items:
            said = [text.get_text(strip=True) for text in item.select("p")]
            assert said, (question, item)
            assert all(said), (question, item)


def test_every_answer_and_number_says_what_other_seeds_gave(course: Path) -> None:
    silent = []
    for path in sorted((course / "html").rglob("*.html")):
        beside = [link.get_text() for link in page(path).select(".tl-we-ran-it")]
        silent += [(path, text) for text in beside if "We ran it." in text and "seeds" not in text]
        numbers = page(path).select("tl-ran:not([s])")
        silent += [(path, each.get_text()) for each in numbers if holds_number(each.get_text())]
    assert silent == []
