"""A running kernel, seen from the builder: its process, its sockets, its folder."""

import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
import tempfile
import uuid
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

import zmq.asyncio
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.connect import write_connection_file

from trueloss.kernels.child import Place
from trueloss.kernels.guards import Guards
from trueloss.repository import Refusal

#: Seconds from the request for a kernel to its first answer.
STARTUP_SECONDS = 120.0

#: Seconds that a kernel takes at most to write down where it is.
_TRACE_SECONDS = 0.1

#: A Unix socket's address has 107 bytes at most on Linux, 103 on macOS.
_LONGEST_FOLDER = 80


class KernelStartError(Refusal):
    """No kernel can be had; the message says why, and which module was to blame."""


class KernelLostError(RuntimeError):
    """A kernel is gone through no fault of its page; the page may be tried again."""


class Process(ABC):
    """The process of one kernel."""

    @abstractmethod
    async def ready(self) -> None:
        """Return when the kernel's sockets are bound.

        Raises KernelStartError when the kernel dies instead.
        """

    @abstractmethod
    async def ended(self) -> int:
        """Return the exit code when the process is gone; negative for a signal.

        Raises KernelLostError when something else took the kernel with it.
        """

    @abstractmethod
    def kill(self) -> None:
        """End the process and all it started; safe to call again."""


class Client(AsyncKernelClient):
    """A Jupyter client without a manager: whether the kernel lives, its process knows."""

    alive = True

    async def is_alive(self) -> bool:
        """Say whether the process runs, for nbclient's own check."""
        return self.alive


def make_place(parent: Path | None = None) -> Place:
    """Make the folder of one kernel, under ``parent`` or among the temporary folders."""
    place = Place(make_folder(parent))
    for folder in (place.work, place.home, place.tmp, place.sockets):
        folder.mkdir()
    settings = Path(place.environment()["MPLCONFIGDIR"])
    settings.mkdir()
    # Otherwise matplotlib salts the ids in an SVG with random numbers.
    (settings / "matplotlibrc").write_text("svg.hashsalt: trueloss\n")
    return place


def make_folder(parent: Path | None = None) -> Path:
    """Make a temporary folder with an address short enough for Unix sockets."""
    if parent is None and len(os.fsencode(tempfile.gettempdir())) > _LONGEST_FOLDER - 20:
        parent = Path("/tmp")
    return Path(tempfile.mkdtemp(prefix="trueloss-" if parent is None else "", dir=parent))


def tail_of(log: Path) -> str:
    """Return the last lines of a log; empty where there is none."""
    return log.read_text(errors="replace")[-2000:].strip() if log.exists() else ""


def write_connection(place: Place) -> None:
    """Choose the kernel's sockets: files in its folder where the system has such sockets."""
    key = uuid.uuid4().hex.encode()
    if os.name == "posix":
        name, address = str(place.connection_file), str(place.sockets / "k")
        write_connection_file(name, ip=address, transport="ipc", key=key)
    else:
        write_connection_file(str(place.connection_file), key=key)


class Kernel:
    """A kernel that is started on entry of an ``async with`` and gone on its exit."""

    def __init__(self, place: Place, process: Process, context: zmq.asyncio.Context) -> None:
        self.place = place
        self.process = process
        self.client = Client(context=context)
        self.pid = 0
        self.guards = Guards("", "")
        self.language: dict[str, Any] = {}

    async def __aenter__(self) -> "Kernel":
        try:
            await asyncio.wait_for(self._start(), STARTUP_SECONDS)
        except TimeoutError:
            await self._stop()
            message = f"a kernel did not answer within {STARTUP_SECONDS:g} s of its start"
            raise KernelStartError(message) from None
        except BaseException:
            await self._stop()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stop()

    async def _start(self) -> None:
        await self.process.ready()
        facts = json.loads(self.place.facts.read_text())
        self.pid, self.guards = facts["pid"], Guards(**facts["guards"])
        self.client.load_connection_file(str(self.place.connection_file))
        self.client.start_channels(stdin=False, hb=False, control=False)
        answered = asyncio.create_task(self._answer())
        ended = asyncio.create_task(self.process.ended())
        await asyncio.wait({answered, ended}, return_when=asyncio.FIRST_COMPLETED)
        if not answered.done():
            answered.cancel()
            message = f"a kernel ended with code {await ended} before its first answer"
            raise KernelLostError(message)
        ended.cancel()
        await answered

    async def _answer(self) -> None:
        """Ask the kernel who it is until its outputs reach us too: only then may it run a cell."""
        heard = False
        while not (heard and self.language):
            asked = self.client.kernel_info()
            reply = await self.client.get_shell_msg(timeout=STARTUP_SECONDS)
            if reply["parent_header"].get("msg_id") == asked:
                self.language = reply["content"]["language_info"]
            heard = bool(await self.client.iopub_channel.socket.poll(200))

    async def _stop(self) -> None:
        self.process.kill()
        self.client.alive = False
        self.client.stop_channels()
        with contextlib.suppress(KernelLostError):
            await self.process.ended()
        shutil.rmtree(self.place.folder, ignore_errors=True)

    async def line_of(self, cell_file: str) -> int | None:
        """Return the line of ``cell_file`` that runs now, or ran when the kernel crashed."""
        if self.client.alive and hasattr(signal, "SIGUSR1"):
            with contextlib.suppress(OSError):
                os.kill(self.pid, signal.SIGUSR1)
                await asyncio.sleep(_TRACE_SECONDS)
        try:
            trace = self.place.trace.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:  # a warm parent that died has cleared up
            return None
        found = re.search(rf'File "{re.escape(cell_file)}", line (\d+)', trace)
        return int(found[1]) if found else None

    async def ended(self) -> int:
        """Return the exit code when the kernel is gone."""
        code = await self.process.ended()
        self.client.alive = False
        return code
