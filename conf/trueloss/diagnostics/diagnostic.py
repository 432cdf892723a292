"""Diagnostics: what an author has to mend before a page may be published."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: What a diagnostic is about that holds only where all cells of its page are known.
EVERY_CELL = "*"


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong in a file.

    ``rule`` is a code of the table of rules, or of the tool ``of`` that has rules of its own.
    ``line`` counts from 1. ``message`` says what is wrong, shows the value, and says what to write
    instead. ``file`` is a path from the root of the repository, where it is known already.
    ``about`` is what it speaks of besides its own line: the name of a cell, or another file.

    Others stay what they are: a Failure knows a cell and no page yet; a Change and a Survivor put
    two values side by side, for tables; an OpenPoint is nothing to mend until there is a release.
    """

    rule: str
    line: int
    message: str
    file: str = ""
    of: str = "trueloss"
    about: str = field(default="", compare=False)

    @property
    def code(self) -> str:
        """The tool and rule that end a message: Sphinx's type and subtype of a warning."""
        return ".".join(filter(None, (self.of, self.rule)))

    @property
    def place(self) -> tuple[str, int, list[str | int]]:
        """What diagnostics are sorted by: numbers in a message by their size."""
        parts = re.split(r"(\d+)", self.message)
        return self.file, self.line, [int(part) if part.isdecimal() else part for part in parts]

    def __str__(self) -> str:
        """Return line, message and code."""
        return f"{self.line}: {self.message}" + (f" [{self.code}]" if self.code else "")


def report(diagnostics: Iterable[Diagnostic], path: Path | str) -> None:
    """Log the diagnostics of the file at ``path`` as Sphinx warnings of type ``trueloss``."""
    # Not at the top: rules, and commands that build no site, come without Sphinx.
    from sphinx.util import logging

    logger = logging.getLogger(__name__)
    for diagnostic in diagnostics:
        logger.warning(
            diagnostic.message,
            type="trueloss",
            subtype=diagnostic.rule,
            location=f"{path}:{diagnostic.line}",
            extra={"about": diagnostic.about},
        )


def refuse_faulty_build(app: "Sphinx", exception: Exception | None) -> None:
    """Fail a build that reported anything, and make the next one report it again.

    Sphinx does not read an unchanged page again, and so does not repeat its warnings. Hence the
    environment of a build with warnings is deleted, and the next one reads every page, unless
    ``trueloss_keep_faulty`` is set by callers that read pages with diagnostics again themselves.
    """
    warnings = app._warncount
    if exception is None and not warnings:
        return
    app.statuscode = 1
    if app.config.trueloss_keep_faulty:
        return
    (app.doctreedir / "environment.pickle").unlink(missing_ok=True)
