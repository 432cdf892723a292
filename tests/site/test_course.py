"""What holds of the course itself."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

PRACTICE_LEVELS = {"easy", "medium", "hard"}
CHALLENGE_KINDS = {"conceptual", "predict-output", "model-choice", "metrics", "debug"}


@pytest.fixture(scope="module")
def questions(course: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads((course / "questions.json").read_text())
    return listed


def sources(html: str) -> dict[str, str]:
    """Return the HTML of each question, by its name."""
    found = re.findall(r'<tl-question [^>]*id="([^"]+)">(.*?)</tl-question>', html, re.DOTALL)
    return dict(found)


def test_every_lesson_practises_on_its_first_page(questions: list[dict[str, Any]]) -> None:
    for index in (ROOT / "docs" / "lessons").glob("*/index.md"):
        page = f"lessons/{index.parent.name}/index"
        levels = [question["level"] for question in questions if question["page"] == page]
        assert len(levels) >= 5, page
        assert set(levels) == PRACTICE_LEVELS, page


def test_every_practice_question_has_all_its_parts(
    course: Path, questions: list[dict[str, Any]]
) -> None:
    for question in questions:
        if not question["page"].endswith("/index"):
            continue
        html = (course / "html" / f"{question['page']}.html").read_text(encoding="utf-8")
        source = sources(html)[question["name"]]
        assert "tl-hint" in source, question
        assert re.search(r'tl-solution.*<ol class="arabic', source, re.DOTALL), question
        assert "Final answer:" in source, question
        assert "Quick check." in source, question
        assert "tl-mistakes" in source, question


def test_every_challenge_asks_all_five_kinds(questions: list[dict[str, Any]]) -> None:
    for challenge in (ROOT / "docs" / "lessons").glob("*/challenge.md"):
        page = f"lessons/{challenge.parent.name}/challenge"
        kinds = {question["kind"] for question in questions if question["page"] == page}
        assert kinds == CHALLENGE_KINDS, page


def test_three_quarters_of_the_questions_are_settled_by_a_run(
    questions: list[dict[str, Any]],
) -> None:
    by_evidence = [question for question in questions if question["settled_by"] == "evidence"]
    assert len(by_evidence) >= 0.75 * len(questions)


def test_every_option_is_explained(course: Path, questions: list[dict[str, Any]]) -> None:
    for question in questions:
        if question["kind"] == "blank":
            continue  # its table says what each option does
        html = (course / "html" / f"{question['page']}.html").read_text(encoding="utf-8")
        explained = re.search(
            r'<ol class="upperalpha[^"]*tl-explained">(.*?)\n</ol>',
            sources(html)[question["name"]],
            re.DOTALL,
        )
        assert explained is not None, question
        items = explained[1].split('class="tl-option-copy"')[1:]
        assert len(items) == question["options"], question
        assert all(item.count("<p") >= 1 for item in items), question


def test_no_cell_of_the_course_warned(course: Path) -> None:
    for page in (course / "html").rglob("*.html"):
        assert "output stderr" not in page.read_text(encoding="utf-8"), page
