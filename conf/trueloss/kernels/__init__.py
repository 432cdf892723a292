"""Kernels: forked from a warm parent where that is safe, plain processes elsewhere."""

import atexit
import logging
import os
import sys
import threading
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import zmq.asyncio

from trueloss.kernels import forked, plain
from trueloss.kernels.folders import folder_of_all, make_place
from trueloss.kernels.kernel import (
    Connection,
    Kernel,
    KernelLostError,
    KernelStartError,
    Process,
)
from trueloss.kernels.kernel_settings import KernelSettings

if TYPE_CHECKING:
    from trueloss.kernels.guards import Guarded

__all__ = [
    "Kernel",
    "KernelLostError",
    "KernelStartError",
    "Kernels",
    "close_kernels",
    "kernels_for",
]

_log = logging.getLogger("trueloss.execution")


class Kernels:
    """Where a process gets its kernels from; thread-safe."""

    def __init__(self, settings: KernelSettings) -> None:
        self._settings = settings
        # The one of this process, which zmq closes at its exit.
        self._context = zmq.asyncio.Context.instance()
        self._lock = threading.Lock()
        self._warm: forked.WarmParent | None = None
        self._plain: weakref.WeakSet[plain.PlainProcess] = weakref.WeakSet()
        self._said: set[str] = set()
        self.forked = settings.kernels == "forked" or (
            settings.kernels == "auto" and forked.fork_is_safe()
        )
        if not self.forked and settings.kernels == "auto":
            self._say_once("forked kernels are unsafe on this system: pages run in plain ones")

    def start(self) -> None:
        """Begin to import what lessons use, and return at once."""
        if self.forked:
            self._warm_parent()

    def kernel(self, memory_mb: int, files_mb: int) -> Kernel:
        """Return a kernel to enter; raise KernelStartError where none can be had."""
        guarded: Guarded = {
            "memory_mb": memory_mb,
            "files_mb": files_mb,
            "hidden": [str(folder_of_all()), *_without_packages(self._settings.hidden)],
            "mode": self._settings.guards,
        }
        warm = self._warm_parent() if self.forked else None
        if warm is not None:
            warm.wait_until_ready()
        place = make_place(None if warm is None else warm.folder)
        connection = Connection(place)
        process: Process
        with connection.sent() as sent:
            if warm is not None:
                process = warm.fork(place, sent, guarded)
            else:
                process = plain.start(place, sent, guarded, self._settings.variables)
                with self._lock:
                    self._plain.add(process)
        return Kernel(place, connection, process, self._context)

    def _warm_parent(self) -> forked.WarmParent:
        with self._lock:
            if self._warm is not None and not self._warm.alive:
                self._warm.close()
                self._warm = None
            if self._warm is None:
                asked = self._settings
                self._warm = forked.WarmParent(
                    asked.imports, asked.imports_along, asked.variables, asked.guards
                )
            return self._warm

    def check_guards(self, kernel: Kernel) -> None:
        """Say once where the system cannot hold native code to the rules."""
        if not kernel.guards.complete:
            but = ", but for writing files and TCP" if kernel.guards.writes == "landlock" else ""
            self._say_once(
                "this system grants no user namespaces, so an audit hook guards the kernels: "
                f"Python code is held to the rules, native code and subprocesses are not{but}; "
                "what gets past is in docs/decisions/what-a-page-can-do.md"
            )

    def _say_once(self, message: str) -> None:
        with self._lock:
            if message in self._said:
                return
            self._said.add(message)
        _log.warning("%s", message)

    def close(self) -> None:
        """End every kernel, and the warm parent if there is one."""
        with self._lock:
            warm, self._warm = self._warm, None
            for process in self._plain:
                process.kill()
        if warm is not None:
            warm.close()


_kernels: dict[tuple[object, ...], Kernels] = {}
_kernels_lock = threading.Lock()


def kernels_for(settings: KernelSettings) -> Kernels:
    """Return this process' kernels of that kind, always the same ones."""
    # A process that was forked from this one must not talk over this one's sockets.
    variables = tuple(sorted(settings.variables.items()))
    imported = (settings.imports, settings.imports_along)
    guarded = (settings.guards, settings.hidden)
    key = (os.getpid(), settings.kernels, imported, guarded, variables)
    with _kernels_lock:
        if key not in _kernels:
            _kernels[key] = Kernels(settings)
        return _kernels[key]


def close_kernels() -> None:
    """End all warm parents of this process; the next job starts a new one."""
    with _kernels_lock:
        owned = [kernels for key, kernels in _kernels.items() if key[0] == os.getpid()]
        _kernels.clear()
    for kernels in owned:
        kernels.close()


atexit.register(close_kernels)


def _without_packages(folders: Iterable[str]) -> list[str]:
    """Leave out a folder that holds this very environment, as ``build`` does for the canary."""
    return [folder for folder in folders if not Path(sys.prefix).is_relative_to(folder)]
