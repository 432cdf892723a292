"""One build at a time in one checkout."""

import sys
from pathlib import Path

from filelock import FileLock

from trueloss.text.files import make_folder, make_way


def wait_for_turn(path: Path) -> FileLock:
    """Acquire and return the lock file at ``path``; say so if that means waiting.

    The system releases it when the process ends, however it ends.
    """
    make_folder(path.parent)
    make_way(path)
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except TimeoutError:
        # Not by Sphinx: a quiet build would wait without a word, and a warning fails a build.
        print(
            "another build is running in this checkout; waiting for it to finish",
            file=sys.stderr,
            flush=True,
        )
        lock.acquire()
    return lock
