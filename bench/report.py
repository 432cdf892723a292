"""What was measured, as a table, a plot and JSON."""

import json
import os
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from platform import python_version
from typing import Any

from bench.measure import Measured
from bench.rebuild import Rebuild
from bench.ways import WATCHED, WAYS

#: What the project promises: two ways, and the bound on their ratio.
TARGETS = (("plain-2", "ours-2", "at least 5"), ("ours-2", "floor-2", "at most 1.25"))
REBUILD_TARGET = "at most 1.3"
PAGE_TARGET = "at most 0.3"
#: Ways in the colours of the plot; dashed with one job or worker, solid with two.
COLOURS = {"plain": "tab:red", "ours": "tab:blue", "floor": "tab:gray"}


@dataclass(frozen=True)
class Result:
    """What one corpus took in each way; ``name`` is empty for a generated corpus."""

    name: str
    pages: int
    ways: Mapping[str, Measured]

    @property
    def title(self) -> str:
        """The corpus in a word or two."""
        return self.name or f"{self.pages} pages"

    def ratio(self, way: str, other: str, field: str = "seconds") -> float | None:
        """Return how many times the seconds of ``other`` a way took, if both were run."""
        if way not in self.ways or other not in self.ways:
            return None
        return float(getattr(self.ways[way], field) / getattr(self.ways[other], field))


def slope(points: Sequence[tuple[float, float]]) -> float | None:
    """Return by how much y grows with x (least squares), ``None`` for fewer than two x."""
    if len({x for x, _ in points}) < 2:
        return None
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def cpu_seconds_of_one_more_page(results: Sequence[Result], workers: int) -> float | None:
    """Return the CPU seconds of one more page, reading and writing it included, cells apart.

    What each page costs us, less what its cells cost in a bare fork. Of the generated corpora
    alone, because their pages are alike; ``None`` where there is only one.
    """
    return slope(
        [
            (
                result.pages,
                result.ways[f"ours-{workers}"].cpu_seconds
                - result.ways[f"floor-{workers}"].cpu_seconds,
            )
            for result in results
            if not result.name
        ]
    )


def as_json(results: Sequence[Result], rebuild: Rebuild | None) -> dict[str, Any]:
    """Return all figures; ``corpora`` has a shape that others read, the rest may grow."""
    return {
        "corpora": [
            {
                **({"name": result.name} if result.name else {}),
                "pages": result.pages,
                "seconds": {way: round(took.seconds, 2) for way, took in result.ways.items()},
                "peak_mb": round(result.ways[WATCHED].peak_mb or 0),
            }
            for result in results
        ],
        "builds": [
            {
                "corpus": result.title,
                "build_seconds": _rounded(result, "build_seconds"),
                "cpu_seconds": _rounded(result, "cpu_seconds"),
            }
            for result in results
        ],
        "one_more_page_cpu_seconds": {
            f"ours-{workers}": cpu_seconds_of_one_more_page(results, workers) for workers in (1, 2)
        },
        "rebuild": {**asdict(rebuild), "ratio": rebuild.ratio} if rebuild else None,
        "machine": {"cores": os.cpu_count(), "python": python_version()},
    }


def _rounded(result: Result, field: str) -> dict[str, float]:
    return {way: round(getattr(took, field), 2) for way, took in result.ways.items()}


def as_text(results: Sequence[Result], rebuild: Rebuild | None) -> str:
    """Return the tables that a person reads, with the targets beside the figures."""
    parts = [
        _table("Seconds until all pages are executed", results, "seconds"),
        _table("Seconds of the whole command, from start to exit", results, "build_seconds"),
        _table("CPU seconds of the whole command", results, "cpu_seconds"),
        _ratios("Ratios of execution", results, "seconds"),
        _ratios("Ratios of the whole command", results, "build_seconds"),
        _memory(results),
    ]
    for workers in (1, 2):
        cost = cpu_seconds_of_one_more_page(results, workers)
        if cost is not None:
            parts.append(
                f"One more page, its cells apart, {workers} worker(s): "
                f"{cost:.2f} s of CPU ({PAGE_TARGET})"
            )
    if rebuild:
        parts.append(
            f"Rebuild of the whole site, nothing changed: {rebuild.ours_seconds:.2f} s, "
            f"stock Sphinx {rebuild.stock_seconds:.2f} s, ratio {rebuild.ratio:.2f} "
            f"({REBUILD_TARGET}); processes started: {rebuild.processes}, "
            f"TensorFlow imported: {'yes' if rebuild.tensorflow else 'no'}"
        )
    return "\n\n".join(parts)


def _table(title: str, results: Sequence[Result], field: str) -> str:
    lines = [title, f"{'':>10}" + "".join(f"{way:>10}" for way in WAYS)]
    for result in results:
        cells = [
            f"{getattr(result.ways[way], field):10.1f}" if way in result.ways else f"{'':>10}"
            for way in WAYS
        ]
        lines.append(f"{result.title:>10}" + "".join(cells))
    return "\n".join(lines)


def _ratios(title: str, results: Sequence[Result], field: str) -> str:
    heads = [f"{way} / {other} ({target})" for way, other, target in TARGETS]
    lines = [title, f"{'':>10}" + "".join(f"{head:>34}" for head in heads)]
    for result in results:
        ratios = [result.ratio(way, other, field) for way, other, _ in TARGETS]
        cells = [f"{'':>34}" if ratio is None else f"{ratio:34.2f}" for ratio in ratios]
        lines.append(f"{result.title:>10}" + "".join(cells))
    return "\n".join(lines)


def _memory(results: Sequence[Result]) -> str:
    peaks = [f"{result.title} {result.ways[WATCHED].peak_mb or 0:.0f} MB" for result in results]
    return f"Most memory of all processes of {WATCHED} at one time: {', '.join(peaks)}"


def draw(results: Sequence[Result], path: Path) -> None:
    """Plot the cost of execution against the number of generated pages."""
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 4.5), layout="constrained")
    for way in WAYS:
        points = [
            (result.pages, result.ways[way].seconds)
            for result in results
            if not result.name and way in result.ways
        ]
        kind, number = way.split("-")
        if points:
            style = "--" if number == "1" else "-"
            axes.plot(*zip(*points, strict=True), style, marker="o", c=COLOURS[kind], label=way)
    axes.set(xlabel="pages", ylabel="seconds", title="Cold execution of small lessons")
    axes.set_xlim(left=0)
    axes.set_ylim(bottom=0)
    axes.grid(alpha=0.3)
    if axes.lines:
        axes.legend()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)
    plt.close(figure)


def write(results: Sequence[Result], rebuild: Rebuild | None, folder: Path) -> None:
    """Write ``bench.json`` and ``bench.svg`` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps(as_json(results, rebuild), indent=1) + "\n"
    (folder / "bench.json").write_text(content, encoding="utf-8")
    draw(results, folder / "bench.svg")
