"""What a build says, as diagnostics: ours, and the warnings of Sphinx and its other extensions."""

import logging
from dataclasses import replace
from pathlib import Path

from sphinx.util.logging import NAMESPACE, WarningStreamHandler

from trueloss.diagnostics.diagnostic import Diagnostic


class Collector(logging.Filter):
    """Notes each warning that Sphinx writes, once, and lets it pass.

    It is the last filter of Sphinx's handler: suppressed warnings do not reach it, and locations
    are text by then.
    """

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[Diagnostic, None] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Note a warning."""
        file, line = _place(getattr(record, "location", None) or "docs")
        said = logging.LogRecord.getMessage(record)
        rule, of = (getattr(record, name, None) or "" for name in ("subtype", "type"))
        message = " ".join(part.strip() for part in said.splitlines())
        self._found[Diagnostic(rule, line, message, file, of)] = None
        return True

    def found(self, root: Path) -> list[Diagnostic]:
        """Return what was noted, with paths from ``root``."""
        return [replace(each, file=relative(each.file, root)) for each in self._found]


def collect() -> Collector:
    """Collect from now on what the application made last reports."""
    collector = Collector()
    for handler in logging.getLogger(NAMESPACE).handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.addFilter(collector)
    return collector


def relative(path: str, root: Path) -> str:
    """Return a path as seen from ``root``, where it lies below it."""
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(root.resolve()):
        place = place.relative_to(root.resolve())
    return place.as_posix()


def _place(location: str) -> tuple[str, int]:
    file, _, line = location.rpartition(":")
    return (file, int(line)) if file and line.isdecimal() else (location.rstrip(":"), 1)
