"""How much memory a kernel's processes use, read from outside."""

import contextlib
import os
import sys
from pathlib import Path
from typing import NamedTuple

#: Processes that are asked what they share at most; it takes milliseconds for each.
_COMPARED = 100


class Memory(NamedTuple):
    """Megabytes (2**20 bytes) of a process and of all that it has started."""

    #: What they have touched themselves: neither libraries nor pages of files.
    used: float
    #: The most that was ever resident in the first of them, libraries included.
    peak: float
    #: How many there are.
    processes: int = 1


def memory_of(pid: int, enough_mb: float) -> Memory | None:
    """Return the memory of a process and its descendants, ``None`` when it is gone.

    What several of them share counts for each, unless that makes more than ``enough_mb``: to find
    out what is shared takes a thousand times as long.
    """
    return _from_proc(pid, enough_mb) if sys.platform == "linux" else _from_psutil(pid)


def _from_proc(pid: int, enough_mb: float) -> Memory | None:
    pids = _family(pid)
    each = [_megabytes(f"/proc/{one}/status", "RssAnon", "RssShmem", "VmHWM") for one in pids]
    if not each[0]:  # gone, or a zombie, which has no memory left
        return None
    used = sum(sum(found[:2]) for found in each if found)
    if used > enough_mb and 1 < len(pids) <= _COMPARED:
        shares = [_megabytes(f"/proc/{one}/smaps_rollup", "Pss_Anon", "Pss_Shmem") for one in pids]
        used = sum(map(sum, shares)) if shares[0] else used
    return Memory(used, each[0][2], len(pids))


def _family(pid: int) -> list[int]:
    """Return a process and all below it; whoever loses its parent goes to the first of them."""
    found = [pid]
    for one in found:
        with contextlib.suppress(OSError):
            for thread in os.listdir(f"/proc/{one}/task"):  # noqa: PTH208 # paths take twice as long
                children = os.open(f"/proc/{one}/task/{thread}/children", os.O_RDONLY)
                found += map(int, os.read(children, 4096).split())
                os.close(children)
    return found


def _megabytes(path: str, *names: str) -> list[float]:
    """Return some numbers of a file of the kernel; none where one is missing."""
    with contextlib.suppress(OSError):
        lines = (line.partition(":") for line in Path(path).read_text().splitlines())
        fields = {name: value for name, _, value in lines}
        if fields.keys() >= set(names):
            return [int(fields[name].split()[0]) / 1024 for name in names]
    return []


def _from_psutil(pid: int) -> Memory | None:
    import psutil  # comes with ipykernel

    try:
        process = psutil.Process(pid)
        pids = [process, *process.children(recursive=True)]
        used = [each.memory_info().rss / 2**20 for each in pids]
    except psutil.Error:
        return None
    return Memory(sum(used), used[0], len(used))
