"""A process that keeps a warm parent between commands; asked by :mod:`.asking`.

It ends after some minutes without a request, when its folder is gone, and when what it was started
with has changed.
"""

import contextlib
import json
import select
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from trueloss.execution.asking import OUTDATED, turn

#: A predicate: has the client gone away?
Unwanted = Callable[[], bool]
#: Seconds without a request after which it ends.
IDLE_SECONDS = 600.0
#: Seconds between two checks of whether it should end.
_LOOK_SECONDS = 1.0


class Resident(socketserver.ThreadingUnixStreamServer):
    """Answers requests, each in a thread of its own, until nobody needs it.

    ``code`` returns what must not have changed since it was started.
    """

    timeout = _LOOK_SECONDS

    def __init__(
        self,
        listening: socket.socket,
        folder: Path,
        code: Callable[[], object],
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        super().__init__("", _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self._folder = folder
        self._path = folder / "socket"
        self._inode = self._path.stat().st_ino
        self._code = code
        self._started_with = code()
        self._idle_seconds = idle_seconds
        self._last = time.monotonic()
        self._busy = 0
        self._counting = threading.Lock()
        self._left = False

    def serve(self, answer: Callable[[Any, Unwanted], Any]) -> None:
        """Answer until it is time to end; return when the last answer is given."""
        self.answer = answer
        while not self._left and self._is_found():
            self.handle_request()
            with self._counting:
                idle = not self._busy and time.monotonic() - self._last > self._idle_seconds
            if idle:
                self.leave(unless_asked=True)
        self.server_close()

    def is_outdated(self) -> bool:
        """Return whether code or packages have changed since it was started."""
        return self._code() != self._started_with

    @contextlib.contextmanager
    def busy(self) -> Iterator[None]:
        """Note that a request is answered meanwhile."""
        with self._counting:
            self._busy += 1
        try:
            yield
        finally:
            with self._counting:
                self._busy -= 1
                self._last = time.monotonic()

    def leave(self, *, unless_asked: bool = False) -> None:
        """Take no more requests; further ones go to another resident."""
        with contextlib.suppress(FileNotFoundError), turn(self._folder):
            if unless_asked and select.select([self.socket], [], [], 0)[0]:
                return
            if self._is_found():
                self._path.unlink()
        self._left = True

    def _is_found(self) -> bool:
        """Tell whether the socket at its path is its own."""
        with contextlib.suppress(FileNotFoundError):
            return self._path.stat().st_ino == self._inode
        return False


class _Handler(socketserver.StreamRequestHandler):
    """Answers one request: a line of JSON, with JSON up to the end of the connection."""

    server: Resident

    def handle(self) -> None:
        line = self.rfile.readline()
        if not line:
            return
        with self.server.busy():
            request = json.loads(line)
            if self.server.is_outdated():
                self.server.leave()
                answer = OUTDATED
            else:
                answer = self.server.answer(request, self._unwanted)
            with contextlib.suppress(OSError):
                self.wfile.write(json.dumps(answer).encode())

    def _unwanted(self) -> bool:
        try:
            return not self.connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return False
        except OSError:
            return True
