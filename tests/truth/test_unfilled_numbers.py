"""Which number a question mark in prose stands for, and what is said where that cannot be told."""

import pytest

from trueloss.pages.labelled_cells import Cell
from trueloss.pages.ran_numbers import read_ran
from trueloss.truth.unfilled_numbers import NoSuchNumberError, number_for

PRINTED = """\
constant: 0.69 away on average, 1.61 at worst
falling:  0.08 away on average, 0.19 at worst
step 1: loss 9
step 10: loss -1.50e-03
done
same 4
same 4
same 5
"""
CELLS = {
    "a": Cell("a", "", PRINTED, ran=True),
    "one": Cell("one", "", "in all 7 of 7\n", ran=True),
    "shares": Cell("shares", "", "right 85.4% of 20\nwrong 3, 20 %\n", ran=True),
    "words": Cell("words", "", "nothing\n", ran=True),
}


@pytest.mark.parametrize(
    ("role", "number"),
    [
        ("? <a: constant>", "0.69"),
        ("? <a: constant:>", "0.69"),
        ("? <a: falling: 0.08 away on average,>", "0.19"),
        ("? <a: step 1>", "9"),
        ("? <a: step 10: loss>", "-1.50e-03"),
        ("? <one>", "7"),
        ("? <one: in all>", "7"),
        ("? <shares: right>", "85.4%"),
        ("? <shares: wrong>", "3"),
    ],
)
def test_the_first_number_after_the_words(role: str, number: str) -> None:
    assert number_for(read_ran(role), CELLS) == number


@pytest.mark.parametrize(
    ("role", "message"),
    [
        ("? <b>", "the page has no cell 'b'; its labels are a, one, shares, words"),
        ("? <a>", "the cell 'a' printed several numbers (0.69, 1.61, 0.08, …); write the first "
         "words of the line, up to the number, as in {ran}`? <a: constant:>`"),
        ("? <a: same>", "the cell 'a' printed several numbers (4, 5) after 'same' at the start"),
        ("? <a: done>", "the cell 'a' printed no number after 'done' at the start of a line"),
        ("? <a: const>", "the cell 'a' printed no number after 'const' at the start of a line"),
        ("? <words>", "the cell 'words' printed no number; write the first words"),
    ],
)  # fmt: skip
def test_what_cannot_be_told(role: str, message: str) -> None:
    with pytest.raises(NoSuchNumberError) as refused:
        number_for(read_ran(role), CELLS)
    assert str(refused.value).startswith(message)
