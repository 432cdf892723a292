"""Put a new folder in the place of another in one step, so that no moment finds half a site.

This is our own because the package renameat2 knows Linux alone, and atomicwrites, which is no
longer maintained, replaces files and not folders.
"""

import ctypes
import os
import sys
from pathlib import Path

from trueloss.text.files import remove

#: ``renameat2`` of Linux, ``renameatx_np`` of macOS: both swap two names at once with this flag.
_CALLS = {"linux": "renameat2", "darwin": "renameatx_np"}
_EXCHANGE = 2
_AT_FDCWD = {"linux": -100, "darwin": -2}


def put_in_place(new: Path, current: Path) -> None:
    """Replace ``current`` by ``new`` and remove the old one.

    If the system cannot exchange two names, ``current`` is missing for a moment;
    :func:`restore` recovers it if the process is killed then.
    """
    previous = _previous(current)
    remove(previous)
    if not current.is_dir():
        remove(current)
        new.rename(current)
        return
    try:
        _exchange(new, current)
        new.rename(previous)
    except OSError:
        current.rename(previous)
        new.rename(current)
    remove(previous)


def restore(current: Path) -> None:
    """Bring back what a process was killed over before its successor was in place."""
    previous = _previous(current)
    if previous.is_dir() and not current.exists():
        previous.rename(current)


def _previous(current: Path) -> Path:
    return current.with_name("previous")


def _exchange(one: Path, other: Path) -> None:
    """Exchange two names; raise OSError where the system or the file system cannot."""
    name = _CALLS.get(sys.platform, "")
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        raise OSError("no call exchanges two names here")
    here = _AT_FDCWD[sys.platform]
    if call(here, os.fsencode(one), here, os.fsencode(other), ctypes.c_uint(_EXCHANGE)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
