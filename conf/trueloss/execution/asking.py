"""Ask the process that keeps a warm parent between commands; its side is :mod:`.resident`.

It imports next to nothing but Python's own modules, so that commands start at once.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from trueloss.text.files import make_folder, make_way, remove

#: The answer of a resident that ends because its code or packages have changed.
OUTDATED = "outdated"


class NoAnswerError(Exception):
    """The process ended without an answer; the message says what it printed."""


def resident_folder(root: Path) -> Path:
    """Return the folder of the resident of a checkout, one for each Python environment."""
    environment = hashlib.sha256(f"{sys.prefix}\n{sys.version}".encode()).hexdigest()[:8]
    return root / "build" / f"run-{environment}"


def ask(folder: Path, command: Sequence[str], request: Any) -> Any:
    """Return the answer of a folder's resident to a request; start one if there is none.

    ``command`` starts one; it is given the number of the socket to listen on. Raises NoAnswerError.
    """
    # One may be on its way out, outdated or idle; the next one was started by us.
    for _ in range(2):
        answer = b""
        with connected(folder, command) as line, contextlib.suppress(ConnectionError):
            line.sendall(json.dumps(request).encode() + b"\n")
            answer = line.makefile("rb").read()
        if answer and (found := json.loads(answer)) != OUTDATED:
            return found
    log = (folder / "log.txt").read_text(encoding="utf-8", errors="replace")[-2000:].strip()
    raise NoAnswerError(f"the process that keeps kernels warm ended: {log or 'it printed nothing'}")


@contextlib.contextmanager
def connected(folder: Path, command: Sequence[str]) -> Iterator[socket.socket]:
    """Give a line to the resident of a folder, which the command starts where there is none."""
    make_folder(folder)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        with turn(folder), short_path(folder) as path:
            try:
                line.connect(path)
            except (ConnectionRefusedError, FileNotFoundError):
                # A resident that was killed has left its socket.
                remove(Path(path))
                make_way(folder / "log.txt")
                _start(folder, path, command)
                line.connect(path)
        yield line


def _start(folder: Path, path: str, command: Sequence[str]) -> None:
    """Start a resident on a socket that listens already, so that clients connect at once."""
    with (
        socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening,
        (folder / "log.txt").open("wb") as log,
    ):
        listening.bind(path)
        Path(path).chmod(0o600)
        listening.listen()
        subprocess.Popen(
            [*command, str(listening.fileno())],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[listening.fileno()],
            start_new_session=True,
        )


@contextlib.contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Let one process at a time start or end a folder's resident."""
    make_way(folder / "lock")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def short_path(folder: Path) -> Iterator[str]:
    """Give a path to the socket of a folder; the system takes 107 bytes, and a folder has more."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{descriptor}/socket"
    finally:
        os.close(descriptor)
