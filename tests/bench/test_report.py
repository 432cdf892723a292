"""The report's arithmetic, on given numbers."""

import json

import pytest

from bench.edit import Edits
from bench.measure import Measured
from bench.own import OwnPages
from bench.rebuild import Rebuild
from bench.report import as_json, as_text, write
from bench.result import Result
from bench.stale import Stale

REBUILD = Rebuild(ours_seconds=5.2, stock_seconds=4.0, processes=0, tensorflow=False)


def took(seconds, cpu=0.0, peak=None):
    return Measured(seconds, seconds + 5, cpu, peak)


STALE = Stale(build=took(35, cpu=70), stale=took(79, cpu=150))
EDITS = Edits({"one": 1.0, "two": 2.5, "three": 1.25})
OWN = OwnPages(REBUILD, STALE, EDITS)


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


def test_ratios(results):
    assert results[1].ratio("plain-2", "ours-2") == pytest.approx(5.0)
    assert results[1].ratio("ours-2", "floor-2") == pytest.approx(1.25)
    assert results[1].ratio("ours-2", "floor-2", "build_seconds") == pytest.approx(21 / 17.8)
    assert results[2].ratio("plain-2", "ours-2") is None
    assert REBUILD.ratio == pytest.approx(1.3)
    assert STALE.ratio == pytest.approx(2.1)


def test_json_has_the_shape_that_others_read(results):
    own, small, large = as_json(results, OWN)["corpora"]
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


def test_json_names_what_is_measured_of_the_own_pages_alone(results):
    figures = as_json(results, OWN)
    assert figures["rebuild"] == {
        "ours_seconds": 5.2, "stock_seconds": 4.0, "processes": 0, "tensorflow": False,
        "ratio": pytest.approx(1.3),
    }  # fmt: skip
    assert figures["stale"] == {
        "build_seconds": 40, "build_cpu_seconds": 70, "stale_seconds": 84,
        "stale_cpu_seconds": 150, "ratio": pytest.approx(2.1),
    }  # fmt: skip
    assert figures["edits"] == {
        "median_seconds": 1.25, "seconds": {"one": 1.0, "two": 2.5, "three": 1.25},
    }  # fmt: skip


def test_files_are_written(results, tmp_path):
    write(results, None, tmp_path / "build")
    figures = json.loads((tmp_path / "build" / "bench.json").read_text())
    assert [figures[name] for name in ("rebuild", "stale", "edits")] == [None] * 3
    (step,) = figures["one_more_page"]
    assert step["pages"] == [12, 48]
    assert step["build_seconds"]["ours-2"] == 2.194
    assert "<svg" in (tmp_path / "build" / "bench.svg").read_text()


def test_text_shows_figures_beside_their_targets(results):
    text = as_text(results, OWN)
    assert "ours-2 / floor-2 (at most 1.25)" in text
    assert "ratio 1.30 (at most 1.3); processes started: 0, TensorFlow imported: no" in text
    assert "a cold build 40.0 s (70.0 s of CPU), ratio 2.10 (at most 2.2)" in text
    assert "1.25 s (at most 2), the median of 3 pages; the slowest was two with 2.50 s" in text
    assert f"{'12 to 48':>10}{'':>20}{4.31:10.2f}{2.19:10.2f}{3.89:10.2f}{1.87:10.2f}" in text


def test_one_corpus_has_no_next(results):
    assert "from one corpus to the next" not in as_text(results[:2], None)
