"""Where jobs run: threads of this process, or the workers of a Dask cluster.

Each strategy is a context that gives a ``concurrent.futures.Executor`` and, when it is left by an
exception, ends every kernel that still runs.
"""

import contextlib
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any

from trueloss.execution.jobs import Job
from trueloss.execution.run_settings import Settings
from trueloss.kernels import KernelStartError, close_kernels
from trueloss.kernels.environment import fingerprint


@contextlib.contextmanager
def executor_for(settings: Settings) -> Iterator[Executor]:
    """Give the executor that the settings ask for."""
    strategy = _threads(settings.workers) if settings.scheduler is None else _dask(settings)
    with strategy as executor:
        yield executor


@contextlib.contextmanager
def _threads(workers: int) -> Iterator[Executor]:
    # Threads do, because a page's work is done in its kernel: the client side of it costs
    # 0.02 s of CPU, and a process per worker would first import nbclient, which costs seconds.
    with ThreadPoolExecutor(workers, thread_name_prefix="page") as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            # The threads end when their kernels do.
            close_kernels()
            raise


@contextlib.contextmanager
def _dask(settings: Settings) -> Iterator[Executor]:
    try:
        import distributed
    except ImportError as error:
        message = (
            f"a scheduler is set ({settings.scheduler}), but the package 'distributed' is not "
            "installed: install the dependency group 'cluster', or set no scheduler"
        )
        raise KernelStartError(message) from error
    connect: Any = distributed.Client  # typed in part, which mypy takes for a mistake of ours
    try:
        try:
            client = connect(settings.scheduler)
        except AssertionError:
            # Its event loop has ten seconds to start, which a machine under load can miss.
            client = connect(settings.scheduler)
    except (OSError, ValueError) as error:  # nobody answers, or this is no address
        message = (
            f"the scheduler {settings.scheduler!r} cannot be reached ({error}): start it, or write "
            "its address as tcp://host:port"
        )
        raise KernelStartError(message) from error
    with client:
        # Not pure: two equal jobs are two jobs, and a job tried again is run again.
        executor: Executor = client.get_executor(pure=False)
        try:
            yield executor
        except BaseException:
            # Jobs that already run see that they are cancelled, and end their kernels.
            executor.shutdown(wait=False)
            raise


def check_environment(job: Job, variables: Mapping[str, str]) -> None:
    """Raise KernelStartError where a page belongs to a build with another environment.

    The build caches results under its own fingerprint, which covers these ``variables``.
    """
    expected = job.notebook.metadata.get("kernelspec", {}).get("fingerprint")
    if expected and expected != fingerprint(variables):
        message = (
            f"the worker on {socket.gethostname()} ({sys.executable}) differs from this build in "
            "its packages, its Python or its checkout, so a page may print something else there: "
            "install the same packages, check out the same commit, and start the worker again"
        )
        raise KernelStartError(message)


def unwanted() -> Callable[[], bool]:
    """Return a predicate: whether the build has given up the page that runs here now.

    It has when it was interrupted, and also when it is gone: then the scheduler gives up for it.
    """
    from distributed import get_worker

    worker = get_worker()
    key, tasks = worker.get_current_task(), worker.state.tasks
    # Dask stops no thread: it notes that nobody waits for the task any more.
    return lambda: key in tasks and tasks[key].state == "cancelled"
