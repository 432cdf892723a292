"""Keep a process from outliving the one that asked for it, and clear up behind it."""

import contextlib
import os
import select
import signal
import sys
from pathlib import Path
from typing import NoReturn

from trueloss.kernels import linux
from trueloss.kernels.folders import remove_folder
from trueloss.kernels.guards import GuardMode


def supervise(folder: Path, lifeline: int | None, parent: int, mode: GuardMode) -> bool:
    """Go on in a child that dies with its parents; return whether it has namespaces.

    This process stays behind as a supervisor. It ends the child when ``parent``, a process id,
    dies or closes the other end of ``lifeline``, and then removes ``folder``. The child is the
    first process of a process namespace, so whatever it starts dies with it.
    """
    signal.signal(signal.SIGTERM, _stop)
    linux.die_with_parent(signal.SIGTERM)
    if os.getppid() != parent:
        remove_folder(folder)
        sys.exit(0)
    isolated = False
    if mode in {"auto", "namespaces"}:
        with contextlib.suppress(OSError):
            linux.unshare_user()
            isolated = True
    child = os.fork()
    if child:
        _wait(child, folder, lifeline)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    linux.die_with_parent(signal.SIGKILL)
    return isolated


def _stop(*_: object) -> None:
    # It comes once for each thread of the builder that ends, and the first is enough.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(0)


def _wait(child: int, folder: Path, lifeline: int | None) -> NoReturn:
    code = 0
    try:
        ended = os.pidfd_open(child)
        poll = select.poll()
        poll.register(ended, select.POLLIN)
        if lifeline is not None:
            # No event but the hang-up: what comes in over the line is for the child.
            poll.register(lifeline, 0)
        if ended in dict(poll.poll()):
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            # The builder may want to read why; it clears up by itself.
            os._exit(code if code >= 0 else 128 - code)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    except SystemExit:
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    remove_folder(folder)
    os._exit(0)
