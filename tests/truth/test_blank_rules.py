"""The marks of a task against what its programs did."""

from dataclasses import replace
from pathlib import Path

import pytest

from trueloss.pages.blanks import Blank, Choice, Gap
from trueloss.pages.tries import Outcome, Tried
from trueloss.truth.blank_rules import Task, form_diagnostics, verdict_diagnostics

BLANK = Blank(
    name="try-add",
    line=3,
    path=Path("add.py"),
    program="c = __1__ __2__ 4",
    check="c == 7",
    gaps=(
        Gap("__1__", (Choice("3", right=True, line=10), Choice("11", right=False, line=11))),
        Gap("__2__", (Choice("+", right=True, line=14), Choice("-", right=False, line=15))),
    ),
)
TASK = Task(
    line=3, title="Add", name="try-add", level="easy", has_hint=True, has_solution=True, blank=BLANK
)
PASS, FAIL, HANG = Outcome("7", passed=True), Outcome("-1"), Outcome(hung=True)
ERROR = Outcome(error="NameError: name 'x' is not defined", line=1)


def diagnostics(*did: Outcome | None, blank: Blank = BLANK) -> list[tuple[int, str]]:
    """Return the diagnostics of a task whose combinations did this; ``None`` was not run."""
    outcomes = tuple({each: None for each in did if each is not None})
    ran = tuple(-1 if each is None else outcomes.index(each) for each in did)
    found = verdict_diagnostics(blank, Tried(outcomes, ran), 10)
    return [(diagnostic.line, diagnostic.message) for diagnostic in found]


def test_exactly_the_marked_combination_passes() -> None:
    assert diagnostics(PASS, FAIL, ERROR, FAIL) == []


def test_none_passes() -> None:
    ((line, message),) = diagnostics(ERROR, FAIL, FAIL, FAIL)
    assert line == 3
    assert message == (
        "no combination passes the check c == 7; the one marked right, __1__ = `3`, __2__ = `+`, "
        "ends on line 1 with NameError: name 'x' is not defined"
    )


def test_one_passes_that_is_not_marked() -> None:
    ((line, message),) = diagnostics(PASS, FAIL, FAIL, PASS)
    assert line == 11
    assert message == (
        "`11` is not marked, and __1__ = `11`, __2__ = `-` passes the check c == 7; "
        "mark it [x], or make the check or the program stricter"
    )


def test_each_option_is_named_once() -> None:
    assert [line for line, _ in diagnostics(PASS, PASS, PASS, PASS)] == [15, 11]


def test_a_marked_one_does_not_pass() -> None:
    both = Gap("__2__", (Choice("+", right=True, line=14), Choice("-", right=True, line=15)))
    ((line, message),) = diagnostics(
        PASS, FAIL, FAIL, FAIL, blank=replace(BLANK, gaps=(BLANK.gaps[0], both))
    )
    assert line == 3
    assert message == (
        "__1__ = `3`, __2__ = `-` is marked right and does not pass the check c == 7: "
        "it prints '-1' last"
    )


def test_an_option_hangs() -> None:
    ((line, message),) = diagnostics(PASS, FAIL, HANG, None)
    assert line == 11
    assert message.startswith("with `11` for __1__ the program does not end within 10 s; ")
    assert diagnostics(PASS, FAIL, HANG, HANG) == diagnostics(PASS, FAIL, HANG, None)


def test_only_a_combination_hangs() -> None:
    ((line, message),) = diagnostics(PASS, FAIL, FAIL, HANG)
    assert line == 3
    assert message.startswith("__1__ = `11`, __2__ = `-` does not end within 10 s; ")


def test_the_right_one_hangs() -> None:
    ((line, message),) = diagnostics(HANG, None, None, None)
    assert line == 3
    assert message.startswith("__1__ = `3`, __2__ = `+` does not end")


def test_the_right_one_prints_nothing() -> None:
    ((line, message),) = diagnostics(Outcome(passed=True), FAIL, FAIL, FAIL)
    assert line == 3
    assert message.startswith("the program prints nothing once it is filled in correctly")


def test_a_good_task_has_no_fault() -> None:
    assert list(form_diagnostics(TASK)) == []
    assert (TASK.answer, TASK.options) == ("3, +", 4)


def test_all_faults_of_its_form_are_found_at_once() -> None:
    broken = Task(line=3, title="Add", name="A b", level="simple", blank=BLANK)
    found = list(form_diagnostics(broken))
    assert {diagnostic.line for diagnostic in found} == {3}
    assert [diagnostic.rule for diagnostic in found] == [
        "blank-name",
        "blank-level",
        "blank-hint",
        "blank-solution",
    ]


@pytest.mark.parametrize(
    "other",
    [
        replace(TASK, title="Subtract"),
        replace(TASK, blank=replace(BLANK, check="c > 6")),
        replace(TASK, blank=replace(BLANK, program="c = __1__ __2__ 5")),
        replace(TASK, blank=replace(BLANK, gaps=BLANK.gaps[::-1])),
    ],
)
def test_another_task_has_another_key(other: Task) -> None:
    assert TASK.key.startswith("try-add@")
    assert other.key != TASK.key
    assert replace(TASK, has_hint=False).key == TASK.key
