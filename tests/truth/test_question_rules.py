"""The rules that hold whatever a program prints."""

from dataclasses import replace

import pytest

from trueloss.pages.option_lists import Option
from trueloss.truth.question_rules import Question, form_diagnostics

GOOD = Question(
    line=9,
    title="What is printed?",
    name="training-one-step",
    kind="predict-output",
    level="intermediate",
    options=(Option("4.0", right=False), Option("1.37", right=True)),
    has_hint=True,
    has_solution=True,
    time="2:00",
    cell="one-step",
)
CONCEPT = replace(
    GOOD,
    kind="conceptual",
    cell=None,
    options=(Option("the weights", right=True), Option("the data", right=False)),
    reference="https://keras.io/api/layers/",
)


def rules(question: Question) -> list[str]:
    return [diagnostic.rule for diagnostic in form_diagnostics(question)]


@pytest.mark.parametrize("question", [GOOD, CONCEPT], ids=["evidence", "reference"])
def test_a_good_question_has_no_fault(question: Question) -> None:
    assert rules(question) == []


def test_every_fault_stands_at_the_line_of_its_question() -> None:
    broken = replace(GOOD, kind="riddle", level=None, options=(), has_hint=False, name=None)
    assert {diagnostic.line for diagnostic in form_diagnostics(broken)} == {GOOD.line}


def test_all_faults_of_a_question_are_found_at_once() -> None:
    broken = replace(GOOD, kind="riddle", level=None, options=(), has_hint=False, name=None)
    assert rules(broken) == [
        "question-kind",
        "question-name",
        "question-level",
        "question-hint",
        "question-options",
    ]


@pytest.mark.parametrize("time", ["0:00", "2", "2:60", "2:0", "120", "-1:00", "a:00", ""])
def test_a_malformed_time_is_a_fault(time: str) -> None:
    assert rules(replace(GOOD, time=time)) == ["question-time"]


def test_what_a_key_is_about_is_one_start_or_not_said() -> None:
    assert rules(replace(GOOD, about="one start")) == []
    assert rules(replace(GOOD, about="this seed")) == ["question-about"]


@pytest.mark.parametrize(("time", "seconds"), [("2:00", 120), ("0:30", 30), ("10:05", 605)])
def test_a_time_is_minutes_and_seconds(time: str, seconds: int) -> None:
    assert replace(GOOD, time=time).seconds == seconds


@pytest.mark.parametrize("name", ["Training", "a b", "a--b", "-a", "a-", "ä", "a_b"])
def test_a_name_is_lower_case_words_with_hyphens(name: str) -> None:
    assert rules(replace(GOOD, name=name)) == ["question-name"]


@pytest.mark.parametrize("text", ["4.0", "about 30%", "Dense(1)", "-0.5", "1e-3", "axis=1"])
def test_a_number_among_the_options_needs_evidence(text: str) -> None:
    question = replace(CONCEPT, options=(*CONCEPT.options, Option(text, right=False)))
    assert rules(question) == ["question-number"]
    assert rules(replace(question, evidence="run")) == []


@pytest.mark.parametrize("text", ["conv1", "apply_gradients", "L2 loss"])
def test_a_word_with_a_digit_is_no_number(text: str) -> None:
    assert rules(replace(CONCEPT, options=(*CONCEPT.options, Option(text, right=False)))) == []


def test_a_question_that_nothing_settles_is_a_fault() -> None:
    assert rules(replace(CONCEPT, reference=None)) == ["question-unsettled"]


def test_the_program_decides_a_question_about_its_output() -> None:
    assert GOOD.settled_by_cell == "one-step"
    assert replace(GOOD, evidence="second").settled_by_cell == "second"
    assert replace(GOOD, kind="debug").settled_by_cell is None


@pytest.mark.parametrize(
    "edited",
    [
        replace(GOOD, title="What is printed last?"),
        replace(GOOD, kind="debug"),
        replace(GOOD, level="easy"),
        replace(GOOD, stem="The weight starts at 1."),
        replace(GOOD, shown="print(1.37)"),
        replace(GOOD, options=GOOD.options[::-1]),
        replace(GOOD, options=(Option("4.0", right=True), Option("1.37", right=False))),
    ],
)
def test_a_question_that_asks_something_else_has_another_digest(edited: Question) -> None:
    assert edited.key != GOOD.key


def test_a_digest_outlives_what_is_not_asked() -> None:
    assert replace(GOOD, line=99, time="3:00", has_hint=False).key == GOOD.key


def test_an_answer_is_kept_under_name_and_digest() -> None:
    assert GOOD.key == "training-one-step@5145e02a"
