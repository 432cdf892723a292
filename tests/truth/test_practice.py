"""What the practice of a lesson has to have."""

from dataclasses import replace
from typing import Any

import pytest

from tests.truth.test_question_rules import CONCEPT
from trueloss.truth.practice import practice_diagnostics
from trueloss.truth.question_rules import Question

WHOLE = replace(CONCEPT, has_steps=True, has_quick_check=True, has_mistakes=True)


def practice(*levels: str) -> list[Question]:
    return [replace(WHOLE, level=level) for level in levels]


@pytest.mark.parametrize(
    ("questions", "rules"),
    [
        (practice("easy", "easy", "medium", "medium", "hard"), []),
        (practice("easy", "intermediate", "medium", "expert", "hard"), []),
        (practice("easy", "medium", "medium", "hard"), ["practice-size"]),
        (practice("easy", "easy", "medium", "medium", "medium"), ["practice-level"]),
        ([], ["practice-size"]),
    ],
)
def test_five_questions_on_every_level(questions: list[Question], rules: list[str]) -> None:
    diagnostics = list(practice_diagnostics(questions, line=3))
    assert [diagnostic.rule for diagnostic in diagnostics] == rules
    assert all(diagnostic.line == 3 for diagnostic in diagnostics)


@pytest.mark.parametrize("part", ["has_steps", "has_quick_check", "has_mistakes"])
def test_every_question_has_all_its_parts(part: str) -> None:
    questions = practice("easy", "easy", "medium", "medium", "hard")
    lacking: dict[str, Any] = {part: False}
    questions[2] = replace(questions[2], line=40, **lacking)
    (diagnostic,) = practice_diagnostics(questions, line=3)
    assert (diagnostic.rule, diagnostic.line) == ("practice-part", 40)


def test_a_missing_solution_is_said_elsewhere() -> None:
    questions = practice("easy", "easy", "medium", "medium", "hard")
    questions[0] = replace(questions[0], has_solution=False, has_steps=False, has_quick_check=False)
    assert list(practice_diagnostics(questions, line=3)) == []
