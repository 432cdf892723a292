"""What a check found, for a terminal, for other programs, and for an issue."""

import json
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import takewhile
from typing import Any

from trueloss.records.compare import Change
from trueloss.records.record_text import escape
from trueloss.text.filled import filled

_WIDTH = 44


@dataclass
class Verdict:
    """What changed against the records, what two runs disagreed on, and the versions that ran."""

    changed: list[Change] = field(default_factory=list)
    not_reproducible: list[Change] = field(default_factory=list)
    versions: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def holds(self) -> bool:
        """Whether there is nothing to say."""
        return not self.changed and not self.not_reproducible

    def as_json(self) -> str:
        """Return the verdict for other programs; an infinite difference is ``null``."""
        lists = {"changed": self.changed, "not_reproducible": self.not_reproducible}
        entries = {name: [_entry(change) for change in found] for name, found in lists.items()}
        return json.dumps(entries, indent=1, ensure_ascii=False) + "\n"

    def as_table(self) -> str:
        """Return the verdict as it is printed: page, line, old, new, relative difference."""
        parts = [as_table(title, found) for title, found in self._sections()]
        return "\n".join(parts) or "Every page prints what its record says.\n"

    def as_markdown(self) -> str:
        """Return the verdict as the text of an issue."""
        sections = [(title, list(map(_cells, found))) for title, found in self._sections()]
        ran = [f"{name} {version}" for name, version in self.versions.items()]
        return filled("stale.jinja", holds=self.holds, sections=sections, ran=ran)

    def _sections(self) -> Iterable[tuple[str, Sequence[Change]]]:
        for title, found in (
            ("Changed since the record", self.changed),
            ("Not reproducible: two runs on this machine disagree", self.not_reproducible),
        ):
            if found:
                yield title, found


def as_table(title: str, found: Sequence[Change]) -> str:
    """Return changes as a table below a title."""
    rows = [("page", "line", "what", "old", "new", "difference"), *map(_row, found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        for row in rows
    )
    return title + "\n" + "\n".join(line.rstrip() for line in lines) + "\n"


def _entry(change: Change) -> dict[str, Any]:
    relative = change.relative
    finite = relative is not None and math.isfinite(relative)
    return asdict(change) | {"relative": relative if finite else None}


def _row(change: Change) -> tuple[str, str, str, str, str, str]:
    difference = "" if change.relative is None else f"{change.relative:.2g}"
    old, new = short(change.old, change.new)
    return change.page, str(change.line), change.what, old, new, difference


def short(old: str, new: str) -> tuple[str, str]:
    """Shorten both to a line in a table: the beginning, and the place where they part.

    What a reader would not see is escaped; texts that look the same are shown as Python's ASCII.
    """
    one, other = (
        " ⏎ ".join(escape(part.strip()) for part in text.strip().split("\n")) for text in (old, new)
    )
    if old != new and _looks(one) == _looks(other):
        one, other = ascii(old), ascii(new)
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    parting = one.rfind(" ", 0, len(list(alike))) + 1
    return _cut(one, parting), _cut(other, parting)


def _looks(line: str) -> str:
    return unicodedata.normalize("NFKC", " ".join(line.split()))


def _cut(line: str, parting: int) -> str:
    if len(line) > _WIDTH and parting > _WIDTH // 2:
        line = f"{line[: _WIDTH // 2 - 1]}…{line[parting:]}"
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"


def _cells(change: Change) -> tuple[str, ...]:
    """Return the cells of a change in a table of Markdown."""
    page, line, what, old, new, difference = _row(change)
    return page, line, _plain(what), _code(old), _code(new), difference


def _plain(text: str) -> str:
    return text.replace("|", "\\|")


def _code(text: str) -> str:
    return "`" + text.replace("|", "\\|").replace("`", "'") + "`" if text else ""
