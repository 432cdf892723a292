"""The marks of a question against what its options did."""

from dataclasses import replace
from pathlib import Path

from trueloss.mutation.mutants import wrongly_marked
from trueloss.pages.blanks import Blank, Choice, Gap
from trueloss.pages.option_lists import Option
from trueloss.pages.tries import Outcome, Tried
from trueloss.truth.question_on_page import choice_diagnostics
from trueloss.truth.question_rules import Question, form_diagnostics

CHOICES = (Choice("+", right=True, line=10), Choice("-", right=False, line=11))
BLANK = Blank("add", 3, Path("add.py"), "c = 3 __1__ 4", "c == 7", (Gap("__1__", CHOICES),))
PASS, FAIL = Outcome("7", passed=True), Outcome("-1")
QUESTION = Question(
    line=3,
    title="Which makes it seven?",
    name="add",
    kind="conceptual",
    level="easy",
    options=(Option("+", right=True), Option("-", right=False)),
    has_hint=True,
    has_solution=True,
    program="add.py",
    check="c == 7",
    shown=BLANK.program,
    blank=BLANK,
    tried=Tried((PASS, FAIL), (0, 1)),
)


def rules(question: Question) -> list[str]:
    return [diagnostic.rule for diagnostic in choice_diagnostics(question)]


def test_its_runs_settle_it() -> None:
    assert list(form_diagnostics(QUESTION)) == []
    assert QUESTION.settled_by_run
    assert rules(QUESTION) == []


def test_numbers_among_the_options_are_settled_too() -> None:
    numbers = (Option("4", right=True), Option("5", right=False))
    assert list(form_diagnostics(replace(QUESTION, options=numbers))) == []


def test_a_mark_on_what_does_not_pass_is_a_fault() -> None:
    (wrong,) = wrongly_marked(QUESTION)
    assert rules(wrong) == ["blank-mark", "blank-mark"]


def test_another_that_passes_is_a_fault() -> None:
    assert rules(replace(QUESTION, tried=Tried((PASS,), (0, 0)))) == ["blank-mark"]


def test_what_did_not_run_says_nothing() -> None:
    assert rules(replace(QUESTION, tried=None)) == []


def test_another_check_asks_something_else() -> None:
    assert replace(QUESTION, check="c > 0").key != QUESTION.key
    assert replace(QUESTION, tried=None).key == QUESTION.key
