"""The values of charts, as records keep them."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_notebook, new_output

from trueloss.kernels.cell_values import DATA_MIME, encoded
from trueloss.pages.tolerance import Tolerance
from trueloss.records.compare_texts import compare_texts
from trueloss.records.outputs import record_of
from trueloss.records.value_text import text_of_value


def test_every_number_stands_there_ten_on_a_line():
    value = {
        0.1: {"step": list(range(12)), "loss": [1 / (1 + step) for step in range(12)]},
        ("SGD", 3): {"loss": [1.0, math.inf, math.nan]},
    }
    assert text_of_value(encoded(value)) == (
        "0.1 / step 1..12: 0 1 .. 11\n"
        "0.1 / loss 1..10: 1.0 0.5 0.333333 0.25 0.2 0.166667 0.142857 0.125 0.111111 0.1\n"
        "0.1 / loss 11..12: 0.0909091 0.0833333\n"
        "SGD, 3 / loss 1..3: 1.0 inf nan"
    )


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (list(range(10)), "0 1 2 3 4 5 6 7 8 9"),
        ([5 * step for step in range(20)], "0 5 .. 95"),
        ([-0.6 + 0.08 * step for step in range(41)], "-0.6 -0.52 .. 2.6"),
        ([1.0] * 20, "1.0 1.0 .. 1.0"),
    ],
)
def test_even_steps_are_cut_where_they_take_more_than_a_line(column: list[float], text: str):
    assert text_of_value(encoded(column)) == f"value 1..{len(column)}: {text}"


@pytest.mark.parametrize(
    "column",
    [
        [*range(10), 11],
        [*range(0, 10**7, 10**6), 10**7 + 1],
        [*(0.1 * step for step in range(20)), 2.0001],
        [True] * 11,
        [0, *(float(step) for step in range(1, 11))],
        [math.inf] * 11,
        ["a"] * 11,
    ],
)
def test_all_else_is_written_out(column: list[Any]):
    assert " .. " not in text_of_value(encoded(column))


@pytest.mark.parametrize("asked", [Tolerance(), Tolerance(0.5, asked=True)])
@pytest.mark.parametrize(
    "column",
    [list(range(41)), [0.1 * step for step in range(41)], [0.1**step for step in range(9)]],
)
def test_one_number_more_is_a_change_whatever_the_tolerance(column: list[float], asked: Tolerance):
    more = [*column, 2 * column[-1] - column[-2]]
    old, new = text_of_value(encoded(column)), text_of_value(encoded(more))
    assert not compare_texts(old, new, asked).same


NUMBERS = st.one_of(
    st.lists(st.floats(allow_subnormal=False), min_size=1, max_size=40),
    st.builds(lambda count, step: [step * place for place in range(count)],
              st.integers(1, 40), st.floats(-10, 10, allow_subnormal=False)),
)  # fmt: skip


@settings(deadline=None, database=None)
@given(NUMBERS, st.data())
def test_a_change_of_any_number_shows(column: list[float], data: st.DataObject):
    place = data.draw(st.integers(0, len(column) - 1))
    changed = [*column]
    changed[place] = 1.0 if not math.isfinite(column[place]) else column[place] * 1.001 or 0.001
    old, new = text_of_value(encoded(column)), text_of_value(encoded(changed))
    assert not compare_texts(old, new, Tolerance()).same


def test_grids_stations_and_single_values():
    assert text_of_value(encoded([[1, 2], [3, 4]])) == "#1 1..2: 1 2\n#2 1..2: 3 4"
    assert text_of_value(encoded([{"layer": "in", "shape": (None, 2)}])) == (
        "#1 / layer: in\n#1 / shape 1..2: None 2"
    )
    assert text_of_value(encoded([])) == "value: empty"
    assert text_of_value(encoded({"runs": {}})) == "runs: empty"


def test_the_data_stand_for_the_text():
    value = {"loss": [0.1]}
    data = {"text/plain": repr(value), DATA_MIME: encoded(value)}
    output = new_output("execute_result", data=data, execution_count=1)
    cell = new_code_cell("", metadata={"label": "a"}, outputs=[output])
    (recorded,) = record_of("page", new_notebook(cells=[cell])).cells
    assert [(one.kind, one.text) for one in recorded.outputs] == [(DATA_MIME, "loss 1..1: 0.1")]
