"""What a kernel may not do: reach other kernels or the network, write outside its folder, outgrow.

Called inside the kernel's process before it has a second thread. On Linux the operating
system enforces the rules, so native code and subprocesses obey them; elsewhere a Python audit
hook does, which sees Python code only. What each guard stops and what it does not is written
down in ``docs/decisions/what-a-page-can-do.md``.

They are our own because bubblewrap, firejail and nsjail start a new program, which a forked kernel
must not, and the packages for Landlock guard writes and TCP but no other network and no memory.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

from trueloss.kernels import linux, mounts
from trueloss.kernels.audit_hook import AuditHook
from trueloss.kernels.folders import Place

AUDIT_HOOK = "audit-hook"
GuardMode = Literal["auto", "namespaces", "landlock", "audit-hook"]

_WRITABLE_DEVICES = (*mounts.DEVICES, "/dev/ptmx")


@dataclass(frozen=True)
class Guards:
    """Who enforces what in one kernel: the operating system or an audit hook."""

    writes: str
    network: str

    @property
    def complete(self) -> bool:
        """Whether native code and subprocesses are held to the rules as well."""
        return AUDIT_HOOK not in (self.writes, self.network)


class Guarded(TypedDict):
    """What a kernel is held to. Plain data: it is sent as JSON."""

    #: Memory counts from what the process holds already, so that a kernel forked from a big parent
    #: gets as much as any other.
    memory_mb: int
    #: What all its files may take together, those in shared memory included.
    files_mb: int
    #: Folders of which it may see nothing but its own.
    hidden: list[str]
    mode: GuardMode


def enter(
    place: Place,
    *,
    memory_mb: int,
    files_mb: int,
    hidden: list[str],
    mode: GuardMode,
) -> Guards:
    """Apply every guard to this process, for good, and say who enforces it.

    ``place`` holds all that a kernel may write to.
    """
    out_of_sight = [Path(folder) for folder in hidden]
    _can(linux.adopt_orphans)
    _can(linux.leave_keys)
    isolated = mode in {"auto", "namespaces"} and _can(
        lambda: _isolate(place, out_of_sight, files_mb)
    )
    # Shared memory only where it is this kernel's own; a terminal for each `!command`.
    devices = [Path("/dev/pts"), *([Path("/dev/shm")] if isolated else [])]
    restricted = mode in {"auto", "landlock"} and _can(
        lambda: linux.allow_writes_only(
            [place.own, place.sockets, *devices],
            map(Path, _WRITABLE_DEVICES),
            no_tcp=not isolated,
        )
    )
    _limit(memory_mb, files_mb)
    _can(linux.drop_privileges)
    if mode != AUDIT_HOOK:
        _can(linux.refuse_calls)
    if not isolated:
        own = [place.own, place.sockets, *devices, *map(Path, _WRITABLE_DEVICES)]
        AuditHook(own, out_of_sight).install()
    return Guards(
        writes="landlock" if restricted else "namespace" if isolated else AUDIT_HOOK,
        network="namespace" if isolated else AUDIT_HOOK,
    )


def _can(call: Callable[[], None]) -> bool:
    """Do what this system may not offer, and say whether it does."""
    if sys.platform != "linux":
        return False
    try:
        call()
    except OSError:
        return False
    return True


def _isolate(place: Place, hidden: list[Path], files_mb: int) -> None:
    """Leave the network and the files of others; works inside a user namespace only."""
    linux.unshare(linux.CLONE_NEWNET | linux.CLONE_NEWNS | linux.CLONE_NEWIPC)
    linux.bring_loopback_up()
    # Last, because tools that look at /proc must see the processes of this kernel alone.
    mounts.see_little(place, hidden, files_mb)


def _limit(memory_mb: int, files_mb: int) -> None:
    """Limit the private memory of this process, and the size of each file that it writes."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    size, allowed = files_mb * 2**20, resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    if not 0 <= allowed <= size:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    # Counts private memory only; the address space of TensorFlow says nothing of its use.
    limit = memory_mb * 2**20 + _private_bytes()
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _private_bytes() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0
