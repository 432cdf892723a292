"""A question against the cell that decides it."""

from dataclasses import replace

import pytest

from tests.truth.test_question_rules import GOOD
from trueloss.pages.labelled_cells import Cell
from trueloss.truth.evidence import evidence_diagnostics

RUN = Cell("one-step", "print(loss)", "step 0\n 1.37 \n\n", ran=True)


def diagnostics(cell: Cell) -> list[str]:
    return [diagnostic.rule for diagnostic in evidence_diagnostics(GOOD, {cell.label: cell})]


def test_the_last_line_printed_is_the_marked_option() -> None:
    assert diagnostics(RUN) == []


def test_backticks_around_what_is_printed_count_as_none() -> None:
    assert diagnostics(replace(RUN, printed="`1.37`\n")) == []
    assert diagnostics(replace(RUN, printed="`4.0`\n")) == ["evidence-other"]


def test_another_value_is_a_fault_that_shows_both() -> None:
    cell = replace(RUN, printed="1.38\n")
    (diagnostic,) = evidence_diagnostics(GOOD, {cell.label: cell})
    assert diagnostic.rule == "evidence-differs"
    assert "'1.37'" in diagnostic.message
    assert "'1.38'" in diagnostic.message


def test_the_value_of_an_unmarked_option_is_a_fault() -> None:
    assert diagnostics(replace(RUN, printed="4.0\n")) == ["evidence-other"]


def test_a_cell_that_printed_nothing_decides_nothing() -> None:
    assert diagnostics(replace(RUN, printed="\n")) == ["evidence-silent"]


def test_a_cell_that_did_not_run_says_nothing_about_the_answer() -> None:
    assert diagnostics(replace(RUN, printed="", ran=False)) == []


def test_a_label_that_no_cell_has_is_a_fault() -> None:
    (diagnostic,) = evidence_diagnostics(GOOD, {"two-steps": replace(RUN, label="two-steps")})
    assert diagnostic.rule == "evidence-label"
    assert "two-steps" in diagnostic.message


@pytest.mark.parametrize(
    "source",
    [
        "print('1.37')",
        "print('`1.37`' if weights_changed else 'neither')",
        "print(1.37)",
        "loss = 1.37\nprint(loss)",
        "answers = ['4.0', '1.37']\nprint(answers[1])",
        "loss = 1.37\ntext = f'{loss}'\nprint(str(text))",
        "print('1.37' if weights_changed else 'neither')",
        "print(1.37 if weights_changed else 2.0)",
        "{'right': 1.37}['right']",
    ],
)
def test_a_verdict_that_is_only_said_is_theatre(source: str) -> None:
    assert diagnostics(replace(RUN, source=source)) == ["evidence-theatre"]


@pytest.mark.parametrize(
    "source",
    [
        "print(loss)",
        "print(round(float(loss), 2))",
        "w = 1.37\nw -= 0.1 * 0\nprint(w)",
        "for w in [1.37]:\n    pass\nprint(w)",
        "target = 1.37\nprint(target - 0)",
        "errors = {'4.0': a, '1.37': b}\nprint(min(errors, key=errors.get))",
        '"""It prints 1.37."""\nprint(loss)',
        "%matplotlib inline\nprint(loss)",
        "not python at all",
    ],
)
def test_a_verdict_that_a_program_arrives_at_is_none(source: str) -> None:
    assert diagnostics(replace(RUN, source=source)) == []
