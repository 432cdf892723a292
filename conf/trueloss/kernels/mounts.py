"""What a kernel sees of the files of its machine, in a mount namespace of its own."""

import os
import struct
from collections.abc import Iterable
from pathlib import Path

from trueloss.kernels.folders import Place
from trueloss.kernels.linux import call

_READ_ONLY, _NO_SETUID, _NO_DEVICES, _BIND, _PRIVATE = 1, 2, 4, 0x1000, 0x4000 | 0x40000
_SYS_MOUNT_SETATTR = 442
_HERE, _BELOW = -100, 0x8000
#: The devices that a cell may use, besides terminals.
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty")
#: What a kernel may make: files, folders, links.
_ENTRIES = 100_000


def see_little(place: Place, hidden: Iterable[Path], files_mb: int) -> None:
    """Make everything read-only and ``hidden`` folders empty, but for this kernel's own.

    Its own files, shared memory included, are in memory, ``files_mb`` of them. It also gets its own
    terminals and its own list of processes. Raises OSError where one of this cannot be had.
    """
    devices = [device for device in DEVICES if Path(device).exists()]
    # What a system may refuse comes first, and does no harm where the rest is not to be had.
    _mount(None, "/", _PRIVATE)
    _mount("proc", "/proc", _READ_ONLY | _NO_SETUID | _NO_DEVICES)
    _mount("devpts", "/dev/pts", _NO_SETUID, "newinstance,ptmxmode=0666")
    _mount("/dev/pts/ptmx", "/dev/ptmx", _BIND)
    for device in devices:
        _mount(device, device, _BIND)
    _cover(place, hidden, files_mb)
    _change("/", _BELOW, add=_READ_ONLY | _NO_SETUID | _NO_DEVICES)
    for own in (place.own, place.sockets, "/dev/shm", "/dev/pts"):
        _change(own, remove=_READ_ONLY)
    for device in (*devices, "/dev/pts", "/dev/ptmx"):
        _change(device, remove=_NO_DEVICES)


def _cover(place: Place, hidden: Iterable[Path], files_mb: int) -> None:
    """Lay empty folders over the hidden ones, and in them the kernel's own, in memory."""
    files = {path: path.read_bytes() for path in place.home.rglob("*") if path.is_file()}
    sockets = os.open(place.sockets, os.O_PATH)
    for folder in hidden:
        if folder.is_dir():
            _mount("tmpfs", folder, 0, "size=64k,mode=755")
    for own in (place.own, place.sockets):
        own.mkdir(parents=True, exist_ok=True)
    _mount(f"/proc/self/fd/{sockets}", place.sockets, _BIND)
    os.close(sockets)
    _mount("tmpfs", place.own, 0, f"size={files_mb}m,nr_inodes={_ENTRIES},mode=700")
    memory = place.own / "shm"
    for folder in (place.work, place.home, place.tmp, memory):
        folder.mkdir()
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    _mount(memory, "/dev/shm", _BIND)


def _mount(
    source: str | Path | None, target: str | Path, flags: int, options: str | None = None
) -> None:
    kind = source if options or source == "proc" else None
    texts = (None if text is None else os.fsencode(text) for text in (source, target, kind))
    call("mount", *texts, flags, options and options.encode())


def _change(target: str | Path, below: int = 0, *, add: int = 0, remove: int = 0) -> None:
    attributes = struct.pack("=4Q", add, remove, 0, 0)
    path = os.fsencode(target)
    call("syscall", _SYS_MOUNT_SETATTR, _HERE, path, below, attributes, len(attributes))
