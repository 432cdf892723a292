"""Charts made of values: what they say, what they refuse, what they weigh."""

import math
import re
import xml.etree.ElementTree as ElementTree

import pytest
from nbformat.v4 import new_code_cell, new_output

from trueloss.kernels.cell_values import DATA_MIME, encoded
from trueloss.lessons.charts.chart_options import ChartError
from trueloss.lessons.charts.read_chart import read_chart

GRID = {"weight": [0, 1, 2], "bias": [0, 1], "loss": [[4, 1, 0], [9, 4, 1]]}
PATH = {"weight": [0, 1], "bias": [0, 0.5], "loss": [4, 2]}


def cell(value, **options):
    data = {"text/plain": repr(value), DATA_MIME: encoded(value)}
    output = new_output("execute_result", data=data, execution_count=1)
    return new_code_cell("", metadata={"title": "A title", **options}, outputs=[output])


def chart(value, **options):
    return read_chart(cell(value, **options))


CHARTS = {
    "trace": chart(
        {0.1: {"loss": [4, 1]}, 0.9: {"loss": [4, math.inf]}}, trace={"y": "loss", "by": "rate"}
    ),
    "sweep": chart(
        {("a", 1): {"loss": [4, 1]}, ("b", 1): {"loss": [4, 2]}},
        sweep={"y": "loss", "by": ["kind", "size"]},
    ),
    "surface": chart(
        {**GRID, "paths": {"SGD": PATH}}, landscape={"x": "weight", "y": "bias", "z": "loss"}
    ),
    "curve": chart(
        {"weight": [0, 1, 2], "loss": [4, 1, 0], "paths": {"SGD": {"weight": [0], "loss": [4]}}},
        landscape={"x": "weight", "y": "loss"},
    ),
    "spread": chart({"loss": [1, 2, 3, math.nan]}, spread={"value": "loss", "within": [2, 3]}),
    "dataway": chart(
        [{"layer": "in", "shape": [None, 2], "sample": [[1, -2]], "weights": 0}], dataway={}
    ),
}


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        (
            "trace",
            "2 runs, step 0 to 1. Rate 0.1: loss goes from 4 to 1. "
            "Rate 0.9: loss is 4 throughout, diverged at step 1 (infinity).",
        ),
        (
            "sweep",
            "2 runs, one for each kind (a, b) and size (1). "
            "Shown: a, size 1. Loss goes from 4 to 1.",
        ),
        (
            "surface",
            "Loss over weight and bias, from 0 to 9. "
            "SGD: from weight 0, bias 0, loss 4 to weight 1, bias 0.5, loss 2 in 1 step.",
        ),
        (
            "curve",
            "Loss over weight, from 0 to 4. SGD: from weight 0, loss 4 to weight 0, "
            "loss 4 in 0 steps.",
        ),
        (
            "spread",
            "Loss of 4 runs: from 1 to 3, median 2; 1 run without a number. "
            "2 of 4 runs lie between 2 and 3: 50.0%.",
        ),
        ("dataway", "1 station: in (any, 2)."),
    ],
)
def test_summary(name, summary):
    assert CHARTS[name].summary == summary


@pytest.mark.parametrize("name", CHARTS)
def test_html_is_well_formed_and_names_itself(name):
    html = CHARTS[name].html("chart-1").replace("&lsaquo;", "").replace("&rsaquo;", "")
    for bare in ("required", "hidden", "checked"):
        html = html.replace(f" {bare}", "")
    root = ElementTree.fromstring(re.sub(r"<input([^>]*)>", r"<input\1/>", html))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert "chart-1-title" in ids
    for element in root.iter():
        for reference in ("aria-labelledby", "aria-describedby", "for"):
            assert element.get(reference, "chart-1-title") in ids


@pytest.mark.parametrize("name", CHARTS)
def test_pictures_are_complete_files(name):
    root = ElementTree.fromstring(CHARTS[name].picture("chart-1"))
    assert root.findtext("{*}title") == "A title"


