"""Numbers in prose: what counts as one, and what stands for it."""

import pytest

from trueloss.pages.labelled_cells import Cell
from trueloss.truth.prose_numbers import (
    Prose,
    constants,
    loose_numbers,
    nearest_printed,
    ran_problem,
    was_printed,
)

CODE = [
    '"""Train at 0.7."""\nRATE = 0.1\nSTART = -0.5\nSTEPS = 30\nSMALL = 1e-3\nBIG = 10_000.5\n',
    "%matplotlib inline\nx = [0.25, 7]\nprint(f'{x[0] * 0.03:.4f}')\n",
    "this is no Python 0.9",
]


def loose(text: str) -> list[str]:
    return [
        diagnostic.message.removeprefix("the number ").partition(" is tied")[0]
        for diagnostic in loose_numbers([Prose(1, text)], CODE)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rate is 0.1, or 0.10, or 1e-1, and not 10 steps.",
        "It starts at -0.5, or \N{MINUS SIGN}0.5.",
        "Ten times 0.001, from 0.1-0.25, or 0.1/0.25.",
        "30 % of the steps, 30% of them, 10%, 25 percent, 25 per cent, 3%.",
        "It is 10,000.5.",
        "Whole numbers: 3 of 60,000, 2024-11-21, step 5.",
        "Versions and names: 2.21.0, v1.5, conv1.5, x.9, 3.",
    ],
)
def test_nothing_to_say(text: str):
    assert loose(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The loss is 1.37.", ["1.37"]),
        ("(1.37), =1.38, \N{ALMOST EQUAL TO}1.39; 1.4x", ["1.37", "1.38", "1.39", "1.4"]),
        ("It starts at 0.6, not at -0.1.", ["0.6", "-0.1"]),
        ("A docstring says 0.7, a broken cell 0.9.", ["0.7", "0.9"]),
        ("97.5% of 12 % and 31 percent", ["97.5%", "12 %", "31 percent"]),
        ("about 2e-5 or 3.5E4", ["2e-5", "3.5E4"]),
        (".75", [".75"]),
    ],
)
def test_loose(text: str, numbers: list[str]):
    assert loose(text) == numbers


def test_the_line_and_what_to_write_instead():
    (diagnostic,) = loose_numbers([Prose(7, "One sentence.\nThe loss falls to 1.37.")], CODE)
    assert diagnostic.line == 8
    assert diagnostic.message == (
        "the number 1.37 is tied to nothing and is no constant of this page's code; write "
        "{ran}`1.37 <label>` with the cell that printed it, or {literal}`1.37` where no run is "
        "meant"
    )


def test_constants():
    assert set(constants(CODE[0])) == {0.1, 0.5, -0.5, 30.0, 1e-3, 10000.5}
    assert set(constants("x = True; y = 2j; z = '3'")) == set()
    assert set(constants(f"x = 1{400 * '0'}; y = 0.1")) == {0.1}


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
        "the cell 'steps' did not print 1.3; it printed 1.370 on the line "
        "'loss 1.370 after 1,000 steps: -0.5, 1e-07, 37% [2. 4.]'"
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
    assert "write steps" in problem
