"""The run phase: between "these pages are due" and "Sphinx reads them"."""

from collections.abc import Iterable
from contextvars import ContextVar
from pathlib import Path

from filelock import FileLock
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from trueloss.execution.cache import OutputCache
from trueloss.execution.environment import fingerprint
from trueloss.execution.kernels import KernelStartError
from trueloss.execution.pool import run_jobs
from trueloss.execution.reader import Page, leave_as_is, read_page
from trueloss.execution.report import (
    PageReport,
    Progress,
    build_report,
    page_reports,
    summary,
    write_report,
)
from trueloss.execution.run import Failure, Job
from trueloss.execution.settings import Settings
from trueloss.faults import Fault, report

LOGGER = logging.getLogger(__name__)

_being_read: ContextVar[Page] = ContextVar("page being read")


def read_notebook(_text: str) -> NotebookNode:
    """Give myst-nb the notebook of the page that it is about to read (``nb_custom_formats``)."""
    return _being_read.get().notebook


class RunPhase:
    """Runs the pages due and hands them over to myst-nb, one build at a time."""

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._seconds = 0.0

    def wait_for_other_builds(self, app: Sphinx) -> None:
        """Let one build at a time use the cache of a checkout."""
        cache = Path(app.config.nb_execution_cache_path)
        cache.mkdir(parents=True, exist_ok=True)
        self._lock = FileLock(cache / "build.lock", blocking=False)
        try:
            self._lock.acquire()
        except TimeoutError:
            LOGGER.info("another build runs in this checkout; waiting until it has finished")
            self._lock.acquire(blocking=True)

    def close(self, app: Sphinx, exception: Exception | None) -> None:
        """Say what ran, beside the output folder too, and let other builds go."""
        if exception is None:
            build = build_report(app.env, self._seconds)
            write_report(build, Path(app.outdir).parent)
            LOGGER.info(summary(build.content()))
        self._lock.release()

    def run(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Read every page due, run those whose outputs are not cached, report what went wrong."""
        root = Path(app.config.trueloss_root).resolve()
        self._pages = {
            docname: read_page(
                docname,
                Path(env.doc2path(docname)),
                root=root,
                config=env.myst_config,  # type: ignore[attr-defined] # set by myst-parser
                fingerprint=app.config.trueloss_fingerprint,
            )
            for docname in docnames
        }
        reports = page_reports(env)
        for earlier in reports.values():
            earlier.cached = True
        cache = OutputCache(Path(app.config.nb_execution_cache_path))
        try:
            due = list(_pages_to_run(self._pages.values(), cache, reports))
            self._seconds = _run(due, cache, reports, app) if due else 0.0
        finally:
            cache.close()
        for page in self._pages.values():
            report(page.faults, page.path)

    def hand_over(self, app: Sphinx, docname: str, _source: list[str]) -> None:
        """Offer the page that Sphinx is about to read to ``read_notebook``."""
        page = self._pages[docname]
        _being_read.set(page)
        for path in page.loaded:
            app.env.note_dependency(path, docname=docname)


def _pages_to_run(
    pages: Iterable[Page], cache: OutputCache, reports: dict[str, PageReport]
) -> Iterable[Page]:
    for page in pages:
        reports.pop(page.docname, None)
        if not page.has_code:
            continue
        if page.faults:
            leave_as_is(page.notebook)
        elif (run := cache.find(page.notebook)) is not None:
            reports[page.docname] = PageReport(
                page.docname, len(page.places), run.seconds, run.peak_mb, cached=True
            )
        else:
            yield page


def _run(due: list[Page], cache: OutputCache, reports: dict[str, PageReport], app: Sphinx) -> float:
    """Run the pages due and return the seconds that all of them took together."""
    pages = {page.docname: page for page in due}
    last = cache.last_seconds()
    settings = Settings(
        workers=app.config.trueloss_workers,
        kernels=app.config.trueloss_kernels,
        imports=tuple(app.config.trueloss_imports),
        scheduler=app.config.trueloss_scheduler,
        last_seconds={page.docname: last[page.path] for page in due if page.path in last},
    )
    progress = Progress(len(due), settings.workers)
    try:
        for run in run_jobs([Job(p.docname, p.notebook, p.limits) for p in due], settings):
            page = pages[run.page]
            reports[run.page] = PageReport(
                run.page, len(page.places), run.seconds, run.peak_mb, cached=False
            )
            if run.failure is None:
                cache.store(run, page.path)
            else:
                page.faults.append(_fault(run.failure, page, Path(app.config.trueloss_root)))
                page.notebook = run.notebook
                leave_as_is(page.notebook)
            progress.page_done()
            del pages[run.page]
    except KernelStartError as error:
        LOGGER.warning(str(error), type="trueloss", subtype="kernels")
        for page in pages.values():
            leave_as_is(page.notebook)
    finally:
        progress.close()
    return progress.seconds


def _fault(failure: Failure, page: Page, root: Path) -> Fault:
    place = page.places[failure.cell]
    if failure.line is None:
        return Fault(failure.rule, place.line, failure.message)
    line = place.source_line + failure.line - 1
    if place.source_path == page.path:
        return Fault(failure.rule, line, failure.message)
    where = f"{place.source_path.relative_to(root.resolve())}:{line}"
    return Fault(failure.rule, place.line, f"{where}: {failure.message}")


def set_fingerprint(_app: Sphinx, config: Config) -> None:
    """Make the environment part of the configuration, so that a new one reads every page anew."""
    config.trueloss_fingerprint = fingerprint()
