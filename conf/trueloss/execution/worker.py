"""What a worker of a cluster sees to, so that a page there is what it would be here."""

import socket
import sys

from trueloss.execution.environment import fingerprint
from trueloss.execution.kernels import KernelStartError
from trueloss.execution.run import Job


def check_environment(job: Job) -> None:
    """Raise KernelStartError where a page belongs to a build with another environment.

    The builder keeps what comes back under the fingerprint of its own.
    """
    expected = job.notebook.metadata.get("kernelspec", {}).get("fingerprint")
    if expected and expected != fingerprint():
        message = (
            f"the worker on {socket.gethostname()} ({sys.executable}) differs from this build in "
            "its packages, its Python or its checkout, so a page may print something else there: "
            "install the same packages, check out the same commit, and start the worker again"
        )
        raise KernelStartError(message)
