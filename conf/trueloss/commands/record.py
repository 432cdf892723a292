"""Accept what the pages print now: ``python -m trueloss record [PAGES...]``.

Every page is run from nothing and what it prints is written
to ``docs/_records/``, for a reviewer to read as a diff. Where a number in prose no longer is what
its cell prints, the new one is offered; ``--mend`` writes it into the page.
"""

import datetime
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trueloss.commands import parser_of
from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.execution.jobs import Run
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.reader import Page
from trueloss.pages.selection import take_pages
from trueloss.records.causes import cause_of, programs_up_to
from trueloss.records.course_pages import Course, expectations, read_course
from trueloss.records.offers import Offer, mend, offers
from trueloss.records.outputs import Record, record_of
from trueloss.records.record_files import read_record, record_path, write_record
from trueloss.records.record_text import RecordError
from trueloss.records.reproduce import disagreements
from trueloss.records.rerun import CIRCUMSTANCES, run_afresh
from trueloss.records.verdict import short
from trueloss.records.volatile import volatile_lines
from trueloss.repository import find_root


@dataclass
class Accepted:
    """What came of it: files written and removed, pages refused and why, numbers to mend."""

    written: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)


def accept(course: Course) -> Accepted:
    """Run the course twice and write its records.

    A page that fails, or whose second run differs from the first, keeps its old record.
    """
    accepted = Accepted()
    for page in course.pages.values():
        accepted.refused += _diagnostics(page)
    first: dict[str, Run] = {}
    for circumstances in CIRCUMSTANCES:
        due = [page for page in course.pages.values() if not page.diagnostics]
        for run in run_afresh(due, course.settings, circumstances):
            page = course.pages[run.page]
            if run.failure is not None:
                page.diagnostics.append(page.diagnostic(run.failure, course.root))
            elif run.page in first:
                page.diagnostics += _unsteady(page, first[run.page], run)
                if not page.diagnostics:
                    _accept_run(first[run.page], page, course, accepted)
            else:
                first[run.page] = run
            accepted.refused += _diagnostics(page)
    for name in sorted(course.recorded - course.pages.keys()):
        path = record_path(course.records, name)
        path.unlink()
        accepted.removed.append(path)
    accepted.written.sort()
    accepted.refused.sort()
    return accepted


def _accept_run(run: Run, page: Page, course: Course, accepted: Accepted) -> None:
    old: Record | None = None
    try:
        stored = read_record(course.records, run.page)
        old = stored[0] if stored else None
    except RecordError:
        pass  # it is about to be replaced
    new = record_of(run.page, run.notebook)
    accepted.offers += offers(page.path, page.ran, old, labelled_cells(run.notebook))
    if write_record(new, course.records):
        accepted.written.append(record_path(course.records, run.page))


def _unsteady(page: Page, first: Run, second: Run) -> Iterator[Diagnostic]:
    """Yield what a page does not put out again, with the reason where it shows."""
    today = datetime.datetime.now(datetime.UTC).date()
    lines = expectations(page)
    named = set()
    for name, line, reason in volatile_lines(record_of(page.docname, second.notebook), today):
        named.add(lines.line(name))
        yield Diagnostic("volatile", lines.line(name), f"the cell {name} prints {reason}: {line}")
    for change in disagreements(page.docname, first.notebook, second.notebook, lines, today):
        if change.line not in named:
            old, new = short(change.old, change.new)
            cause = cause_of(programs_up_to(page, change.line), change.old, change.new)
            message = f"{change.what} is {old} in one run and {new} in the next"
            why = cause or "nothing in its program shows why"
            yield Diagnostic("volatile", change.line, f"{message}: {why}")


def _diagnostics(page: Page) -> Iterator[str]:
    for diagnostic in page.diagnostics:
        yield f"{page.path}:{diagnostic}"


def main(arguments: Sequence[str]) -> int:
    """Accept the pages named on the command line, all without any; return the exit code."""
    parser = parser_of("record")
    take_pages(parser)
    parser.add_argument("--mend", action="store_true", help="write new numbers into prose")
    given = parser.parse_args(arguments)
    course = read_course(find_root()).restricted_to(given.pages)
    accepted = accept(course)
    for what, paths in (("wrote", accepted.written), ("removed", accepted.removed)):
        for path in paths:
            print(f"{what} {path.relative_to(course.docs.parent)}")
    for offer in accepted.offers:
        where = f"{offer.path.relative_to(course.docs.parent)}:{offer.number.line}"
        label, old = offer.number.label, offer.number.value
        print(f"{where}: the cell {label} prints {offer.new} now, not {old}")
    if given.mend:
        mend(accepted.offers)
    elif accepted.offers:
        print("Read those sentences again; --mend writes the new numbers into them.")
    for refusal in accepted.refused:
        print(f"not recorded: {refusal}", file=sys.stderr)
    if not (accepted.written or accepted.removed or accepted.refused):
        print("Every record is as it was.")
    return 1 if accepted.refused else 0
