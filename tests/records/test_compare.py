"""Old record against new: what counts as a change, and what does not."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trueloss.records.compare import Change, Expectations, compare_records
from trueloss.records.outputs import CellRecord, Output, Record
from trueloss.records.tolerance import Tolerance, compare_texts, relative_difference, tolerance_of

PAGE = Expectations({"a": 10, "b": 20, "c": 30}, {})


def record(**cells: str | list[Output]) -> Record:
    return Record(
        "page",
        tuple(
            CellRecord(name, (Output("stdout", out),) if isinstance(out, str) else tuple(out))
            for name, out in cells.items()
        ),
    )


def changes(old: Record, new: Record, page: Expectations = PAGE) -> list[Change]:
    return list(compare_records(old, new, page))


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


def test_a_cell_asks_for_its_own_tolerance():
    page = Expectations({"a": 10}, {"a": Tolerance(0.1, asked=True)})
    assert not changes(record(a="1.0 100\n"), record(a="1.05 105\n"), page)
    assert changes(record(a="1.0\n"), record(a="1.2\n"), page)


@pytest.mark.parametrize(
    ("cell", "page", "expected"),
    [
        ({}, {}, Tolerance()),
        ({"tolerance": "1e-3"}, {"tolerance": 0.1}, Tolerance(1e-3, asked=True)),
        ({}, {"tolerance": 0.1}, Tolerance(0.1, asked=True)),
        ({"tolerance": 0}, {}, Tolerance(0.0, asked=True)),
    ],
)
def test_the_cell_has_its_say_before_the_page(cell, page, expected):
    assert tolerance_of(cell, page) == expected


@pytest.mark.parametrize("value", ["a bit", -1, 1, "nan", True, [1]])
def test_a_tolerance_that_is_none(value):
    with pytest.raises(ValueError, match=r"write a number from 0 to less than 1"):
        tolerance_of({"tolerance": value})


def test_one_entry_a_line_with_the_place_on_the_page():
    found = changes(record(a="x 1\n", b="1.5\n2.5\n3.5\n"), record(a="x 1\n", b="1.5\n2.6\n3.5\n"))
    (change,) = found
    assert change.relative == pytest.approx(0.04)
    assert replace(change, relative=None) == Change(
        "page", 20, "stdout of the cell b", "2.5", "2.6"
    )


def test_lines_that_came_and_went_are_found_among_the_others():
    found = changes(record(a="one\ntwo\nthree\n"), record(a="one\nthree\nfour\n"))
    assert [(change.old, change.new) for change in found] == [("two", "three"), ("three", "four")]
    found = changes(record(a="one\ntwo\nthree\n"), record(a="one\nthree\n"))
    assert [(change.old, change.new) for change in found] == [("two", "nothing")]


@pytest.mark.parametrize(
    ("old", "new", "entries"),
    [
        ("one\n\ntwo\n", "one\ntwo\n", [("a line break", "nothing")]),
        ("one\n", "one", [("a line break", "nothing")]),
        ("one", "one\n", [("nothing", "a line break")]),
        ("1.5\n\n2.5", "1.5\n3.5", [("\n2.5", "3.5")]),
    ],
)
def test_empty_lines_are_lines(old: str, new: str, entries: list[tuple[str, str]]):
    found = changes(record(a=old), record(a=new))
    assert [(change.old, change.new) for change in found] == entries


def test_a_cell_came():
    assert changes(record(a="1\n"), record(a="1\n", b="2\n")) == [
        Change("page", 20, "the cell b", "nothing", "2")
    ]


def test_a_cell_went():
    assert changes(record(a="1\n", b=[]), record(a="1\n")) == [
        Change("page", 10, "the cell b", "a cell without output", "nothing")
    ]


def test_cells_changed_places():
    found = changes(record(a="1\n", b="2\n"), record(b="2\n", a="1\n"))
    assert found == [Change("page", 20, "the order of the cells", "a, b", "b, a")]


FIGURE = Output("image/png", size=("640", "480"))
TEXT = Output("stdout", "1\n")


@pytest.mark.parametrize(
    ("old", "new", "entries"),
    [
        ([TEXT, FIGURE], [TEXT], [("image/png 640 x 480", "nothing")]),
        ([TEXT], [TEXT, FIGURE], [("nothing", "image/png 640 x 480")]),
        (
            [FIGURE],
            [Output("image/png", size=("640", "481"))],
            [("image/png 640 x 480", "image/png 640 x 481")],
        ),
        ([TEXT, FIGURE], [FIGURE, TEXT], [("stdout, image/png", "image/png, stdout")]),
        ([TEXT], [TEXT, Output("stderr", "UserWarning: no\n")], [("nothing", "UserWarning: no")]),
        ([TEXT], [], [("1", "nothing")]),
        (
            [Output("image/svg+xml", size=("460.8", "345.6"))],
            [Output("image/svg+xml", size=("460.80001", "345.6"))],
            [],
        ),
    ],
)
def test_outputs_of_a_cell(old: list[Output], new: list[Output], entries: list[tuple[str, str]]):
    found = changes(record(a=old), record(a=new))
    assert sorted((change.old, change.new) for change in found) == sorted(entries)
    assert {change.line for change in found} <= {10}


NUMBERS = st.floats(allow_subnormal=False)


@settings(deadline=None, database=None)
@given(st.text(), st.text())
def test_no_difference_means_the_same_in_both_directions(old: str, new: str):
    one, other = compare_texts(old, new, Tolerance()), compare_texts(new, old, Tolerance())
    assert one == other
    assert compare_texts(old, old, Tolerance()).same


LINES = st.lists(st.sampled_from(["", " ", "a", "1.5", "-1.5  2"]), max_size=5).map("\n".join)


@settings(deadline=None, database=None)
@given(LINES, LINES)
def test_what_differs_is_a_change(old: str, new: str):
    found = changes(record(a=old), record(a=new))
    assert bool(found) != compare_texts(old, new, Tolerance()).same
    assert all(change.old != change.new for change in found)


@settings(deadline=None, database=None)
@given(NUMBERS, NUMBERS)
def test_printed_numbers_are_the_same_where_their_values_are_near(old: float, new: float):
    expected = relative_difference(old, new) <= 1e-4
    assert compare_texts(f"[{old!r}]", f"[{new!r}]", Tolerance()).same == expected


@settings(deadline=None, database=None)
@given(
    st.lists(st.sampled_from(["1.5", " ", "x", "\n", "nan", "-2", "a1"]), max_size=8).map("".join)
)
def test_a_record_equals_itself(text: str):
    assert not changes(record(a=text), record(a=text))
