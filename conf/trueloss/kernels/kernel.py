"""A running kernel, seen from the builder: its process, its sockets, its folder."""

import asyncio
import contextlib
import json
import os
import re
import secrets
import signal
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import zmq.asyncio
from jupyter_client.asynchronous.client import AsyncKernelClient

from trueloss.kernels.folders import Place, remove_folder
from trueloss.kernels.guards import Guards
from trueloss.repository import Refusal

#: Seconds from the request for a kernel to its first answer.
STARTUP_SECONDS = 120.0

_CHANNELS = ("shell", "iopub", "stdin", "control", "hb")

#: Seconds that a kernel takes at most to write down where it is.
_TRACE_SECONDS = 0.1
#: Bytes of a trace that are read at most: that of a hundred frames in each of fifty threads.
_TRACE_BYTES = 2**19


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


def tail_of(log: Path) -> str:
    """Return the last lines of a log; empty where there is none."""
    return end_of(log, 2000).strip()


def end_of(file: Path, size: int, start: int = 0) -> str:
    """Return the last bytes of a file as text, from ``start`` on; empty where there is none."""
    with contextlib.suppress(FileNotFoundError), file.open("rb") as opened:
        opened.seek(max(start, opened.seek(0, os.SEEK_END) - size))
        return opened.read(size).decode(errors="replace")
    return ""


class Connection:
    """The sockets of a kernel, files in its folder, and its key, which is in no file."""

    def __init__(self, place: Place) -> None:
        ports = {f"{name}_port": port for port, name in enumerate(_CHANNELS, 1)}
        key = secrets.token_hex()
        where = {"transport": "ipc", "ip": str(place.sockets / "k")}
        # Read by jupyter_client and by ipykernel, whose types for it differ.
        self.facts: Any = {**ports, **where, "key": key, "signature_scheme": "hmac-sha256"}

    @contextlib.contextmanager
    def sent(self) -> Iterator[int]:
        """Give a descriptor that a kernel reads them from."""
        receiving, sending = os.pipe()
        try:
            os.write(sending, json.dumps(self.facts).encode())
            os.close(sending)
            yield receiving
        finally:
            os.close(receiving)


class Kernel:
    """A kernel that is started on entry of an ``async with`` and gone on its exit."""

    def __init__(
        self,
        place: Place,
        connection: Connection,
        process: Process,
        context: zmq.asyncio.Context,
    ) -> None:
        self.place = place
        self.connection = connection
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
        self.client.load_connection_info(self.connection.facts)
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
        # Nobody else needs to find them, and nothing may be left where they were.
        remove_folder(self.place.sockets)

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
        remove_folder(self.place.folder)

    async def line_of(self, cell_file: str, source: str) -> int | None:
        """Return the line of ``cell_file`` that runs now, or ran when the kernel crashed.

        A cell can write into the trace as well, so what stood there before it was asked for does
        not count, and no more than the end of it is read.
        """
        before = 0
        if self.client.alive and hasattr(signal, "SIGUSR1"):
            with contextlib.suppress(OSError):
                before = self.place.trace.stat().st_size
                os.kill(self.pid, signal.SIGUSR1)
                await asyncio.sleep(_TRACE_SECONDS)
        trace = end_of(self.place.trace, _TRACE_BYTES, before).rpartition("Fatal Python error")[2]
        found = re.search(rf'File "{re.escape(cell_file)}", line (\d+)', trace)
        line = int(found[1][:9]) if found else 0
        return line if 0 < line <= len(source.splitlines()) else None

    async def ended(self) -> int:
        """Return the exit code when the kernel is gone."""
        code = await self.process.ended()
        self.client.alive = False
        return code
