"""Numbers in prose and the cells that printed them."""

import pytest

from trueloss.pages.labelled_cells import Cell
from trueloss.truth.prose_numbers import nearest_printed, ran_problem, was_printed

CELLS = {
    "steps": Cell("steps", "", "loss 1.370 after 1,000 steps: -0.5, 1e-07, 37% [2. 4.]\n", ran=True)
}


@pytest.mark.parametrize("value", ["1.370", "1,000", "-0.5", "−0.5", "1e-07", "37%", "37", "4"])  # noqa: RUF001 (a reader's minus)
def test_a_printed_value_holds(value: str) -> None:
    assert ran_problem(value, "steps", CELLS) is None


@pytest.mark.parametrize("value", ["1.37", "1.371", "0.5", "1000", "7", "38%"])
def test_a_value_that_differs_in_a_digit_does_not(value: str) -> None:
    assert ran_problem(value, "steps", CELLS) is not None


def test_the_nearest_printed_value_is_named() -> None:
    assert ran_problem("1.3", "steps", CELLS) == (
        "the cell 'steps' did not print 1.3; the nearest it printed is 1.370"
    )


def test_a_word_has_to_stand_in_the_output() -> None:
    assert ran_problem("loss", "steps", CELLS) is None
    assert ran_problem("gain", "steps", CELLS) is not None


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("nan", "loss nan"),
        ("-inf", "[-inf 0.]"),
        ("12.5 %", "12.5%"),
        ("\N{MINUS SIGN}1.37", "\N{MINUS SIGN}1.37"),
        ("1.e-05", "[1.e-05 2.e-05]"),
        ("200.5", "1000,200.5"),
        ("5x", "5x faster"),
        ("2.21.0", "TensorFlow 2.21.0"),
        ("3 of 5", "3 of 5."),
        ("[-3.0, -4.0]", "w [-3.0, -4.0]"),
        ("1_000", "1_000"),
    ],
)
def test_what_a_cell_printed_in_other_forms(value: str, printed: str) -> None:
    assert was_printed(value, printed)


@pytest.mark.parametrize(
    ("value", "printed", "nearest"),
    [
        ("5x", "15x", "15x"),
        ("5x", "-5x", "-5x"),
        ("1", "1.5x", "1.5x"),
        ("1", "[1.e-05]", "1.e-05"),
        ("2.21", "2.21.0", "2.21.0"),
        ("2 s", "12 s", None),
        ("3 of 5", "13 of 5", None),
        ("elu", "relu", "relu"),
        ("1.37", "\N{MINUS SIGN}1.37", "-1.37"),
        ("nan", "1.5", None),
        (".5", "10.5", "10.5"),
    ],
)
def test_a_part_of_what_a_cell_printed_is_another_value(
    value: str, printed: str, nearest: str | None
) -> None:
    assert not was_printed(value, printed)
    assert nearest_printed(value, printed) == nearest


def test_an_unknown_label_is_a_problem() -> None:
    problem = ran_problem("1.370", "step", CELLS)
    assert problem is not None
    assert "use one of its labels: steps" in problem
