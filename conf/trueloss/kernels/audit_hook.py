"""Refuse in Python code what a namespace or Landlock would have refused, where these are missing.

It sees what Python says of itself: native code and subprocesses slip through.
"""

import contextlib
import functools
import os
import re
import sys
import urllib.parse
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: Events that change files, each with the arguments that name one. A link to a file outside could
#: be written through; a symbolic one is followed when it is opened.
_CHANGES = dict.fromkeys(
    [
        *("os.chflags", "os.chmod", "os.chown", "os.mkdir", "os.remove", "os.removexattr"),
        *("os.rmdir", "os.setxattr", "os.truncate", "os.utime", "shutil.rmtree"),
    ],
    slice(1),
) | {"os.link": slice(2), "os.rename": slice(2), "os.symlink": slice(1, 2)}
#: Where the events above have the descriptors of the folders that their paths are seen from.
_FOLDERS = {
    **dict.fromkeys(["os.chmod", "os.mkdir", "os.symlink"], (2,)),
    **dict.fromkeys(["os.remove", "os.rmdir"], (1,)),
    **dict.fromkeys(["os.link", "os.rename"], (2, 3)),
    **dict.fromkeys(["os.chown", "os.utime"], (3,)),
}
_LISTINGS = {"os.listdir", "os.scandir"}
_SOCKETS = {"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto"}
_NAMES = {"socket.getaddrinfo", "socket.gethostbyname"}
#: What a process has in its memory and its variables.
_OF_PROCESS = re.compile(r"/proc/(\d+)/(?:task/\d+/)?(auxv|environ|maps|mem|smaps|stack)$")
_SIGNALS = {"os.kill", "os.killpg", "resource.prlimit"}


class AuditHook:
    """The rules, asked before Python opens, changes, connects or sends anything.

    ``writable`` are the only folders and files that may be changed, ``hidden`` the folders that may
    not be read, as far as nothing writable lies in them.
    """

    def __init__(self, writable: list[Path], hidden: list[Path]) -> None:
        self.writable = tuple(map(os.path.realpath, writable))
        self.hidden = tuple(map(os.path.realpath, hidden))
        self.process = os.getpid()

    def install(self) -> None:
        """Ask the rules from now on, for good."""
        sys.addaudithook(self)
        # Python announces everything that makes a file but these two.
        for name in ("mkfifo", "mknod"):
            for module in (os, sys.modules.get("posix")):
                if hasattr(module, name):
                    setattr(module, name, self._announced(getattr(module, name)))

    def _announced(self, make: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(make)
        def announced(path: Any, *arguments: Any, dir_fd: int | None = None, **more: Any) -> None:
            self._check_change(path, -1 if dir_fd is None else dir_fd)
            make(path, *arguments, dir_fd=dir_fd, **more)

        del announced.__wrapped__
        return announced

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Raise PermissionError where an event is against the rules."""
        if event == "open":
            self._check_open(*arguments)
        elif event in _CHANGES:
            folders = [arguments[place] for place in _FOLDERS.get(event, ())]
            named = arguments[_CHANGES[event]]
            for path, folder in zip(named, folders or [-1] * len(named), strict=False):
                self._check_change(path, folder)
        elif event in _LISTINGS:
            self._check_sight("." if arguments[0] is None else arguments[0])
        elif event in _SOCKETS:
            self._check_address(event, arguments[1])
        elif event in _NAMES:
            raise PermissionError(101, "Network is unreachable", event)
        elif event == "sqlite3.connect":
            self._check_database(arguments[0])
        elif event == "sqlite3.connect/handle":
            arguments[0].set_authorizer(self._authorize)
        elif event in _SIGNALS:
            self._check_process(event, arguments[0])

    def _check_open(self, path: Any, mode: Any, flags: int) -> None:
        if isinstance(path, int):
            return
        writing = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        if writing or (isinstance(mode, str) and set(mode) & set("wax+")):
            self._check_change(path)
            return
        self._check_sight(path)
        # What is opened relative to a folder is announced without that folder.
        if mode is None and Path(os.fsdecode(path)).is_dir():
            self._check_change(path)

    def _check_change(self, path: Any, folder: int = -1) -> None:
        real = _real(path, folder)
        if real is not None and not _is_below(real, self.writable):
            raise PermissionError(13, "Permission denied", os.fsdecode(real))

    def _check_sight(self, path: Any) -> None:
        real = _real(path)
        if real and (found := _OF_PROCESS.match(real)):
            self._check_process(f"open {found[2]}", int(found[1]))
        if real and _is_below(real, self.hidden) and not _is_below(real, self.writable):
            raise PermissionError(13, "Permission denied", os.fsdecode(real))

    def _check_address(self, event: str, address: Any) -> None:
        if address is None:  # sent over what is connected already
            return
        # Sockets that are files, like those of ``multiprocessing``, reach no other machine.
        path = os.fsdecode(address) if isinstance(address, str | bytes) else "\0"
        if path.startswith("\0") or not _is_below(os.path.realpath(path), self.writable):
            raise PermissionError(101, "Network is unreachable", event)

    def _check_database(self, database: Any) -> None:
        name = os.fsdecode(database)
        if name.startswith("file:"):
            name = urllib.parse.unquote(name.removeprefix("file:").partition("?")[0])
            name = f"/{name.lstrip('/')}" if name.startswith("//") else name
        if name not in {"", ":memory:"}:
            self._check_change(name)

    def _authorize(self, action: int, name: str | None, *_: str | None) -> int:
        import sqlite3

        try:
            if action == sqlite3.SQLITE_ATTACH and name:
                self._check_database(name)
        except PermissionError:
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    def _check_process(self, event: str, pid: int) -> None:
        if pid in {self.process, os.getpid()} or (event == "resource.prlimit" and pid == 0):
            return
        import psutil  # comes with ipykernel

        with contextlib.suppress(psutil.Error):
            above = [parent.pid for parent in psutil.Process(abs(pid)).parents()] if pid else []
            if self.process in above:
                return
        raise PermissionError(1, "Operation not permitted", f"{event} of process {pid}")


def _is_below(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)


def _real(path: Any, folder: int = -1) -> str | None:
    """Return the path of a file without links; ``None`` where it has none."""
    with contextlib.suppress(TypeError, ValueError, OSError):
        name = _of_descriptor(path) if isinstance(path, int) else os.fsdecode(path)
        if isinstance(path, int) and not Path(name).exists():  # a pipe, memory, a removed file
            return None
        if folder >= 0:
            name = f"{_of_descriptor(folder)}/{name}"
        return os.path.realpath(name)
    return None


def _of_descriptor(descriptor: int) -> str:
    """Return the path of an open file."""
    if sys.platform == "darwin":
        import fcntl

        return os.fsdecode(fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0"))
    return str(Path(f"/proc/self/fd/{descriptor}").readlink())
