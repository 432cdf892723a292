"""What the linters say of programs and pages, as diagnostics."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from trueloss.diagnostics.collecting import relative
from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.repository import Refusal
from trueloss.text.terminal import without_colours

#: How a tool without another format says something of a line.
_LINE = re.compile(r"(?P<path>[^:\n]+):(?P<line>\d+): ?(?P<message>.+)")
_FORMAT = "the format differs from the house style from here on; run `nox -s lint -- --fix`"

#: Where Python finds this package, which the linters' environment does not install.
_CONF = Path(__file__).parents[2]


class LinterError(Refusal):
    """A linter could not check the files."""


def of_linters(root: Path, files: Sequence[Path]) -> Iterator[Diagnostic]:
    """Yield what the linters say of the files, with the settings of the repository.

    They run in the Python that the variable ``TRUELOSS_LINTERS`` names, in this one without it.
    Raises LinterError where one of them does not run.
    """
    programs = [path for path in files if path.suffix == ".py"]
    pages = [path for path in files if path.suffix == ".md"]
    for rule, line, message, file in _ruff(root, ["check", "--quiet"], programs):
        yield Diagnostic(rule, line, message, file, "ruff")
    for _, line, _, file in _ruff(root, ["format", "--check"], programs):
        yield Diagnostic("format", line, _FORMAT, file)
    for line, message, file in _lines(root, ["-m", "codespell_lib"], files):
        word, _, right = message.partition(" ==> ")
        said = f"{word!r} is misspelt; write {right.replace(',', ' or')}"
        yield Diagnostic("", line, said, file, "codespell", about=word)
    for line, _, file in _lines(root, ["-m", "trueloss", "format"], pages, _CONF):
        yield Diagnostic("format", line, _FORMAT, file)


def _ruff(
    root: Path, command: Sequence[str], files: Iterable[Path]
) -> Iterator[tuple[str, int, str, str]]:
    said = _output(root, ["-m", "ruff", *command, "--output-format=json"], files)
    for each in json.loads(said or "[]"):
        line, file = each["location"]["row"], relative(each["filename"], root)
        yield each["code"], line, each["message"], file


def _lines(
    root: Path, tool: Sequence[str], files: Iterable[Path], folder: Path | None = None
) -> Iterator[tuple[int, str, str]]:
    for line in _output(folder or root, tool, files).splitlines():
        if match := _LINE.fullmatch(line):
            yield int(match["line"]), match["message"], relative(match["path"], root)


def _output(folder: Path, tool: Sequence[str], files: Iterable[Path]) -> str:
    names = [str(path.resolve()) for path in files]
    if not names:
        return ""
    command = [os.environ.get("TRUELOSS_LINTERS", sys.executable), *tool, *names]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    # FORCE_COLOR asks for colours where nothing is a terminal.
    said = without_colours(ran.stdout)
    if ran.returncode and not said:
        raise LinterError(f"{' '.join(command)} did not run:\n{ran.stderr.strip()}")
    return said
