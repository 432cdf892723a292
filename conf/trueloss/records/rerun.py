"""Run pages again from nothing, under circumstances that must not matter."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trueloss.execution.jobs import Run
from trueloss.execution.pool import run_jobs
from trueloss.execution.report import with_progress
from trueloss.execution.run_settings import Settings
from trueloss.kernels import close_kernels
from trueloss.pages.reader import Page
from trueloss.pages.work import Work


@dataclass(frozen=True)
class Circumstances:
    """What differs between two runs of the same page, and may not show in its outputs."""

    #: Variables of the kernels that differ from those of the course.
    environment: Mapping[str, str]
    more_workers: int = 0


#: The order of a set depends on the hash seed, what runs side by side on the number of workers,
#: and the local date and time on the time zone, in the form of POSIX. The second is a day ahead of
#: a builder's UTC and more of the first, so no clock and no calendar shows the same in two runs.
CIRCUMSTANCES = (
    Circumstances({"PYTHONHASHSEED": "1", "TZ": "WEST12"}),
    Circumstances({"PYTHONHASHSEED": "2", "TZ": "EAST-24"}, more_workers=1),
)


def run_afresh(
    pages: Iterable[Page], settings: Settings, circumstances: Circumstances
) -> Iterator[Run]:
    """Run the pages in fresh kernels and yield each as it is done. No cache is asked."""
    work_of = {job.page: work for work in map(Work, pages) for job in work.jobs}
    jobs = [job for work in dict.fromkeys(work_of.values()) for job in work.waiting]
    workers = settings.workers + circumstances.more_workers
    afresh = dataclasses.replace(settings, workers=workers, circumstances=circumstances.environment)
    try:
        for run in with_progress(run_jobs(jobs, afresh), len(jobs), workers):
            work = work_of[run.page]
            work.add(run)
            if not work.waiting:
                yield work.together()
    finally:
        close_kernels()
