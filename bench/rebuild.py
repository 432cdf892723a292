"""Build the whole site again with nothing changed, and compare with stock Sphinx."""

import json
import statistics
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from bench.corpus import Corpus
from bench.measure import Command, measure
from bench.ways import command

#: Each site is built again so often; the two take turns, so that both see the same machine.
TIMES = 5


@dataclass(frozen=True)
class Rebuild:
    """Median seconds of a rebuild with nothing changed, and what ours did meanwhile."""

    ours_seconds: float
    stock_seconds: float
    processes: int
    tensorflow: bool

    @property
    def ratio(self) -> float:
        """How many times stock Sphinx's time ours takes."""
        return self.ours_seconds / self.stock_seconds


def measure_rebuild(corpus: Corpus, folder: Path) -> Rebuild:
    """Build a corpus by ourselves and by stock Sphinx, then both again and again."""
    folder.mkdir()
    builds = {
        "ours": command("ours-2", corpus, folder / "ours"),
        "stock": command("plain-1", corpus, folder / "stock"),
    }
    seconds: dict[str, list[float]] = {name: [] for name in builds}
    for build in builds.values():
        measure(build)
        # An incremental build copies some files once more, and only the next one is at rest.
        measure(build)
    for _ in range(TIMES):
        for name, build in builds.items():
            seconds[name].append(measure(build).build_seconds)
    report = folder / "watched.json"
    measure(watched(builds["ours"], report))
    facts = json.loads(report.read_text(encoding="utf-8"))
    return Rebuild(
        ours_seconds=statistics.median(seconds["ours"]),
        stock_seconds=statistics.median(seconds["stock"]),
        processes=facts["processes"],
        tensorflow=facts["tensorflow"],
    )


def watched(build: Command, report: Path) -> Command:
    """Return a build with the listener, which writes into ``report`` what it saw."""
    python, module, _sphinx, *arguments = build.arguments
    assert (python, module) == (sys.executable, "-m")
    return replace(build, arguments=[python, module, "bench.watched", str(report), *arguments])
