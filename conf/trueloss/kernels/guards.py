"""What a kernel may not do: write outside its folder, use the network, outgrow its memory.

Called inside the kernel's process before it has a second thread. On Linux the operating
system enforces the rules, so native code and subprocesses obey them; elsewhere a Python audit
hook does, which sees Python code only. What each guard stops and what it does not is written
down in ``docs/decisions/kernel-guards.md``.

They are our own because bubblewrap, firejail and nsjail start a new program, which a forked kernel
must not, and the packages for Landlock guard writes and TCP but no other network and no memory.
"""

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trueloss.kernels import linux

AUDIT_HOOK = "audit-hook"

_WRITABLE_DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/tty", "/dev/ptmx")
_CHANGES = {
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir",
    "os.symlink", "os.truncate", "os.utime", "shutil.rmtree",
}  # fmt: skip
_NETWORK = {
    "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
}  # fmt: skip


@dataclass(frozen=True)
class Guards:
    """Who enforces what in one kernel: the operating system or an audit hook."""

    writes: str
    network: str

    @property
    def complete(self) -> bool:
        """Whether native code and subprocesses are held to the rules as well."""
        return AUDIT_HOOK not in (self.writes, self.network)


def enter(folders: list[Path], memory_mb: int, *, mode: str = "auto") -> Guards:
    """Apply every guard to this process, for good, and say who enforces it.

    ``folders`` are all a kernel may write to. Memory is counted from what the process holds
    already, so a kernel forked from a big parent gets as much as any other.
    """
    isolated = mode == "auto" and _isolate()
    # Shared memory only where it is this kernel's own; a terminal for each `!command`.
    devices = [Path("/dev/pts"), *([Path("/dev/shm")] if isolated else [])]
    restricted = mode == "auto" and _restrict(folders + devices, no_tcp=not isolated)
    guards = Guards(
        writes="landlock" if restricted else AUDIT_HOOK,
        network="namespace" if isolated else AUDIT_HOOK,
    )
    _limit_memory(memory_mb)
    if not guards.complete:
        sys.addaudithook(_AuditHook([*folders, *map(Path, _WRITABLE_DEVICES)], guards))
    return guards


def _isolate() -> bool:
    """Leave the network and the mounts; works inside a user namespace only."""
    if sys.platform != "linux":
        return False
    try:
        linux.unshare(linux.CLONE_NEWNET | linux.CLONE_NEWNS | linux.CLONE_NEWIPC)
        linux.bring_loopback_up()
        # Last, because tools that look at /proc must see the processes of this kernel alone.
        linux.mount_private()
    except OSError:
        return False
    return True


def _restrict(folders: list[Path], *, no_tcp: bool) -> bool:
    if sys.platform != "linux":
        return False
    try:
        linux.allow_writes_only(folders, map(Path, _WRITABLE_DEVICES), no_tcp=no_tcp)
    except OSError:
        return False
    return True


def _limit_memory(memory_mb: int) -> None:
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Counts private memory only; the address space of TensorFlow says nothing of its use.
    limit = memory_mb * 2**20 + _private_bytes()
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _private_bytes() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0


class _AuditHook:
    """Refuse what Landlock or a namespace would have refused, for Python code alone."""

    def __init__(self, writable: list[Path], guards: Guards) -> None:
        self.roots = tuple(os.path.realpath(path) for path in writable)
        self.writes = guards.writes == AUDIT_HOOK
        self.network = guards.network == AUDIT_HOOK

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.network and event in _NETWORK:
            if not _is_local(event, arguments):
                raise PermissionError(101, "Network is unreachable", event)
        elif self.writes and event == "open":
            path, mode, flags = arguments
            writing = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
            if writing or (isinstance(mode, str) and set(mode) & set("wax+")):
                self._check(path)
        elif self.writes and event in _CHANGES:
            # A link changes the folder it is in, a rename both folders.
            paths = {"os.symlink": slice(1, 2), "os.link": slice(1, 2), "os.rename": slice(2)}
            for path in arguments[paths.get(event, slice(1))]:
                self._check(path)

    def _check(self, path: Any) -> None:
        if isinstance(path, int):
            return
        with contextlib.suppress(TypeError, ValueError):
            real = os.path.realpath(os.fsdecode(path))
            if not any(real == root or real.startswith(root + os.sep) for root in self.roots):
                raise PermissionError(13, "Permission denied", os.fsdecode(path))


def _is_local(event: str, arguments: tuple[Any, ...]) -> bool:
    """Sockets that are files, like those of ``multiprocessing``, reach no other machine."""
    return event in {"socket.bind", "socket.connect"} and isinstance(arguments[1], str | bytes)
