"""Kernels forked from a warm parent, which has imported TensorFlow once for all of them."""

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from trueloss.kernels.folders import Place, make_folder, make_place, remove_folder
from trueloss.kernels.guards import Guarded, GuardMode
from trueloss.kernels.kernel import KernelLostError, KernelStartError, Process, tail_of
from trueloss.kernels.plain import bootstrap_command, clean_environment

_PARENT_DIED = "the warm parent of the kernels died"


class WarmParent:
    """The one warm parent of this process; its program is :mod:`.warm`."""

    def __init__(
        self,
        imports: tuple[str, ...],
        imports_along: tuple[str, ...],
        environment: Mapping[str, str],
        mode: GuardMode,
    ) -> None:
        self.mode = mode
        self.imports = imports
        self.imports_along = imports_along
        self.environment = environment
        self.folder = make_folder()
        self.log = self.folder / "warm.log"
        self._line, self._other_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._asking = threading.Lock()
        self._answer: dict[str, Any] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._lost = False
        # The parent is told to die with the *thread* that started it, so that thread must last.
        self._keeper = threading.Thread(target=self._keep, name="warm parent", daemon=True)
        self._keeper.start()

    def _keep(self) -> None:
        place = make_place(self.folder)
        with self._other_end, self.log.open("wb") as log:
            arguments = {
                "descriptor": self._other_end.fileno(),
                "folder": str(self.folder),
                "imports": self.imports,
                "imports_along": self.imports_along,
                "parent": os.getpid(),
                "mode": self.mode,
            }
            self._process = subprocess.Popen(
                bootstrap_command("warm", arguments),
                cwd=place.work,
                env=clean_environment(self.environment) | place.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[self._other_end.fileno()],
                start_new_session=True,
            )
        self._process.wait()

    @property
    def alive(self) -> bool:
        """Whether it can still be asked for kernels."""
        return self._keeper.is_alive() and not self._lost

    def mark_lost(self) -> None:
        """Note that it no longer answers, which shows before its process is gone."""
        self._lost = True

    def wait_until_ready(self) -> None:
        """Return when everything is imported; raise KernelStartError naming what failed."""
        with self._asking:
            if self._answer is None:
                try:
                    message = self._line.recv(65536)
                except OSError:
                    message = b""
                self._answer = json.loads(message) if message else {}
            answer = self._answer
        if not answer.get("ready"):
            raise KernelStartError(self._why(answer))

    def _why(self, answer: dict[str, Any]) -> str:
        if "module" in answer:
            return (
                f"the warm parent of the kernels could not import {answer['module']!r}: "
                f"{answer['error']}. Install it, or take it off the list of imports."
            )
        why = answer.get("error") or tail_of(self.log)
        return f"the warm parent of the kernels did not start: {why}"

    def fork(self, place: Place, connection: int, guarded: Guarded) -> "ForkedProcess":
        """Ask for a kernel in the folder ``place``; its ports and key come over ``connection``."""
        self.wait_until_ready()
        arguments = json.dumps({"folder": str(place.folder), **guarded}).encode()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                with self._asking:
                    socket.send_fds(self._line, [arguments], [theirs.fileno(), connection])
            except OSError as error:
                ours.close()
                self.mark_lost()
                raise KernelLostError(_PARENT_DIED) from error
        return ForkedProcess(ours, place.log, self)

    def close(self) -> None:
        """End the parent and every kernel of it; return when they are gone."""
        with contextlib.suppress(OSError):
            # A thread may be waiting for an answer: closing alone would leave it there.
            self._line.shutdown(socket.SHUT_RDWR)
        self._keeper.join(10)
        if self._process and self._keeper.is_alive():
            self._process.kill()
        self._line.close()
        remove_folder(self.folder)


class ForkedProcess(Process):
    """A kernel at the other end of its line to the warm parent."""

    def __init__(self, line: socket.socket, log: Path, parent: WarmParent) -> None:
        line.setblocking(False)  # noqa: FBT003 # takes no keyword
        self._line = line
        self._log = log
        self._parent = parent
        self._end: asyncio.Task[int] | None = None

    async def ready(self) -> None:
        """Return when the kernel's sockets are bound."""
        message = await self._receive()
        if message.get("ready"):
            self._end = asyncio.create_task(self._wait())
            return
        self._line.close()
        self._check(message)
        raise KernelStartError(f"a kernel died while it started: {tail_of(self._log) or message}")

    async def ended(self) -> int:
        """Return the exit code when the process is gone."""
        return await asyncio.shield(self._end) if self._end else 0

    def kill(self) -> None:
        """End the process and all it started."""
        # Half a close is what the warm parent takes as the order; the other half brings the code.
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_WR)

    async def _wait(self) -> int:
        message = await self._receive()
        self._line.close()
        self._check(message)
        return int(message["exit"])

    def _check(self, message: dict[str, Any]) -> None:
        if not message:
            self._parent.mark_lost()
            raise KernelLostError(_PARENT_DIED)

    async def _receive(self) -> dict[str, Any]:
        try:
            message = await asyncio.get_running_loop().sock_recv(self._line, 65536)
        except OSError:
            return {}
        return json.loads(message) if message else {}


def fork_is_safe() -> bool:
    """Say whether a forked process may go on to use what its parent imported.

    Not on macOS, whose system libraries refuse it, and not on Windows, which has no fork.
    """
    return sys.platform == "linux"
