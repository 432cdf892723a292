"""Old record against new: what counts as a change, and what does not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trueloss.pages.tolerance import Tolerance
from trueloss.records.compare import Change, Expectations, compare_records
from trueloss.records.compare_texts import compare_texts
from trueloss.records.outputs import CellRecord, Output, Record

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


def test_a_cell_asks_for_its_own_tolerance():
    page = Expectations({"a": 10}, {"a": Tolerance(0.1, asked=True)})
    assert not changes(record(a="1.0 100\n"), record(a="1.05 105\n"), page)
    assert changes(record(a="1.0\n"), record(a="1.2\n"), page)


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


LINES = st.lists(st.sampled_from(["", " ", "a", "1.5", "-1.5  2"]), max_size=5).map("\n".join)


@settings(deadline=None, database=None)
@given(LINES, LINES)
def test_what_differs_is_a_change(old: str, new: str):
    found = changes(record(a=old), record(a=new))
    assert bool(found) != compare_texts(old, new, Tolerance()).same
    assert all(change.old != change.new for change in found)


@settings(deadline=None, database=None)
@given(
    st.lists(st.sampled_from(["1.5", " ", "x", "\n", "nan", "-2", "a1"]), max_size=8).map("".join)
)
def test_a_record_equals_itself(text: str):
    assert not changes(record(a=text), record(a=text))
