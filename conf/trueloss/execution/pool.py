"""Run many pages at once, on this machine or on a Dask cluster, by the same code."""

import dataclasses
import math
from collections import defaultdict, deque
from collections.abc import Generator, Iterable
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Future,
    wait,
)

from trueloss.execution import failures
from trueloss.execution.executors import check_environment, executor_for, unwanted
from trueloss.execution.jobs import Job, Run
from trueloss.execution.run_job import run_page
from trueloss.execution.run_settings import Settings
from trueloss.kernels import KernelLostError, kernels_for

#: Errors that mean that a page's process is gone, which need not be the page's fault. Dask's are
#: given by name, as it is imported only where it is used.
_LOST = (KernelLostError, BrokenExecutor, CancelledError)
_LOST_NAMES = {"KilledWorker", "FutureCancelledError"}


def run_jobs(jobs: Iterable[Job], settings: Settings | None = None) -> Generator[Run]:
    """Run the jobs, the longest first, and yield each run as its page finishes.

    Raises KernelStartError where no kernel can be had at all. When the caller stops early, or is
    interrupted, every kernel is ended before this returns; on a cluster, a moment later.
    """
    settings = settings or Settings()
    # One that never ran may be the longest of all.
    seconds = defaultdict[str, float](lambda: math.inf, settings.last_seconds)
    waiting = deque(sorted(jobs, key=lambda job: (-seconds[job.page], job.page)))
    if not waiting:
        return
    # Here, submit only one job more than there are workers: little is left to run if this process
    # ends, and no worker waits while the caller stores a page. On a cluster, submit all at once:
    # its scheduler must know the work to share it out.
    window = settings.workers + 1 if settings.scheduler is None else len(waiting)
    lean = dataclasses.replace(settings, last_seconds={})
    with executor_for(settings) as executor:
        running: dict[Future[Run], tuple[Job, int]] = {}
        while waiting or running:
            while waiting and len(running) < window:
                job = waiting.popleft()
                running[executor.submit(run_job, job, lean)] = job, 1
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                job, tries = running.pop(future)
                error = _lost(future)
                if error is None:
                    yield future.result()
                elif tries <= settings.retries:
                    running[executor.submit(run_job, job, lean)] = job, tries + 1
                else:
                    failure = failures.process_lost(tries, error)
                    yield Run(job.page, job.notebook, 0.0, 0.0, failure)


def prepare(settings: Settings | None = None) -> None:
    """Let the warm parent begin its imports, while the caller goes on with something else.

    Worth calling only when some page will run: the imports cost seconds of CPU.
    """
    settings = settings or Settings()
    if settings.scheduler is None:
        kernels_for(settings).start()


def run_job(job: Job, settings: Settings) -> Run:
    """Run one job with the kernels of the process this is called in."""
    if settings.scheduler is None:
        return run_page(job, kernels_for(settings))
    check_environment(job, settings.environment)
    return run_page(job, kernels_for(settings), unwanted())


def _lost(future: Future[Run]) -> BaseException | None:
    """Return the error that says that a page's process was lost, if it was."""
    try:
        error = future.exception()
    except CancelledError as cancelled:
        return cancelled
    lost = isinstance(error, _LOST) or type(error).__name__ in _LOST_NAMES
    return error if lost else None
