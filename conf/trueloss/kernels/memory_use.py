"""How much memory a kernel's process uses, read from outside."""

import sys
from pathlib import Path
from typing import NamedTuple


class Memory(NamedTuple):
    """Megabytes (2**20 bytes) of one process."""

    #: What it has touched itself: neither libraries nor pages of files.
    used: float
    #: The most that was ever resident, libraries included.
    peak: float


def memory_of(pid: int) -> Memory | None:
    """Return the memory of a process, ``None`` when it is gone."""
    return _from_proc(pid) if sys.platform == "linux" else _from_psutil(pid)


def _from_proc(pid: int) -> Memory | None:
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    fields = dict(line.split(":", 1) for line in text.splitlines())
    if "VmHWM" not in fields:  # a zombie has no memory left
        return None
    used, shared, peak = (
        int(fields[name].split()[0]) / 1024 for name in ("RssAnon", "RssShmem", "VmHWM")
    )
    return Memory(used + shared, peak)


def _from_psutil(pid: int) -> Memory | None:
    import psutil  # comes with ipykernel

    try:
        resident = psutil.Process(pid).memory_info().rss / 2**20
    except psutil.Error:
        return None
    return Memory(resident, resident)
