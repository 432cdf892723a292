"""What a number is, in each of the ways in which a text is read for numbers."""

import math
import re

import pytest

from trueloss.text.numerals import CLAIMED, COMPARED, PRINTED, holds_number, value_of


def found(grammar: re.Pattern[str], text: str) -> list[str]:
    return [match[0] for match in grammar.finditer(text)]


@pytest.mark.parametrize(
    ("text", "printed", "compared", "claimed"),
    [
        ("4", ["4"], ["4"], []),
        ("1.5", ["1.5"], ["1.5"], ["1.5"]),
        ("1.5x", [], ["1.5"], ["1.5"]),
        ("5x", [], ["5"], []),
        (".5", [".5"], [".5"], [".5"]),
        ("5.", ["5"], ["5."], []),
        ("1e-3", ["1e-3"], ["1e-3"], ["1e-3"]),
        ("[1.e-05 2.]", ["1.e-05", "2"], ["1.e-05", "2."], []),
        ("1,000.5", ["1,000.5"], ["1,000.5"], ["1,000.5"]),
        ("60,000", ["60,000"], ["60,000"], []),
        ("1000,200.5", ["1000", "200.5"], ["1000", "200.5"], ["1000,200.5"]),
        ("5,123.4,0.98", ["5", "123.4", "0.98"], ["5", "123.4", "0.98"], ["5,123.4", "0.98"]),
        ("-0.5", ["-0.5"], ["-0.5"], ["-0.5"]),
        ("\N{MINUS SIGN}0.5", ["\N{MINUS SIGN}0.5"], ["\N{MINUS SIGN}0.5"], ["\N{MINUS SIGN}0.5"]),
        ("+0.5", ["0.5"], ["+0.5"], ["0.5"]),
        ("30%", ["30"], ["30"], ["30%"]),
        ("25 per cent", ["25"], ["25"], ["25 per cent"]),
        ("nan, -inf", [], ["nan", "-inf"], []),
        ("2.21.0", [], [], []),
        ("127.0.0.1", [], [], []),
        ("conv1 v1.5 x.9", [], [], []),
        ("Dense(1)", ["1"], ["1"], []),
        ("1.37.", ["1.37"], ["1.37"], ["1.37"]),
    ],
)
def test_each_reading(
    text: str, printed: list[str], compared: list[str], claimed: list[str]
) -> None:
    assert found(PRINTED, text) == printed
    assert found(COMPARED, text) == compared
    assert found(CLAIMED, text) == claimed


@pytest.mark.parametrize("text", ["4.0", "about 30%", "Dense(1)", ".5", "1.5x", "axis=1", "5."])
def test_a_text_that_says_a_number(text: str) -> None:
    assert holds_number(text)


@pytest.mark.parametrize("text", ["conv1", "apply_gradients", "L2 loss", "2D", "2.21.0", ""])
def test_a_text_that_says_none(text: str) -> None:
    assert not holds_number(text)


def test_values() -> None:
    assert value_of("1,000.5") == 1000.5
    assert value_of("\N{MINUS SIGN}1e-3") == -0.001
    assert math.isnan(value_of("nan"))
    with pytest.raises(ValueError, match="could not convert"):
        value_of("1.5x")
