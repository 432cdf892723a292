"""Numbers in prose and the cells that printed them."""

import pytest

from trueloss.truth.cells import Cell
from trueloss.truth.numbers import ran_problem

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


def test_an_unknown_label_is_a_problem() -> None:
    problem = ran_problem("1.370", "step", CELLS)
    assert problem is not None
    assert "use one of its labels: steps" in problem
