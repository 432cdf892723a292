"""What the run phase did, for a person at the terminal and for other programs."""

import json
import sys
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from platform import python_version
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from trueloss.execution.environment import installed_versions

LOGGER = logging.getLogger(__name__)
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
    """One line that is written over again while pages run; silent where no one watches."""

    def __init__(self, pages: int, workers: int) -> None:
        self._left = pages
        self._workers = workers
        self._done = 0
        self._start = time.monotonic()
        self._shown = sys.stdout.isatty()
        self._write()

    def page_done(self) -> None:
        """Count a page that has finished."""
        self._left -= 1
        self._done += 1
        self._write()

    def close(self) -> None:
        """Leave the line empty for what follows."""
        if self._shown:
            print("\r\x1b[K", end="", flush=True)

    @property
    def seconds(self) -> float:
        """Seconds since the first page was started."""
        return time.monotonic() - self._start

    def _write(self) -> None:
        if self._shown:
            running = min(self._left, self._workers)
            print(
                f"\r\x1b[Krunning pages: {self._done} done, {running} running, "
                f"{self._left - running} waiting, {self.seconds:.0f} s",
                end="",
                flush=True,
            )


def summarise(reports: Iterable[PageReport], seconds: float) -> None:
    """Log how many pages ran and which took longest; ``seconds`` is the time that all took."""
    reports = list(reports)
    ran = sorted((r for r in reports if not r.cached), key=lambda r: r.seconds, reverse=True)
    if not ran:
        return
    slowest = ", ".join(f"{report.page} {report.seconds:.1f} s" for report in ran[:SLOWEST])
    cached = len(reports) - len(ran)
    LOGGER.info(f"ran {len(ran)} pages in {seconds:.1f} s, {cached} cached; slowest: {slowest}")


def page_reports(env: BuildEnvironment) -> dict[str, PageReport]:
    """Return the reports of all pages with code, kept from one build to the next."""
    if not hasattr(env, "trueloss_page_reports"):
        env.trueloss_page_reports = {}  # type: ignore[attr-defined] # pickled with the rest
    reports: dict[str, PageReport] = env.trueloss_page_reports  # type: ignore[attr-defined]
    return reports


def write_execution(app: Sphinx, exception: Exception | None) -> None:
    """Write ``execution.json`` beside the output folder, for other programs."""
    if exception is not None:
        return
    reports = [
        report
        for docname, report in sorted(page_reports(app.env).items())
        if docname in app.env.found_docs
    ]
    ran = [report for report in reports if not report.cached]
    content: dict[str, Any] = {
        "pages": [asdict(report) for report in reports],
        "totals": {
            "pages": len(reports),
            "run": len(ran),
            "cached": len(reports) - len(ran),
            "seconds": sum(report.seconds for report in ran),
            "peak_mb": max((report.peak_mb for report in ran), default=0.0),
        },
        "versions": {"python": python_version(), **dict(sorted(installed_versions().items()))},
    }
    path = Path(app.outdir).parent / "execution.json"
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
