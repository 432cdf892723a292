"""What does one program print? ``python -m trueloss run examples/training/smallest.py``.

Or, by a page and the label of one of its cells, ``run docs/lessons/training/index.md one-step``. It
runs as in a build, and what a page may cite of it is printed ready to be pasted. Where forks are
safe, a process keeps the warm parent from one run to the next, so the second takes a moment.
"""

import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from trueloss.commands import parser_of
from trueloss.repository import code_digest, find_root

#: How another process is told to keep the warm parent.
_KEEP = "--keep"


def main(arguments: Sequence[str]) -> int:
    """Run what the command line names; return 1 where it fails, and 2 where it cannot run."""
    root = find_root()
    if arguments[:1] == [_KEEP]:
        keep(root, int(arguments[1]))
        return 0
    parser = parser_of("run")
    parser.add_argument("program", type=Path, help="a program below examples/, or a page")
    parser.add_argument("label", nargs="?", help="of a page, the label of a cell or a task")
    parser.add_argument("--alone", action="store_true", help="keep nothing for the next run")
    given = parser.parse_args(arguments)
    try:
        said = answer(root, [str(given.program.resolve()), given.label], alone=given.alone)
    except KeyboardInterrupt:
        return 130
    print(said["printed"], end="", flush=True)
    print(said["wrong"], end="", file=sys.stderr)
    code: int = said["code"]
    return code


def answer(root: Path, request: Sequence[str | None], *, alone: bool = False) -> Any:
    """Return what the process that stays answers, or this one where none may stay."""
    here = alone or "CI" in os.environ or sys.platform != "linux"
    return _run_here(root, request) if here else _ask(root, request)


def _run_here(root: Path, request: Any) -> Any:
    # Not at the top: who asks a process that has imported it already does without.
    from trueloss.commands.one_program import Programs
    from trueloss.kernels import close_kernels

    try:
        return Programs(root).answer(request)
    finally:
        close_kernels()


def _ask(root: Path, request: Any) -> Any:
    # Not at the top: Windows has no such sockets.
    from trueloss.execution.asking import NoAnswerError, ask, resident_folder

    try:
        return ask(resident_folder(root), [sys.executable, "-m", "trueloss", "run", _KEEP], request)
    except NoAnswerError as error:
        return {"printed": "", "wrong": f"{error}\n", "code": 2}


def keep(root: Path, descriptor: int) -> None:
    """Answer at a socket that listens already, with a warm parent, until nobody needs it."""
    from trueloss.commands.one_program import Programs
    from trueloss.execution.asking import resident_folder
    from trueloss.execution.resident import Resident
    from trueloss.kernels.environment import installed_versions

    def code() -> tuple[str, object]:
        return code_digest(root), dict(installed_versions.__wrapped__())

    listening = socket.socket(fileno=descriptor)
    resident = Resident(listening, resident_folder(root), code)
    resident.serve(Programs(root).answer)
