"""What the run phase did, for a person at the terminal and for other programs."""

import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from platform import python_version
from typing import Any

from sphinx.environment import BuildEnvironment

from trueloss.execution.jobs import Run
from trueloss.kernels.environment import installed_versions
from trueloss.text.counting import counted

#: How many pages the closing summary names.
SLOWEST = 3


@dataclass
class PageReport:
    """One page of ``execution.json``: seconds and peak memory are those of its last run."""

    page: str
    cells: int
    seconds: float
    peak_mb: float
    cached: bool


class Progress:
    """One line, written over again while pages and tasks run; silent where no one watches.

    In a terminal it is written each second, because a long page would leave its clock standing.
    """

    def __init__(self, runs: int, workers: int) -> None:
        self._left = runs
        self._workers = workers
        self._done = 0
        self._start = time.monotonic()
        self._writing = threading.Lock()
        self._closed = threading.Event()
        self._ticking = threading.Thread(target=self._tick, name="progress", daemon=True)
        self._shown = _is_watched()
        self._write()
        if self._shown:
            self._ticking.start()

    def run_done(self) -> None:
        """Count a run that has finished."""
        self._left -= 1
        self._done += 1
        self._write()

    def close(self) -> None:
        """Leave the line empty for what follows."""
        if self._shown:
            self._closed.set()
            self._ticking.join()
            print("\r\x1b[K", end="", flush=True)

    @property
    def seconds(self) -> float:
        """Seconds since the first run was started."""
        return time.monotonic() - self._start

    def _tick(self) -> None:
        while not self._closed.wait(1):
            self._write()

    def _write(self) -> None:
        if not self._shown:
            return
        with self._writing:
            running = min(self._left, self._workers)
            print(
                f"\r\x1b[Kruns: {self._done} done, {running} running, "
                f"{self._left - running} waiting, {self.seconds:.0f} s",
                end="",
                flush=True,
            )


def with_progress(runs: Iterable[Run], count: int, workers: int) -> Iterator[Run]:
    """Yield ``count`` runs as they come in, and show meanwhile how far they are."""
    progress = Progress(count, workers)
    try:
        for run in runs:
            progress.run_done()
            yield run
    finally:
        progress.close()


def _is_watched() -> bool:
    """Return whether a person watches the line; some logs pretend to be terminals."""
    in_ci = os.environ.get("CI", "").lower() in {"true", "1"}
    dumb = os.environ.get("TERM", "").lower() == "dumb"
    # Python has no standard output where it was started without one.
    return bool(sys.stdout) and sys.stdout.isatty() and not in_ci and not dumb


def build_report(pages: Sequence[PageReport], seconds: float) -> dict[str, Any]:
    """Return what ``execution.json`` holds of all pages with code.

    The ``seconds`` are those from the first page's start to the last one's end.
    """
    ran = [page for page in pages if not page.cached]
    return {
        "pages": [asdict(page) for page in pages],
        "totals": {
            "pages": len(pages),
            "run": len(ran),
            "cached": len(pages) - len(ran),
            "seconds": seconds,
            "page_seconds": sum(page.seconds for page in ran),
            "peak_mb": max((page.peak_mb for page in ran), default=0.0),
        },
        "versions": {"python": python_version(), **dict(sorted(installed_versions().items()))},
    }


def summary(content: dict[str, Any]) -> str:
    """Say in a line what ``execution.json`` says: how many pages ran, and which took longest."""
    totals = content["totals"]
    ran = sorted(
        (page for page in content["pages"] if not page["cached"]),
        key=lambda page: page["seconds"],
        reverse=True,
    )
    run = counted(totals["run"], "page")
    line = f"{run} run in {totals['seconds']:.1f} s, {totals['cached']} cached"
    if ran:
        slowest = ", ".join(f"{page['page']} {page['seconds']:.1f} s" for page in ran[:SLOWEST])
        line += f"; slowest: {slowest}"
    return line


def page_reports(env: BuildEnvironment) -> dict[str, PageReport]:
    """Return the reports of all pages with code, kept from one build to the next."""
    # As an attribute of the environment it is pickled with the rest.
    reports: dict[str, PageReport] = vars(env).setdefault("trueloss_page_reports", {})
    return reports
