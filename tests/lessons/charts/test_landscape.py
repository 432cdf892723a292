"""What a chart of a loss over weights draws."""

import math
import xml.etree.ElementTree as ElementTree

import pytest

from tests.lessons.charts.test_read_chart import GRID, chart
from trueloss.lessons.charts.chart_options import ChartError


def test_a_landscape_may_have_holes_where_the_loss_is_no_number():
    grid = {**GRID, "loss": [[4, math.nan, 0], [9, 4, math.inf]]}
    drawn = chart(grid, landscape={"x": "weight", "y": "bias", "z": "loss", "log": ["loss"]})
    assert drawn.summary == "Loss over weight and bias, from 0 to 9; no number at 2 points."
    ElementTree.fromstring(drawn.picture("chart-1"))


SURFACE = {"x": "weight", "y": "bias", "z": "loss"}


@pytest.mark.parametrize(
    ("value", "options", "message"),
    [
        ([1, 2], {}, "the cell ends in no dict; end it with the columns 'weight', 'bias'"),
        ({"weight": [0, 1]}, {}, "the value has no column 'bias'; use one of weight"),
        (GRID, {"log": "weight"}, "log is 'weight'; only the loss 'loss' may be logarithmic"),
        (
            {"weight": [0, 1, 2], "loss": [1]},
            {"y": "loss", "z": None},
            "the column 'loss' has 1 values and 'weight' has 3; compute the loss at every weight",
        ),
        ({**GRID, "loss": [1, 2]}, {}, "the column 'loss' is not a grid; write a list of numbers"),
        ({**GRID, "paths": [1]}, {}, "the paths are not a dict; write a dict of columns"),
        (
            {**GRID, "paths": {str(n): {"weight": [1], "bias": [1]} for n in range(7)}},
            {},
            "the value has 7 paths, and a reader tells 6 lines apart; record fewer",
        ),
        (
            {"weight": [0], "bias": [0, 1], "loss": [[1], [2]]},
            {},
            "the column 'weight' has one value; a landscape needs at least two",
        ),
    ],
)
def test_what_is_refused(value: object, options: dict[str, object], message: str) -> None:
    chosen = {name: given for name, given in {**SURFACE, **options}.items() if given}
    with pytest.raises(ChartError) as raised:
        chart(value, landscape=chosen)
    assert str(raised.value).startswith(message)


@pytest.mark.parametrize(
    ("weights", "remark"),
    [
        ([0, 1, 2], ""),
        ([0, 1, math.nan], ", diverged at step 2"),
        ([0, 9, 1], ", leaves the picture at step 1"),
    ],
)
def test_where_a_path_goes(weights: list[float], remark: str) -> None:
    path = {"weight": weights, "bias": [0, 0, 0], "loss": [3, 2, 1]}
    drawn = chart({**GRID, "paths": {"SGD": path}}, landscape=SURFACE)
    assert drawn.summary.endswith(f"in 2 steps{remark}.")
    assert remark.removeprefix(", ") in drawn.html("chart-1")
