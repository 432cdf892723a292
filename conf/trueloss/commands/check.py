"""What CI would say of some pages: ``python -m trueloss check docs/lessons/training``.

The whole site is read, so that links and names are checked against all of it, but only the chosen
pages run, and only their diagnostics are shown. The next check reads no other page again unless
it changes.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from sphinx.environment import BuildEnvironment

from trueloss.commands import parser_of
from trueloss.commands.kept_builds import Build, build
from trueloss.commands.stale import against_record, without_page
from trueloss.diagnostics.collecting import lines_in
from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.diagnostics.first_causes import first_causes
from trueloss.diagnostics.linters import of_linters
from trueloss.kernels import close_kernels
from trueloss.lessons.cells.example_programs import loaded_files
from trueloss.lessons.course.modes import lesson_of
from trueloss.lessons.course.open_points import OpenPoint, has_open_points, open_points
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.selection import is_below, places_of, select, take_pages
from trueloss.pages.work import Work, work_in_cache
from trueloss.records.causes import cause_of, programs_up_to
from trueloss.records.course_pages import Course, CoursePages, expectations
from trueloss.records.offers import Offer, fills, mend, ties
from trueloss.records.outputs import record_of
from trueloss.records.verdict import short
from trueloss.records.volatile import volatile_lines
from trueloss.repository import find_root
from trueloss.seeds.files import read_seeds
from trueloss.text.counting import counted
from trueloss.text.shorten import short_line
from trueloss.text.turns import wait_for_turn
from trueloss.truth.example_rules import unloaded_examples

#: What is left to do with a page that is being written.
_UNRECORDED = "Nothing that it prints is accepted yet; `nox -s record -- docs/{}.md` does that."


@dataclass
class Checked:
    """What was found: diagnostics by file, open points, and how many pages were looked at."""

    pages: int
    diagnostics: dict[str, list[Diagnostic]] = field(default_factory=dict)
    points: list[OpenPoint] = field(default_factory=list)

    def as_text(self) -> str:
        """Return all of it grouped by file, each line with the place to mend."""
        parts = []
        for file, found in sorted(self.diagnostics.items()):
            parts.append(f"{file}\n" + "".join(f"  {diagnostic}\n" for diagnostic in found))
        if self.points:
            left = "".join(f"  {point}\n" for point in self.points)
            parts.append(f"Left to do, which only a release refuses:\n{left}")
        wrong = sum(map(len, self.diagnostics.values()))
        verdict = f"{wrong} to mend" if wrong else "nothing to mend"
        parts.append(f"{counted(self.pages, 'page')}: {verdict}, {len(self.points)} left to do.\n")
        return "\n".join(parts)


def check(root: Path, paths: Sequence[Path]) -> Checked:
    """Check the pages at and below the paths of the repository at ``root``.

    Raises SelectionError where there is no page at a path.
    """
    docs, places = root / "docs", places_of(paths, root / "docs")
    pages, course = _read(root, places)
    programs = {program for page in course.pages.values() for program in page.loaded}
    with ThreadPoolExecutor(1) as beside:
        linted = beside.submit(lambda: [*of_linters(root, [*pages, *sorted(programs)])])
        built = _build(root, places)
        found = built.said + linted.result()
    env = built.app.env
    chosen = select(env.found_docs, places)
    files = [*(docs / f"{docname}.md" for docname in chosen), *programs, *_unloaded(env, chosen)]
    alone = list(_records_alone(course, places))
    drafts = {name for name in course.pages.keys() - course.recorded if has_open_points(env, name)}
    found += [*_stale(course, drafts), *alone]
    wanted = {path.relative_to(root).as_posix() for path in files}
    # What is said of no file, such as that kernels do not start, concerns every page.
    wanted |= {"docs", *(diagnostic.file for diagnostic in alone)}
    by_file = defaultdict(list)
    for diagnostic in first_causes(found, lines_in(root)):
        if diagnostic.file in wanted:
            by_file[diagnostic.file].append(diagnostic)
    return Checked(
        len(chosen),
        dict(by_file),
        [point for point in open_points(env) if point.page in chosen]
        + [OpenPoint(name, 1, _UNRECORDED.format(name)) for name in sorted(drafts)],
    )


def _read(root: Path, places: Iterable[str]) -> tuple[list[Path], Course]:
    """Return the chosen pages, and those with code, read. Raises SelectionError for none."""
    pages = CoursePages(root)
    names = sorted(select(pages.names(), places))
    return [pages.path(name) for name in names], pages.course(names)


def _unloaded(env: BuildEnvironment, chosen: Iterable[str]) -> Iterator[Path]:
    """Yield the programs of the lessons that are chosen whole, which no page loads.

    Who checks one page may have written the programs of the next.
    """
    loaded = loaded_files(env)
    modes = env.config.trueloss_modes
    others = {lesson_of(name, modes) for name in env.found_docs.difference(chosen)}
    for lesson in {lesson_of(name, modes) for name in chosen} - others - {None}:
        folder = Path(env.config.trueloss_root) / "examples" / str(lesson).rpartition("/")[2]
        yield from unloaded_examples(folder, loaded)


def _build(root: Path, places: Sequence[str]) -> Build:
    """Build the site, only the chosen pages run."""
    folder = root / "build" / "check"

    def chosen(env: BuildEnvironment) -> set[str]:
        return {name for name in env.found_docs if any(is_below(name, each) for each in places)}

    with wait_for_turn(folder.with_suffix(".lock")):
        return build(root, folder, chosen, trueloss_run_only=places)


def _stale(course: Course, drafts: Collection[str]) -> Iterator[Diagnostic]:
    """Yield where cached outputs differ from the record or cannot be reproduced.

    Nobody has accepted yet what ``drafts`` print.
    """
    today = datetime.datetime.now(datetime.UTC).date()
    for work in work_in_cache(course.pages.values(), course.cache):
        name, expected, run = work.page.docname, expectations(work.page), work.together()
        file = f"docs/{name}.md"
        fleeting = set()
        for cell, line, reason in volatile_lines(record_of(name, run.notebook), today):
            fleeting.add(expected.line(cell))
            message = f"the cell {cell} prints {reason}: {short_line(line)}"
            yield Diagnostic("volatile", expected.line(cell), message, file)
        for change in against_record(course, run, expected) if name not in drafts else ():
            if change.line in fleeting:
                continue
            old, new = short(change.old, change.new)
            cause = cause_of(programs_up_to(work.page, change.line), change.old, change.new)
            advice = f"mend the program, or accept it with `nox -s record -- {file}`"
            if cause:
                advice = f"runs may differ, because {cause}; {advice}"
            yield Diagnostic(
                "stale",
                change.line,
                f"{change.what}: {old} is recorded, now it is {new}; {advice}",
                file,
                about=change.cell,
            )
        yield from _other_seeds(course, work)


def _other_seeds(course: Course, work: Work) -> Iterator[Diagnostic]:
    """Yield a diagnostic if stored runs with other seeds are outdated."""
    page = work.page
    observed = read_seeds(course.records, page.docname)
    if observed and not observed.fits(page, labelled_cells(work.together().notebook)):
        file = f"docs/{page.docname}.md"
        message = (
            "what other seeds print is kept for programs or outputs that are no longer those of "
            f"the page, so readers are told of none; run it again with `nox -s seeds -- {file}`"
        )
        yield Diagnostic("stale", 1, message, file)


def _records_alone(course: Course, places: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield each selected record whose page is gone or no longer has code."""
    for change in without_page(course):
        if any(is_below(change.page, place) for place in places):
            message = f"there is {change.new}; remove it with `nox -s record`"
            yield Diagnostic("stale", 1, message, f"docs/_records/{change.page}.txt")


def fill(root: Path, paths: Sequence[Path]) -> list[Offer]:
    """Write numbers left open, and words that numbers need, on pages that have run; return them."""
    _, course = _read(root, places_of(paths, root / "docs"))
    found = [
        offer
        for work in work_in_cache(course.pages.values(), course.cache)
        for offers in (fills, ties)
        for offer in offers(work.page.path, work.page.ran, labelled_cells(work.together().notebook))
    ]
    mend(found)
    return found


def main(arguments: Sequence[str]) -> int:
    """Check the pages named on the command line, all without any; return the exit code."""
    parser = parser_of("check")
    take_pages(parser)
    help_ = (
        "write numbers where a page has {ran}`? <label>`, and the words that tie numbers to lines"
    )
    parser.add_argument("--fill", action="store_true", help=help_)
    given = parser.parse_args(arguments)
    root = find_root()
    try:
        checked = check(root, given.pages)
        if given.fill and (written := fill(root, given.pages)):
            for offer in written:
                where = f"{offer.path.relative_to(root)}:{offer.number.line}"
                print(f"{where}: filled in {offer.role}")
            checked = check(root, given.pages)
    finally:
        close_kernels()
    print(checked.as_text(), end="")
    return 1 if checked.diagnostics else 0
