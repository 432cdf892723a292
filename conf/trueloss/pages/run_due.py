"""Run the pages whose outputs are not cached.

Imported only when some page is due: kernels and their clients cost a build that has nothing to
run most of its time.
"""

import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sphinx.config import Config
from sphinx.util import logging

from trueloss.configuration import settings_in
from trueloss.execution.cache import OutputCache
from trueloss.execution.pool import prepare, run_jobs
from trueloss.execution.report import PageReport, with_progress
from trueloss.execution.run_settings import Settings
from trueloss.kernels import KernelStartError
from trueloss.pages.reader import Page
from trueloss.pages.selection import is_below
from trueloss.pages.work import Work

LOGGER = logging.getLogger(__name__)


def run_due(pages: Iterable[Page], reports: dict[str, PageReport], config: Config) -> float:
    """Run what has to run, and return the seconds from the first page's start to the last's end.

    Every page gets its notebook with outputs, from the cache or from a run that goes into it; a
    page that failed keeps what it printed, and its diagnostics say why. Every
    page with code that ran or was cached is reported.
    """
    with closing(OutputCache(Path(config.nb_execution_cache_path))) as cache:
        due = list(_without_outputs(pages, cache, reports, config))
        return _run(due, cache, reports, config) if due else 0.0


def _without_outputs(
    pages: Iterable[Page], cache: OutputCache, reports: dict[str, PageReport], config: Config
) -> Iterable[Work]:
    preparing = False
    for page in pages:
        reports.pop(page.docname, None)
        if not (page.may_run and page.has_code):
            continue
        work = Work(page)
        work.take_from(cache)
        if not work.waiting:
            reports[page.docname] = _finish(work, cached=True)
        elif _may_run(page, config):
            if not preparing:
                prepare(settings_of(config))
                preparing = True
            yield work


def _finish(work: Work, *, cached: bool) -> PageReport:
    """Give a page its outputs, and say what its run took."""
    page, run = work.page, work.together()
    page.notebook, page.tried = run.notebook, work.tried()
    return PageReport(page.docname, len(page.places), run.seconds, run.peak_mb, cached=cached)


def _may_run(page: Page, config: Config) -> bool:
    only = config.trueloss_run_only
    return not only or any(is_below(page.docname, place) for place in only)


def _run(
    due: list[Work], cache: OutputCache, reports: dict[str, PageReport], config: Config
) -> float:
    last = cache.last_seconds()
    work_of = {job.page: work for work in due for job in work.waiting}
    seconds = {job: last[path] for job, work in work_of.items() if (path := work.path(job)) in last}
    settings = settings_of(config, seconds)
    start = time.monotonic()
    try:
        jobs = [job for work in due for job in work.waiting]
        for run in with_progress(run_jobs(jobs, settings), len(jobs), settings.workers):
            work = work_of[run.page]
            if work.may_keep(run):
                cache.store(run, work.path(run.page))
            work.add(run)
            if not work.waiting:
                reports[work.page.docname] = _finish(work, cached=False)
                root = Path(config.trueloss_root)
                work.page.diagnostics += [
                    work.page.diagnostic(each, root) for each in work.failures()
                ]
    except KernelStartError as error:
        LOGGER.warning(str(error), type="trueloss", subtype="kernels")
    return time.monotonic() - start


def settings_of(config: Config, last_seconds: dict[str, float] | None = None) -> Settings:
    """Return how pages are run; ``last_seconds`` are those of the last run of each."""
    hidden = (str(Path(config.trueloss_root) / "build"), str(config.nb_execution_cache_path))
    return Settings.of(settings_in(config), hidden=hidden, last_seconds=last_seconds or {})
