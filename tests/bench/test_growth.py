"""What one more page costs, on given numbers."""

import pytest

from bench.growth import cpu_seconds_of_one_more_page, slope, steps
from bench.measure import Measured
from bench.result import Result


def took(seconds, cpu=0.0):
    return Measured(seconds, 2 * seconds, cpu)


#: Of the own pages nothing counts; the largest has no plain way.
RESULTS = [
    Result("own pages", 24, {"ours-1": took(999, cpu=999), "floor-1": took(1, cpu=1)}),
    Result("", 192, {"ours-1": took(180, cpu=247), "floor-1": took(160, cpu=192)}),
    Result("", 12, {"ours-1": took(18, cpu=22), "floor-1": took(12, cpu=12), "plain-1": took(60)}),
    Result("", 48, {"ours-1": took(36, cpu=67), "floor-1": took(40, cpu=48), "plain-1": took(240)}),
]


def test_slope_is_the_least_squares_line():
    assert slope([(0, 1), (10, 3), (20, 5)]) == pytest.approx(0.2)
    assert slope([(12, 3)]) is None
    assert slope([(12, 3), (12, 4)]) is None


def test_one_more_page_is_what_it_costs_beyond_its_cells():
    # 10, 19 and 55 seconds beyond the cells' own: a quarter of a second for each page.
    assert cpu_seconds_of_one_more_page(RESULTS, 1) == pytest.approx(0.25)
    assert cpu_seconds_of_one_more_page(RESULTS[:2], 1) is None


def test_each_stretch_has_its_own_seconds_per_page():
    first, second = steps(RESULTS)
    assert (first.title, second.title) == ("12 to 48", "48 to 192")
    assert first.seconds["ours-1"] == pytest.approx(0.5)
    assert first.build_seconds["ours-1"] == pytest.approx(1.0)
    assert first.seconds["plain-1"] == pytest.approx(5.0)
    assert second.seconds["ours-1"] == pytest.approx(1.0)
    assert set(second.seconds) == {"ours-1", "floor-1"}


def test_one_corpus_alone_or_twice_has_no_stretch():
    assert steps(RESULTS[:2]) == []
    assert steps([RESULTS[2], RESULTS[2]]) == []
