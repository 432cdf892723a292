"""Hold the figures against their targets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench import targets
from bench.growth import cpu_seconds_of_one_more_page
from bench.own import OwnPages
from bench.result import Result
from bench.targets import Target
from bench.ways import WATCHED

#: A ratio on a busy machine is off by less than this share; more is a change of ours.
WIDE = 0.25


@dataclass(frozen=True)
class Figure:
    """A figure in words, and its target."""

    what: str
    value: float
    target: Target

    def __str__(self) -> str:
        return f"{self.what}: {self.value:.2f} ({self.target})"


def misses(results: Sequence[Result], own: OwnPages | None) -> list[Figure]:
    """Return the figures that miss their target."""
    return [figure for figure in _figures(results, own) if figure.target.excess(figure.value) > 0]


def wide_misses(results: Sequence[Result], own: OwnPages | None) -> list[Figure]:
    """Return the ratios, sizes and counts that miss their target by more than ``WIDE``."""
    return [
        miss
        for miss in misses(results, own)
        if miss.target.excess(miss.value) > WIDE and not miss.target.in_seconds
    ]


def _figures(results: Sequence[Result], own: OwnPages | None) -> Iterator[Figure]:
    for result in results:
        yield from _figures_of_corpus(result)
    for workers in (1, 2):
        cost = cpu_seconds_of_one_more_page(results, workers)
        if cost is not None:
            what = f"CPU seconds of one more page, {workers} worker(s)"
            yield Figure(what, cost, targets.ONE_MORE_PAGE)
    if own:
        yield from _figures_of_own_pages(own)


def _figures_of_corpus(result: Result) -> Iterator[Figure]:
    if not result.name and result.pages == targets.RATIO_PAGES:
        for way, other, target in targets.RATIOS:
            ratio = result.ratio(way, other)
            if ratio is not None:
                yield Figure(f"{way} / {other}, {result.title}", ratio, target)
    peak = result.ways[WATCHED].peak_mb
    if peak is not None:
        yield Figure(f"MB of memory, {result.title}", peak, targets.PEAK_MB)


def _figures_of_own_pages(own: OwnPages) -> Iterator[Figure]:
    rebuild = own.rebuild
    yield Figure("a rebuild against stock Sphinx", rebuild.ratio, targets.REBUILD)
    yield Figure("processes that a rebuild starts", rebuild.processes, targets.NONE)
    yield Figure("imports of TensorFlow by a rebuild", rebuild.tensorflow, targets.NONE)
    yield Figure("stale against a cold build", own.stale.ratio, targets.STALE)
    yield Figure("seconds of an edit", own.edits.median_seconds, targets.EDIT)
