"""What was measured, as a table, a plot and JSON."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from platform import python_version
from typing import Any

from bench.growth import cpu_seconds_of_one_more_page, steps
from bench.own import OwnPages
from bench.result import Result
from bench.targets import ONE_MORE_PAGE, RATIOS
from bench.ways import WATCHED, WAYS

#: Ways in the colours of the plot; dashed with one job or worker, solid with two.
COLOURS = {"plain": "tab:red", "ours": "tab:blue", "floor": "tab:gray"}


def as_json(results: Sequence[Result], own: OwnPages | None) -> dict[str, Any]:
    """Return all figures; ``corpora`` has a shape that others read, the rest may grow."""
    return {
        "corpora": [
            {
                **({"name": result.name} if result.name else {}),
                "pages": result.pages,
                "seconds": _rounded(result.figures("seconds"), 2),
                "peak_mb": round(result.ways[WATCHED].peak_mb or 0),
            }
            for result in results
        ],
        "builds": [
            {
                "corpus": result.title,
                "build_seconds": _rounded(result.figures("build_seconds"), 2),
                "cpu_seconds": _rounded(result.figures("cpu_seconds"), 2),
            }
            for result in results
        ],
        "one_more_page_cpu_seconds": {
            f"ours-{workers}": cpu_seconds_of_one_more_page(results, workers) for workers in (1, 2)
        },
        "one_more_page": [
            {
                "pages": [step.pages, step.more_pages],
                "seconds": _rounded(step.seconds, 3),
                "build_seconds": _rounded(step.build_seconds, 3),
            }
            for step in steps(results)
        ],
        **(own.as_json() if own else {"rebuild": None, "stale": None, "edits": None}),
        "machine": {"cores": os.cpu_count(), "python": python_version()},
    }


def _rounded(figures: Mapping[str, float], digits: int) -> dict[str, float]:
    return {way: round(figure, digits) for way, figure in figures.items()}


def as_text(results: Sequence[Result], own: OwnPages | None) -> str:
    """Return the tables that a person reads, with the targets beside the figures."""
    parts = [
        _table_of("Seconds until all pages are executed", results, "seconds"),
        _table_of("Seconds of the whole command, from start to exit", results, "build_seconds"),
        _table_of("CPU seconds of the whole command", results, "cpu_seconds"),
        _ratios("Ratios of execution", results, "seconds"),
        _ratios("Ratios of the whole command", results, "build_seconds"),
        _memory(results),
    ]
    if stretches := steps(results):
        executed = {step.title: step.seconds for step in stretches}
        whole = {step.title: step.build_seconds for step in stretches}
        parts += [
            _table("Seconds of execution per page from one corpus to the next", executed, 2),
            _table("Seconds of the whole command per page, likewise", whole, 2),
        ]
    for workers in (1, 2):
        cost = cpu_seconds_of_one_more_page(results, workers)
        if cost is not None:
            parts.append(
                f"One more page, its cells apart, {workers} worker(s): "
                f"{cost:.2f} s of CPU ({ONE_MORE_PAGE})"
            )
    return "\n\n".join([*parts, *(own.as_lines() if own else [])])


def _table_of(title: str, results: Sequence[Result], field: str) -> str:
    return _table(title, {result.title: result.figures(field) for result in results}, 1)


def _table(title: str, rows: Mapping[str, Mapping[str, float]], digits: int) -> str:
    lines = [title, f"{'':>10}" + "".join(f"{way:>10}" for way in WAYS)]
    for name, row in rows.items():
        cells = [f"{row[way]:10.{digits}f}" if way in row else f"{'':>10}" for way in WAYS]
        lines.append(f"{name:>10}" + "".join(cells))
    return "\n".join(lines)


def _ratios(title: str, results: Sequence[Result], field: str) -> str:
    heads = [f"{way} / {other} ({target})" for way, other, target in RATIOS]
    lines = [title, f"{'':>10}" + "".join(f"{head:>34}" for head in heads)]
    for result in results:
        ratios = [result.ratio(way, other, field) for way, other, _ in RATIOS]
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


def write(results: Sequence[Result], own: OwnPages | None, folder: Path) -> None:
    """Write ``bench.json`` and ``bench.svg`` into a folder."""
    write_figures(as_json(results, own), folder)
    draw(results, folder / "bench.svg")


def write_figures(figures: Mapping[str, Any], folder: Path) -> None:
    """Write figures into ``bench.json``, beside those of other kinds that are there already."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "bench.json"
    earlier = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps({**earlier, **figures}, indent=1) + "\n", encoding="utf-8")
