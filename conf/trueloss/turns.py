"""One build at a time in one checkout."""

from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


def wait_for_turn(path: Path, say: Callable[[str], None]) -> FileLock:
    """Return the lock file at ``path``, acquired; ``say`` is told where that means to wait.

    The system releases it when the process ends, however it ends.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except TimeoutError:
        say("another build runs in this checkout; waiting until it has finished")
        lock.acquire()
    return lock