@pytest.mark.parametrize(
    ("value", "options", "message"),
    [
        ({"loss": [1]}, {"trace": {}}, "':trace:' lacks y"),
        ({"loss": [1]}, {"trace": "loss"}, ":trace: is 'loss'; write it as in :trace: {x: step"),
        ({"loss": [1]}, {"trace": {"y": "loss", "z": 1}}, ":trace: has no key 'z'; use one of y"),
        (
            {"loss": [1]},
            {"trace": {"y": "loss", "log": "los"}},
            "'los' is not an axis of this chart",
        ),
        (
            {"loss": [1]},
            {"trace": {"y": "loss", "range": {"loss": [1, 0]}}},
            "range of loss is [1, 0]; write the lower number first",
        ),
        ({"loss": [1]}, {"trace": {"y": []}}, "y is []; name at least one column"),
        (
            {place: {"loss": [1]} for place in range(7)},
            {"trace": {"y": "loss", "by": "rate"}},
            "the value has 7 runs, and a reader tells 6 lines apart; use :sweep:",
        ),
        (
            {place: {"a": [1], "b": [1]} for place in range(2)},
            {"trace": {"y": [["a", "b"]], "by": "rate"}},
            "2 runs with several columns in one plot cannot be told apart",
        ),
        (
            {"step": [0, 1], "loss": [1, 2]},
            {"trace": {"x": "step", "y": "loss", "log": "step"}},
            "the axis of 'step' is logarithmic and begins at 0 or below",
        ),
        (
            {"loss": [1]},
            {"trace": {"y": "loss"}, "spread": {}},
            "the options spread, trace; a cell",
        ),
        (
            {"loss": [1]},
            {"trace": {"y": {"a": 1}}},
            "write the name of a column, or a list of them",
        ),
        (
            {"loss": [1]},
            {"trace": {"y": "loss", "range": {"loss": 5}}},
            "range of loss is 5; write two numbers, as in [0, 10]",
        ),
        (
            {"loss": [1]},
            {"trace": {"y": "loss", "range": 5}},
            "range is 5; write it as in range: {loss: [0, 10]}",
        ),
        (
            {"epoch": [0, math.inf], "loss": [1, 2]},
            {"trace": {"x": "epoch", "y": "loss"}},
            "the column 'epoch' holds something that is not a number",
        ),
        (
            {"a": 1},
            {"trace": {"y": "loss", "by": ["rate", "size"]}},
            "the value has no column 'rate', and 'a' holds 1, no run",
        ),
        (
            {"rate": 0.1, "loss": [1]},
            {"trace": {"y": "loss", "by": "rate"}},
            "the column 'rate' is 0.1; write one value for each row",
        ),
        ({"loss": [1]}, {"sweep": {"y": "loss"}}, ":sweep: lacks by"),
        (
            {**GRID, "loss": [[1, 2, 3]]},
            {"landscape": {"x": "weight", "y": "bias", "z": "loss"}},
            "the grid 'loss' has 1 rows and 'bias' has 2 values",
        ),
        (
            {**GRID, "loss": [[1, 2, 3], [1]]},
            {"landscape": {"x": "weight", "y": "bias", "z": "loss"}},
            "the grid 'loss' has a hole: row 1 has 1 values, 'weight' has 3",
        ),
        (
            {**GRID, "weight": [0, 0, 1]},
            {"landscape": {"x": "weight", "y": "bias", "z": "loss"}},
            "the column 'weight' goes from 0 to 0; write its values in ascending order",
        ),
        (
            {**GRID, "paths": {"SGD": {"weight": [1], "bias": [1, 2]}}},
            {"landscape": {"x": "weight", "y": "bias", "z": "loss"}},
            "the path 'SGD': the column 'bias' has 2 values and 'weight' has 1",
        ),
        ([math.nan], {"spread": {"value": "loss"}}, "the column 'loss' holds no finite number"),
        (
            [0, 1],
            {"spread": {"value": "loss", "log": True}},
            "the axis of 'loss' is logarithmic and has no place for 0",
        ),
        ({"a": 1}, {"dataway": {}}, "the cell ends in no list of stations"),
        ([{"layer": "a"}], {"dataway": {}}, "station 0 has no key 'shape'; it has layer"),
        (
            [{"layer": "a", "shape": [1], "sample": ["x"]}],
            {"dataway": {}},
            "station 0 holds 'x' among 'sample'; write numbers alone",
        ),
        (
            [{"layer": "a", "shape": "big", "sample": 1}],
            {"dataway": {}},
            "station 0 has 'big' for 'shape'; write the shape as whole numbers",
        ),
    ],
)
def test_what_is_refused(value, options, message):
    with pytest.raises(ChartError) as raised:
        chart(value, **options)
    assert message.replace("':trace:'", ":trace:") in str(raised.value)


def test_constant_losses_and_single_points_can_be_drawn():
    flat = {"weight": [0, 1], "bias": [0, 1], "loss": [[2, 2], [2, 2]]}
    drawn = [
        chart(flat, landscape={"x": "weight", "y": "bias", "z": "loss"}),
        chart({"loss": [3]}, trace={"y": "loss"}),
        chart([3, 3, 3], spread={"value": "loss"}),
    ]
    for one in drawn:
        ElementTree.fromstring(one.picture("chart-1"))


def test_a_cell_that_ends_in_no_value_of_data() -> None:
    shown = cell({"loss": [1]}, trace={"y": "loss"})
    del shown.outputs[0].data[DATA_MIME]
    with pytest.raises(ChartError, match=r"ends in \"\{'loss': \[1\]\}\"; end it with a dict"):
        read_chart(shown)
    with pytest.raises(ChartError, match="ends in no value"):
        read_chart(new_code_cell("", metadata=shown.metadata))


def test_a_long_sample_is_cut() -> None:
    html = chart([{"layer": "in", "shape": [40], "sample": list(range(40))}], dataway={})
    assert re.search(r'<li class="tl-more">and \d+ more</li>', html.html("chart-1"))


def test_the_bins_of_a_logarithmic_axis_grow_by_a_ratio() -> None:
    drawn = chart([0.1, 1, 10, 100], spread={"value": "loss", "log": True})
    assert drawn.summary.startswith("Loss of 4 runs: from 0.1 to 100, median ")
    ElementTree.fromstring(drawn.picture("chart-1"))
