"""What builds and tools say of files, in one form: file, line, message."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trueloss.text.terminal import without_colours

_OF_SPHINX = re.compile(
    r"(?:(?P<path>[^:\n]+?)(?::(?P<line>\d+))?: )?(?:WARNING|ERROR|CRITICAL): (?P<message>.*)"
)
_CONCISE = "--output-format=concise"
_OF_TOOL = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+):(?:\d+:)? ?(?P<message>.+)")


#: Where Python finds this package without an installation: the linters have none.
_CONF = Path(__file__).parents[2]


@dataclass(frozen=True, order=True)
class Complaint:
    """One thing to mend. ``file`` is a path from the root of the repository, lines start at 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return line and message."""
        return f"{self.line}: {self.message}"


def complaints(text: str, root: Path) -> Iterator[Complaint]:
    """Yield the warnings and errors in what Sphinx wrote; further lines belong to the one above."""
    found: list[Complaint] = []
    for line in text.splitlines():
        match = _OF_SPHINX.fullmatch(line)
        if match:
            file = _relative(match["path"] or "docs", root)
            found.append(Complaint(file, int(match["line"] or 1), match["message"]))
        elif found and line.strip():
            last = found.pop()
            found.append(Complaint(last.file, last.line, f"{last.message} {line.strip()}"))
    yield from found


class LinterError(RuntimeError):
    """A linter that did not come to say anything of the files."""


def of_tools(root: Path, files: Sequence[Path]) -> Iterator[Complaint]:
    """Yield what the linters say of the files, with the settings of the repository.

    They run in the Python that the variable ``TRUELOSS_LINTERS`` names, in this one without it.
    Raises LinterError where one of them does not run.
    """
    programs = [path for path in files if path.suffix == ".py"]
    pages = [path for path in files if path.suffix == ".md"]
    yield from _run(root, ("-m", "ruff", "check", "--quiet", _CONCISE), programs)
    for found in _run(root, ("-m", "ruff", "format", "--check", _CONCISE), programs):
        message = "the format is not the house's; run `nox -s lint -- --fix`"
        yield Complaint(found.file, found.line, message)
    yield from _run(root, ("-m", "codespell_lib"), files)
    yield from _run(root, ("-m", "trueloss", "format"), pages, folder=_CONF)


def _run(
    root: Path, tool: Sequence[str], files: Iterable[Path], folder: Path | None = None
) -> Iterator[Complaint]:
    for line in _output(folder or root, tool, files):
        match = _OF_TOOL.fullmatch(line)
        if match:
            file = _relative(match["path"], root)
            yield Complaint(file, int(match["line"]), match["message"])


def _output(folder: Path, tool: Sequence[str], files: Iterable[Path]) -> list[str]:
    names = [str(path.resolve()) for path in files]
    if not names:
        return []
    command = [os.environ.get("TRUELOSS_LINTERS", sys.executable), *tool, *names]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    # FORCE_COLOR asks for colours where nothing is a terminal.
    said = without_colours(ran.stdout).splitlines()
    if ran.returncode and not said:
        raise LinterError(f"{' '.join(command)} did not run:\n{ran.stderr.strip()}")
    return said


def _relative(path: str, root: Path) -> str:
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(root.resolve()):
        place = place.relative_to(root.resolve())
    return place.as_posix().removeprefix("./")
