"""Diagnostics: what an author has to mend before a page may be published."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util import logging

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong in a file.

    ``rule`` names the rule that was broken and becomes the warning's subtype. ``line`` counts
    from 1. ``message`` says what is wrong, shows the value, and says what to write instead.
    """

    rule: str
    line: int
    message: str


def report(diagnostics: Iterable[Diagnostic], path: Path) -> None:
    """Log the diagnostics of the file at ``path`` as Sphinx warnings of type ``trueloss``."""
    for diagnostic in diagnostics:
        LOGGER.warning(
            diagnostic.message,
            type="trueloss",
            subtype=diagnostic.rule,
            location=f"{path}:{diagnostic.line}",
        )


def refuse_faulty_build(app: Sphinx, exception: Exception | None) -> None:
    """Fail a build that had anything to say, and see to it that the next one says it again.

    Sphinx reads a page once: over kept doctrees the second run has nothing to warn about. So the
    environment of a build with warnings is thrown away, and the next one reads every page; unless
    ``trueloss_keep_faulty`` is set, by who reads the pages with diagnostics again.
    """
    warnings = app._warncount
    if exception is None and not warnings:
        return
    app.statuscode = 1
    if app.config.trueloss_keep_faulty:
        return
    (app.doctreedir / "environment.pickle").unlink(missing_ok=True)
