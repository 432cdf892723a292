"""What a build says, as diagnostics: ours, and the warnings of Sphinx and its other extensions."""

import copy
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.logging import NAMESPACE, WarningStreamHandler

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.diagnostics.first_causes import first_causes
from trueloss.diagnostics.other_words import in_our_words


class Collector(logging.Filter):
    """Holds back each warning that Sphinx would write, until all are known.

    It is the last filter of Sphinx's handler: suppressed warnings do not reach it, and locations
    are text by then.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[Diagnostic, logging.LogRecord] = {}
        self._holding = True

    def filter(self, record: logging.LogRecord) -> bool:
        """Note a warning, and keep it from being written."""
        file, line = _place(getattr(record, "location", None) or "docs")
        rule, of, about = (
            getattr(record, name, None) or "" for name in ("subtype", "type", "about")
        )
        said = logging.LogRecord.getMessage(record)
        message = " ".join(part.strip() for part in said.splitlines())
        found = Diagnostic(rule, line, message, file, of, about)
        # Sphinx has put the code behind the message, and a diagnostic does so itself.
        message = message.removesuffix(f" [{found.code}]")
        self._held.setdefault(replace(found, message=message), record)
        return not self._holding

    def found(self, root: Path) -> list[Diagnostic]:
        """Return what was noted, with paths from ``root``."""
        return [replace(each, file=relative(each.file, root)) for each in self._held]

    def tell(self, app: Sphinx, handler: logging.Handler) -> None:
        """Write the first cause of each thing, in our words, and hold back no more."""
        root = Path(app.config.trueloss_root)
        records = {
            in_our_words(each, app): record
            for each, record in zip(self.found(root), self._held.values(), strict=True)
        }
        self._held, self._holding = {}, False
        for each in first_causes(records, lines_in(root)):
            record = copy.copy(records.get(each) or _record_at(records, each))
            record.msg, record.args = f"{each.message} [{each.code}]", ()
            self._held[each] = record
            handler.emit(record)


def hold_back(_app: Sphinx) -> None:
    """Hold back the warnings of a build from now on."""
    for handler in _handlers():
        handler.addFilter(Collector())


def tell(app: Sphinx, _exception: Exception | None) -> None:
    """Write what is wrong, once all of it is known."""
    for handler in _handlers():
        collector_of(handler).tell(app, handler)


def said(root: Path) -> list[Diagnostic]:
    """Return what the build that ended last has written."""
    return [each for handler in _handlers() for each in collector_of(handler).found(root)]


def collector_of(handler: logging.Handler) -> Collector:
    """Return what holds back the warnings of a handler."""
    return next(each for each in handler.filters if isinstance(each, Collector))


def lines_in(root: Path) -> Callable[[str], Sequence[str]]:
    """Return what reads the lines of files below ``root``, each file once."""

    @cache
    def lines_of(file: str) -> Sequence[str]:
        path = root / file
        if not path.is_file():
            return ()
        return path.read_text(encoding="utf-8", errors="replace").splitlines()

    return lines_of


def relative(path: str, root: Path) -> str:
    """Return a path as seen from ``root``, where it lies below it."""
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(root.resolve()):
        place = place.relative_to(root.resolve())
    return place.as_posix()


def _handlers() -> list[logging.Handler]:
    handlers = logging.getLogger(NAMESPACE).handlers
    return [handler for handler in handlers if isinstance(handler, WarningStreamHandler)]


def _record_at(
    records: Mapping[Diagnostic, logging.LogRecord], told: Diagnostic
) -> logging.LogRecord:
    """Return the record of the first of several diagnostics that were made one."""
    return next(
        record
        for each, record in records.items()
        if (each.file, each.line, each.code) == (told.file, told.line, told.code)
    )


def _place(location: str) -> tuple[str, int]:
    file, _, line = location.rpartition(":")
    return (file, int(line)) if file and line.isdecimal() else (location.rstrip(":"), 1)
