"""What one more page costs: of generated corpora alone, because their pages are alike."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.result import Result


@dataclass(frozen=True)
class Step:
    """From one corpus to the next larger one: seconds per page between them, by way."""

    pages: int
    more_pages: int
    seconds: Mapping[str, float]
    build_seconds: Mapping[str, float]

    @property
    def title(self) -> str:
        """The two corpora in a word or two."""
        return f"{self.pages} to {self.more_pages}"


def steps(results: Sequence[Result]) -> list[Step]:
    """Return what one more page costs on each stretch: all the same where cost is linear."""
    generated = sorted(_generated(results), key=lambda result: result.pages)
    return [
        Step(
            less.pages,
            more.pages,
            _per_page(less, more, "seconds"),
            _per_page(less, more, "build_seconds"),
        )
        for less, more in pairwise(generated)
        if less.pages < more.pages
    ]


def _per_page(less: Result, more: Result, field: str) -> dict[str, float]:
    return {
        way: (getattr(took, field) - getattr(less.ways[way], field)) / (more.pages - less.pages)
        for way, took in more.ways.items()
        if way in less.ways
    }


def cpu_seconds_of_one_more_page(results: Sequence[Result], workers: int) -> float | None:
    """Return the CPU seconds of one more page, reading and writing it included, cells apart.

    What each page costs us, less what its cells cost in a bare fork; ``None`` where there is only
    one generated corpus.
    """
    return slope(
        [
            (
                result.pages,
                result.ways[f"ours-{workers}"].cpu_seconds
                - result.ways[f"floor-{workers}"].cpu_seconds,
            )
            for result in _generated(results)
        ]
    )


def slope(points: Sequence[tuple[float, float]]) -> float | None:
    """Return by how much y grows with x (least squares), ``None`` for fewer than two x."""
    if len({x for x, _ in points}) < 2:
        return None
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def _generated(results: Sequence[Result]) -> list[Result]:
    return [result for result in results if not result.name]
