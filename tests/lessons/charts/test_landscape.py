"""What a chart of a loss over weights draws."""

import math
import xml.etree.ElementTree as ElementTree

from tests.lessons.charts.test_read_chart import GRID, chart


def test_a_landscape_may_have_holes_where_the_loss_is_no_number():
    grid = {**GRID, "loss": [[4, math.nan, 0], [9, 4, math.inf]]}
    drawn = chart(grid, landscape={"x": "weight", "y": "bias", "z": "loss", "log": ["loss"]})
    assert drawn.summary == "Loss over weight and bias, from 0 to 9; no number at 2 points."
    ElementTree.fromstring(drawn.picture("chart-1"))
