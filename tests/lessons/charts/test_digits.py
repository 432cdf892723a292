"""Numbers as charts show them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueloss.lessons.charts.digits import digits_of, packed, printed


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (36, "36"),
        (1.37249052, "1.37249"),
        (-2.5, "\N{MINUS SIGN}2.5"),
        (0.1, "0.1"),
        (0.000012345678, "0.0000123457"),
        (1e-7, "1e\N{MINUS SIGN}7"),
        (123456.7, "123457"),
        (999999.6, "1e6"),
        (12345678, "1.23457e7"),
        (5e-324, "4.94066e\N{MINUS SIGN}324"),
        (1.7976931348623157e308, "1.79769e308"),
        (math.nan, "not a number"),
        (math.inf, "infinity"),
        (-math.inf, "\N{MINUS SIGN}infinity"),
    ],
)
def test_printed(value, text):
    assert printed(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_is_printed_is_the_value_at_six_digits(value):
    text = printed(value).replace("\N{MINUS SIGN}", "-")
    assert float(text) == float(f"{value:.5e}")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_digits_make_the_value(value):
    mantissa, exponent = digits_of(value)
    assert float(f"{mantissa}e{exponent - 5}") == float(f"{value:.5e}")


@given(st.lists(st.floats()))
def test_five_symbols_for_each_number_none_of_which_needs_an_escape(values):
    text = packed(values)
    assert len(text) == 5 * len(values)
    assert not set(text) & set("<>&\"'\\ ")
