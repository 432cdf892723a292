"""Which texts are the same within a tolerance, and whose tolerance holds."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trueloss.pages.tolerance import Tolerance
from trueloss.records.compare_texts import compare_texts, relative_difference


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1.37", "1.37"),
        ("1.37000", "1.37013"),
        ("loss 0.1000001, 3 steps", "loss 0.1, 3 steps"),
        ("[1.5 nan inf -inf]", "[1.5 nan inf -inf]"),
        ("NaN", "NaN"),
        ("1e-05", "1.00001e-5"),
        ("1,234.56", "1,234.57"),
        ("-1,234,567.8, 2", "-1,234,567.9, 2"),
        ("   9.99999 |", "  10.00001 |"),  # a longer number takes from its padding
        ("10.00001  end", "9.99999   end"),
        ("-0.0", "0.0"),
        ("12.5%", "12.5001%"),
    ],
)
def test_the_same(old: str, new: str):
    assert compare_texts(old, new, Tolerance()).same


@pytest.mark.parametrize(
    ("old", "new", "relative"),
    [
        ("1.370", "1.371", 0.001 / 1.370),
        ("9.999", "9.998", 0.001 / 9.998),
        ("0.9999", "1.0000", 0.0001 / 0.9999),  # the fourth digit always counts
        ("1.0", "-1.0", 2.0),
        ("0.0", "1e-30", math.inf),
        ("1.5", "nan", math.inf),
        ("1.5", "inf", math.inf),
        ("inf", "-inf", math.inf),
        ("60001 weights", "60002 weights", 1 / 60001),  # a count is exact
        ("9007199254740992", "9007199254740993", 0.0),  # to a float these are one number
        ("1.5 2.5", "1.5", None),
        ("1.5", "1.5 2.5", None),
        ("loss 1.5", "Loss 1.5", None),
        ("1.5 ", "1.5", None),
        ("float32", "float64", None),
        ("TensorFlow 2.21.0", "TensorFlow 2.21.1", None),
        ("192.168.0.1", "192.169.0.1", None),
        ("2026.11.25", "2026.12.25", None),
        ("step,loss 1000,200.5", "step,loss 1000,200.9", 0.4 / 200.5),
        ("5,123.4,0.98", "5,123.9,0.98", 0.5 / 123.4),
        ("1.5  2.5", "1.5 2.5", None),
        ("1.5", "", None),
    ],
)
def test_a_change(old: str, new: str, relative: float | None):
    found = compare_texts(old, new, Tolerance())
    assert not found.same
    assert found.relative == (None if relative is None else pytest.approx(relative))


NUMBERS = st.floats(allow_subnormal=False)


@settings(deadline=None, database=None)
@given(st.text(), st.text())
def test_no_difference_means_the_same_in_both_directions(old: str, new: str):
    one, other = compare_texts(old, new, Tolerance()), compare_texts(new, old, Tolerance())
    assert one == other
    assert compare_texts(old, old, Tolerance()).same


@settings(deadline=None, database=None)
@given(NUMBERS, NUMBERS)
def test_printed_numbers_are_the_same_where_their_values_are_near(old: float, new: float):
    expected = relative_difference(old, new) <= 1e-4
    assert compare_texts(f"[{old!r}]", f"[{new!r}]", Tolerance()).same == expected
