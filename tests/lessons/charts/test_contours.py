"""The levels at which a loss gets lines, and the lines."""

import math
import re

from trueloss.lessons.charts.contours import contours, levels
from trueloss.lessons.charts.svg import Axis

AXES = (Axis(0, 2, 0, 100), Axis(0, 2, 100, 0))


def test_levels_are_round_and_enough() -> None:
    found = levels([[0.0, 3.0], [7.0, 10.0]], log=False)
    assert len(found) >= 7
    assert found == sorted(found)
    assert all(0 <= level <= 10 and round(level, 6) == level for level in found)


def test_levels_of_a_logarithmic_axis_are_above_zero() -> None:
    found = levels([[-1.0, 0.0], [0.01, 100.0]], log=True)
    assert {0.01, 0.03, 0.1, 1.0, 100.0} <= set(found)
    assert min(found) > 0


def test_a_loss_without_a_rise_has_one_level_or_none() -> None:
    assert levels([[2.0, 2.0], [math.nan, math.inf]], log=False) == [2.0]
    assert levels([[math.nan]], log=False) == []
    assert levels([[-1.0]], log=True) == []


def test_each_level_is_an_area_around_what_is_lower() -> None:
    bowl = [[2.0, 1.0, 2.0], [1.0, 0.0, 1.0], [2.0, 1.0, 2.0]]
    drawn = contours(bowl, [0, 1, 2], [0, 1, 2], AXES, [0.5, 1.5])
    outer, inner = re.findall(r'<path class="tl-contour" d="(.*?)"/>', drawn)
    for path, ends in ((outer, (0, 100)), (inner, (25, 75))):
        lefts = [int(place.split()[0]) for place in path.strip("MZ").split("L")]
        assert (min(lefts), max(lefts)) == ends


def test_a_hole_is_left_open() -> None:
    holed = [[0.0, 0.0, 0.0], [0.0, math.nan, 0.0], [0.0, 0.0, 0.0]]
    drawn = contours(holed, [0, 1, 2], [0, 1, 2], AXES, [1.0])
    assert "50 50" not in drawn
