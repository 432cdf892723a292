"""What a worker of a cluster sees to, so that a page there is what it would be here."""

import socket
import sys
from collections.abc import Callable, Mapping

from trueloss.execution.jobs import Job
from trueloss.kernels import KernelStartError
from trueloss.kernels.environment import fingerprint


def check_environment(job: Job, variables: Mapping[str, str]) -> None:
    """Raise KernelStartError where a page belongs to a build with another environment.

    The builder keeps what comes back under the fingerprint of its own, with these ``variables``.
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
    """Return a function that tells whether the build has given up the page that runs here now.

    It has when it was interrupted, and also when it is gone: then the scheduler gives up for it.
    """
    from distributed import get_worker

    worker = get_worker()
    key, tasks = worker.get_current_task(), worker.state.tasks
    # Dask stops no thread: it notes that nobody waits for the task any more.
    return lambda: key in tasks and tasks[key].state == "cancelled"
