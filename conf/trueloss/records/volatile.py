"""Outputs that are never the same again, told by what they look like.

Two runs in a row catch most of them by differing. Some do not: the date is the same all day, and
the path of an installed package is the same until somebody else builds the site.
"""

import datetime
import re
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from trueloss.records.outputs import Record

_ADDRESS = re.compile(r"\bat 0x[0-9a-f]{7,16}\b", re.IGNORECASE)
_SPEED = re.compile(r"\d\s?(?:ns|us|µs|μs|ms|s|min)/(?:step|epoch|batch|sample|iteration)s?\b")
_TIMED = re.compile(r"\bWall time: |\bCPU times: |\bper loop \(mean ")
_PATH = re.compile(
    r"(?:(?<![\w/.:])|(?<=file://))/(?:home|root|tmp|usr|var|opt|etc|mnt|proc|dev|srv|private"
    r"|Users|Applications|Library|builds?|workspace|github)/[\w.+-]"
    r"|\b[A-Z]:\\\w"
)
#: The last is the text form of a date, as in ``datetime.date(2026, 1, 2)``.
_DATES = (
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y"),
    *("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%b %d %Y", "(%Y, %m, %d"),
)


def volatile_lines(record: Record, today: datetime.date) -> Iterator[tuple[str, str, str]]:
    """Yield the cell, the first line and the reason for each reason why output cannot last."""
    days = written_out(today)
    for cell in record.cells:
        told = set()
        for output in cell.outputs:
            for line in output.text.splitlines():
                reason = volatile_reason(line, days)
                if reason and reason not in told:
                    told.add(reason)
                    yield cell.name, line.strip(), reason


def volatile_reason(line: str, days: tuple[str, ...] = ()) -> str | None:
    """Say what in a line of output changes with every run, day or machine, if anything does.

    ``days`` are the ways today's date may be written.
    """
    for pattern, reason in (
        (
            _ADDRESS,
            "a memory address, which no two runs share; print what the object holds, or end the "
            "last line with a semicolon",
        ),
        (_SPEED, "the time that a step took; train with verbose=0"),
        (_TIMED, "how long the cell took; take %%time or %timeit away"),
        (_PATH, "an absolute path, which no two machines share"),
    ):
        if pattern.search(line):
            return reason
    if any(folder in line for folder in _folders()):
        return "an absolute path, which no two machines share"
    written = (day for day in days if day in line)
    if any(re.search(rf"(?<!\d){re.escape(day)}(?!\d)", line) for day in written):
        return "today's date, which differs tomorrow"
    return None


def _folders() -> set[str]:
    """Return the folders of this machine that outputs name most often."""
    folders = {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), str(Path.cwd())}
    return {folder for folder in folders if len(Path(folder).parts) > 2}


def written_out(day: datetime.date) -> tuple[str, ...]:
    """Return every way a day may be written, with the zeros before its digits and without."""
    padded = [day.strftime(form) for form in _DATES]
    return (*padded, *(re.sub(r"\b0(?=\d)", "", text) for text in padded))
