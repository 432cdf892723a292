"""Run the pages whose outputs are not cached.

Imported only when some page is due: kernels and their clients cost a build that has nothing to
run most of its time.
"""

from collections.abc import Iterable
from pathlib import Path

from sphinx.config import Config
from sphinx.util import logging

from trueloss.execution.cache import OutputCache
from trueloss.execution.kernels import KernelStartError
from trueloss.execution.pool import prepare, run_jobs
from trueloss.execution.reader import Page
from trueloss.execution.report import PageReport, Progress
from trueloss.execution.run import Job
from trueloss.execution.settings import Settings

LOGGER = logging.getLogger(__name__)


def run_due(pages: Iterable[Page], reports: dict[str, PageReport], config: Config) -> float:
    """Run what has to run, and return the seconds from the first page's start to the last's end.

    Every page gets its notebook with outputs, from the cache or from a run that goes into it; a
    page that failed keeps what it printed, and what to tell its author is among its faults. Every
    page with code that ran or was cached is reported.
    """
    cache = OutputCache(Path(config.nb_execution_cache_path))
    try:
        due = {page.docname: page for page in _without_outputs(pages, cache, reports, config)}
        return _run(due, cache, reports, config) if due else 0.0
    finally:
        cache.close()


def _without_outputs(
    pages: Iterable[Page], cache: OutputCache, reports: dict[str, PageReport], config: Config
) -> Iterable[Page]:
    preparing = False
    for page in pages:
        reports.pop(page.docname, None)
        if not page.has_code:
            continue
        if page.faults:
            continue
        run = cache.find(page.notebook)
        if run is not None:
            page.notebook = run.notebook
            reports[page.docname] = PageReport(
                page.docname, len(page.places), run.seconds, run.peak_mb, cached=True
            )
        else:
            if not preparing:
                prepare(settings_of(config))
                preparing = True
            yield page


def _run(
    due: dict[str, Page], cache: OutputCache, reports: dict[str, PageReport], config: Config
) -> float:
    last = cache.last_seconds()
    settings = settings_of(
        config, {name: last[page.path] for name, page in due.items() if page.path in last}
    )
    progress = Progress(len(due), settings.workers)
    try:
        jobs = [Job(name, page.notebook, page.limits) for name, page in due.items()]
        for run in run_jobs(jobs, settings):
            page = due[run.page]
            page.notebook = run.notebook
            reports[run.page] = PageReport(
                run.page, len(page.places), run.seconds, run.peak_mb, cached=False
            )
            if run.failure is None:
                cache.store(run, page.path)
            else:
                page.faults.append(page.fault(run.failure, Path(config.trueloss_root)))
            progress.page_done()
    except KernelStartError as error:
        LOGGER.warning(str(error), type="trueloss", subtype="kernels")
    finally:
        progress.close()
    return progress.seconds


def settings_of(config: Config, last_seconds: dict[str, float] | None = None) -> Settings:
    """Return how pages are run; ``last_seconds`` are those of the last run of each."""
    return Settings(
        workers=config.trueloss_workers,
        kernels=config.trueloss_kernels,
        imports=tuple(config.trueloss_imports),
        scheduler=config.trueloss_scheduler,
        last_seconds=last_seconds or {},
    )
