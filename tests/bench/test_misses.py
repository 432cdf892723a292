"""Figures are held against what is promised, on given numbers."""

from dataclasses import replace

import pytest

from bench.edit import Edits
from bench.measure import Measured
from bench.misses import misses, wide_misses
from bench.own import OwnPages
from bench.rebuild import Rebuild
from bench.result import Result
from bench.stale import Stale
from bench.targets import Target


def took(seconds, cpu=0.0, peak=None):
    return Measured(seconds, seconds, cpu, peak)


def generated(pages, ours_cpu=24.0, **seconds):
    ways = {way.replace("_", "-"): took(figure) for way, figure in seconds.items()}
    ours = {f"ours-{n}": took(seconds.get(f"ours_{n}", 20), cpu=ours_cpu, peak=900) for n in (1, 2)}
    floor = {f"floor-{n}": took(20, cpu=20) for n in (1, 2)}
    return Result("", pages, floor | ways | ours)


OWN = OwnPages(
    Rebuild(ours_seconds=5.2, stock_seconds=4.0, processes=0, tensorflow=False),
    Stale(build=took(40), stale=took(88)),
    Edits({"one": 2.0}),
)


def missed(results, own=None, *, find=misses):
    return [str(miss) for miss in find(results, own)]


@pytest.mark.parametrize(
    ("target", "figure", "excess"),
    [
        (Target(2), 2.0, 0),
        (Target(2), 3.0, 0.5),
        (Target(5, at_least=True), 5.0, 0),
        (Target(5, at_least=True), 4.0, 0.25),
        (Target(0), 0.0, 0),
        (Target(0), 1.0, float("inf")),
    ],
)
def test_a_miss_is_a_share_of_the_bound(target, figure, excess):
    assert target.excess(figure) == pytest.approx(excess)


def test_figures_at_their_bounds_keep_them():
    assert not missed([generated(48, plain_2=125, ours_2=25, floor_2=20)], OWN)


def test_ratios_are_held_on_the_corpus_that_the_targets_name():
    slow = {"plain_2": 80, "ours_2": 26, "floor_2": 20}
    assert missed([generated(48, **slow)]) == [
        "plain-2 / ours-2, 48 pages: 3.08 (at least 5)",
        "ours-2 / floor-2, 48 pages: 1.30 (at most 1.25)",
    ]
    assert not missed([generated(12, **slow)])
    assert not missed([replace(generated(48, **slow), name="own pages")])


def test_one_more_page_is_held_and_memory_on_every_corpus():
    fat = generated(192, ours_cpu=100)
    ways = {**fat.ways, "ours-2": replace(fat.ways["ours-2"], peak_mb=5000)}
    assert missed([generated(92), replace(fat, ways=ways)]) == [
        "MB of memory, 192 pages: 5000.00 (at most 4096)",
        "CPU seconds of one more page, 1 worker(s): 0.76 (at most 0.3)",
        "CPU seconds of one more page, 2 worker(s): 0.76 (at most 0.3)",
    ]


def test_what_is_measured_of_the_own_pages_is_held():
    slow = OwnPages(
        Rebuild(ours_seconds=5.6, stock_seconds=4.0, processes=1, tensorflow=True),
        Stale(build=took(40), stale=took(100)),
        Edits({"one": 2.2}),
    )
    assert missed([], slow) == [
        "a rebuild against stock Sphinx: 1.40 (at most 1.3)",
        "processes that a rebuild starts: 1.00 (at most 0)",
        "imports of TensorFlow by a rebuild: 1.00 (at most 0)",
        "stale against a cold build: 2.50 (at most 2.2)",
        "seconds of an edit: 2.20 (at most 2)",
    ]


def test_only_what_no_busy_machine_explains_is_a_wide_miss():
    slow = OwnPages(
        Rebuild(ours_seconds=5.6, stock_seconds=4.0, processes=1, tensorflow=False),
        Stale(build=took(40), stale=took(112)),
        Edits({"one": 20.0}),
    )
    assert missed([generated(12), generated(48, ours_cpu=100)], slow, find=wide_misses) == [
        "processes that a rebuild starts: 1.00 (at most 0)",
        "stale against a cold build: 2.80 (at most 2.2)",
    ]
