"""Run pages again from nothing, under circumstances that must not matter."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trueloss.execution.kernels import close_kernels
from trueloss.execution.pool import run_jobs
from trueloss.execution.reader import Page
from trueloss.execution.report import Progress
from trueloss.execution.run import Run
from trueloss.execution.settings import Settings
from trueloss.execution.work import Work


@dataclass(frozen=True)
class Circumstances:
    """What differs between two runs of the same page, and may not show in its outputs.

    The order of a set depends on the hash seed, what runs side by side on the number of workers,
    and the local date and time on the time zone (in the form of POSIX).
    """

    hash_seed: int
    more_workers: int
    time_zone: str


#: The time zones lie 26 hours apart, so no clock and no calendar shows the same in both.
CIRCUMSTANCES = (Circumstances(1, 0, "WEST12"), Circumstances(2, 1, "EAST-14"))


def run_afresh(
    pages: Iterable[Page], settings: Settings, circumstances: Circumstances
) -> Iterator[Run]:
    """Run the pages in fresh kernels and yield each as it is done. No cache is asked."""
    work_of = {job.page: work for work in map(Work, pages) for job in work.jobs}
    jobs = [job for work in dict.fromkeys(work_of.values()) for job in work.waiting]
    workers = settings.workers + circumstances.more_workers
    environment = {
        "PYTHONHASHSEED": str(circumstances.hash_seed),
        "TZ": circumstances.time_zone,
    }
    progress = Progress(len(jobs), workers)
    try:
        afresh = dataclasses.replace(settings, workers=workers, environment=environment)
        for run in run_jobs(jobs, afresh):
            progress.page_done()
            work = work_of[run.page]
            work.add(run)
            if not work.waiting:
                yield work.together()
    finally:
        progress.close()
        close_kernels()
