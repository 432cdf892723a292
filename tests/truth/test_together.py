"""What questions have to be together."""

from dataclasses import replace
from typing import Any

import pytest

from tests.truth.test_question_rules import CONCEPT, GOOD
from trueloss.pages.option_lists import Feedback, Option
from trueloss.truth.question_rules import Question
from trueloss.truth.together import (
    CHALLENGE_KINDS,
    challenge_diagnostics,
    feedback_diagnostics,
    pool_diagnostics,
    practice_diagnostics,
    settled_diagnostics,
)


@pytest.mark.parametrize("missing", CHALLENGE_KINDS)
def test_every_kind_is_asked(missing: str) -> None:
    problems = [replace(GOOD, kind=kind) for kind in CHALLENGE_KINDS if kind != missing]
    (diagnostic,) = challenge_diagnostics(problems, line=3)
    assert f"no problem of kind {missing};" in diagnostic.message


def test_more_than_that_is_welcome() -> None:
    problems = [replace(GOOD, kind=kind) for kind in (*CHALLENGE_KINDS, "order", "debug")]
    assert list(challenge_diagnostics(problems, line=3)) == []


def pool(**sizes: int) -> list[Question]:
    return [replace(CONCEPT, level=level) for level, size in sizes.items() for _ in range(size)]


@pytest.mark.parametrize(
    ("questions", "rules"),
    [
        (pool(easy=5, medium=5, hard=5), []),
        (pool(easy=5, intermediate=5, advanced=2, expert=3), []),
        (pool(easy=4, medium=4, hard=4), ["test-pool"]),
        (pool(easy=12, medium=3, hard=4), ["test-tier"]),
        (pool(easy=14), ["test-pool", "test-tier", "test-tier"]),
    ],
)
def test_a_pool_is_large_and_has_enough_of_each_level(
    questions: list[Question], rules: list[str]
) -> None:
    diagnostics = list(pool_diagnostics(questions, line=3))
    assert [diagnostic.rule for diagnostic in diagnostics] == rules
    assert all(diagnostic.line == 3 for diagnostic in diagnostics)


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


def test_every_option_has_feedback() -> None:
    options = (
        Option("4.0", right=False, feedback=Feedback(4, "That is so.")),
        Option("1.37", right=True, feedback=Feedback(4, "That is so.")),
        Option("2.5", right=False),
    )
    (diagnostic,) = feedback_diagnostics([replace(GOOD, options=options)])
    assert (diagnostic.rule, diagnostic.line) == ("option-unexplained", GOOD.line)
    assert "the option '2.5'" in diagnostic.message
    assert list(feedback_diagnostics([replace(GOOD, options=options[:2])])) == []


def test_a_run_settles_three_quarters() -> None:
    pages = {"a/index": [GOOD, GOOD], "a/test": [GOOD, replace(CONCEPT, line=30)]}
    assert list(settled_diagnostics(pages, tasks=0)) == []
    pages["a/why"] = [CONCEPT]
    ((page, diagnostic),) = settled_diagnostics(pages, tasks=0)
    assert (page, diagnostic.line) == ("a/test", 30)
    assert "runs settle 3 of the 5 questions of this lesson" in diagnostic.message


def test_a_task_counts_as_settled() -> None:
    assert list(settled_diagnostics({"a/index": [CONCEPT]}, tasks=3)) == []
    assert len(list(settled_diagnostics({"a/index": [CONCEPT]}, tasks=2))) == 1
