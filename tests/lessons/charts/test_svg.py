"""Axes and lines."""

import math
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueloss.lessons.charts import svg

ACROSS = (0.0, 100.0)


@pytest.mark.parametrize(
    ("values", "log", "ticks"),
    [
        ([0, 10], False, [0, 2, 4, 6, 8, 10]),
        ([0.13, 0.97], False, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        ([-3, 3], False, [-4, -2, 0, 2, 4]),
        ([5, 5], False, [0, 2, 4, 6, 8, 10]),
        ([0.01, 100], True, [0.01, 0.1, 1, 10, 100]),
        ([1, 4], True, [1, 2]),
        ([math.nan, 0, 10, math.inf], False, [0, 2, 4, 6, 8, 10]),
    ],
)
def test_ticks(values, log, ticks):
    assert svg.axis(values, ACROSS, log=log).ticks() == ticks


def test_many_decades_have_few_ticks():
    assert len(svg.axis([1e-30, 1e30], ACROSS, log=True).ticks()) <= 6


@given(st.lists(st.floats(), min_size=1), st.booleans())
def test_every_value_has_an_axis_and_every_finite_one_a_place_in_it(values, log):
    axis = svg.axis(values, ACROSS, log=log)
    assert axis.low < axis.high
    assert len(axis.ticks()) >= 2
    for value in values:
        place = axis.place(value)
        if math.isfinite(value) and abs(value) < 1e290 and not (log and value <= 1e-290):
            assert place is not None
            assert -1e-3 <= place <= 100 + 1e-3


def test_a_line_has_gaps_and_dots():
    axis = svg.Axis(0, 10, 0, 100)
    ys = [0, 10, math.nan, 5, math.inf, 2, 1]
    assert svg.line(range(7), ys, axis, axis) == (
        "M0.0 0.0h0L10.0 100.0M30.0 50.0h0M50.0 20.0h0L60.0 10.0"
    )


def test_what_is_far_outside_stays_drawable():
    axis = svg.Axis(0, 1, 0, 100)
    assert svg.line([0, 1], [0, 1e300], axis, axis) == "M0.0 0.0h0L100.0 2000.0"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5, "0.5"),
        (1000, "1000"),
        (100000, "1e5"),
        (0.0001, "1e\N{MINUS SIGN}4"),
        (-0.00025, "\N{MINUS SIGN}2.5e\N{MINUS SIGN}4"),
    ],
)
def test_tick_text(value, text):
    assert svg.tick_text(value) == text


def test_a_picture_stands_alone():
    root = ElementTree.fromstring(svg.alone("a < b", 100, "<path d=''/>", ["one & two"]))
    assert root.findtext("{*}title") == "a < b"
    assert "var(" not in ElementTree.tostring(root, encoding="unicode")
