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
def test_packed_numbers_need_no_escape(values):
    assert not set(packed(values)) & set("<>&\"'\\ ")


@pytest.mark.parametrize(
    ("values", "symbols"),
    [([0.0, 1e-5, -99999.9, math.nan], 4), ([1e-5, 1e6], 5), ([-math.inf, 0.0], 4), ([5e-324], 4)],
)
def test_numbers_of_about_one_size_take_four_symbols_each(values, symbols):
    assert len(packed(values)) == 2 + symbols * len(values)
