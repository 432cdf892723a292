"""The report's arithmetic, on given numbers."""

import json

import pytest

from bench.measure import Measured
from bench.rebuild import Rebuild
from bench.report import Result, as_json, as_text, cpu_seconds_of_one_more_page, slope, write

REBUILD = Rebuild(ours_seconds=5.2, stock_seconds=4.0, processes=0, tensorflow=False)


def took(seconds, cpu=0.0, peak=None):
    return Measured(seconds, seconds + 5, cpu, peak)


@pytest.fixture
def results():
    """Two generated corpora of which the larger has no plain ways, and the own pages."""
    small = {
        "plain-1": took(120),
        "plain-2": took(80),
        "ours-1": took(25, cpu=30),
        "ours-2": took(16, cpu=31, peak=1000.4),
        "floor-1": took(20, cpu=20),
        "floor-2": took(12.8, cpu=20),
    }
    large = {
        "ours-1": took(180, cpu=102),
        "ours-2": took(95, cpu=103, peak=1100.0),
        "floor-1": took(160, cpu=83),
        "floor-2": took(80, cpu=83),
    }
    return [
        Result("own pages", 3, small),
        Result("", 12, small),
        Result("", 48, large),
    ]


def test_slope_is_the_least_squares_line():
    assert slope([(0, 1), (10, 3), (20, 5)]) == pytest.approx(0.2)
    assert slope([(12, 3)]) is None
    assert slope([(12, 3), (12, 4)]) is None


def test_one_more_page_is_what_it_costs_beyond_its_cells(results):
    # (102 - 83) - (30 - 20) = 9 seconds for 36 pages; the own pages do not count.
    assert cpu_seconds_of_one_more_page(results, 1) == pytest.approx(9 / 36)
    assert cpu_seconds_of_one_more_page(results, 2) == pytest.approx((20 - 11) / 36)
    assert cpu_seconds_of_one_more_page(results[:2], 1) is None


def test_ratios(results):
    assert results[1].ratio("plain-2", "ours-2") == pytest.approx(5.0)
    assert results[1].ratio("ours-2", "floor-2") == pytest.approx(1.25)
    assert results[1].ratio("ours-2", "floor-2", "build_seconds") == pytest.approx(21 / 17.8)
    assert results[2].ratio("plain-2", "ours-2") is None
    assert REBUILD.ratio == pytest.approx(1.3)


def test_json_has_the_shape_that_others_read(results):
    own, small, large = as_json(results, REBUILD)["corpora"]
    assert own["name"] == "own pages"
    assert small == {
        "pages": 12,
        "seconds": {
            "plain-1": 120, "plain-2": 80, "ours-1": 25, "ours-2": 16, "floor-1": 20,
            "floor-2": 12.8,
        },
        "peak_mb": 1000,
    }  # fmt: skip
    assert set(large["seconds"]) == {"ours-1", "ours-2", "floor-1", "floor-2"}


def test_files_are_written(results, tmp_path):
    write(results, None, tmp_path / "build")
    assert json.loads((tmp_path / "build" / "bench.json").read_text())["rebuild"] is None
    assert "<svg" in (tmp_path / "build" / "bench.svg").read_text()


def test_text_shows_figures_beside_their_targets(results):
    text = as_text(results, REBUILD)
    assert "ours-2 / floor-2 (at most 1.25)" in text
    assert "ratio 1.30 (at most 1.3); processes started: 0, TensorFlow imported: no" in text
