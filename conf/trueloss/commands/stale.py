"""Does every page still print what its record says? ``nox -s stale -- [PAGES...]``.

Two runs of every page are held against each other and against the records, under circumstances
that must not matter: other hash seeds, other numbers of workers, other time zones. Where a build
has run a page already, that is the first of them.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Sequence

from trueloss.commands import parser_of
from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.execution.jobs import Run
from trueloss.kernels.environment import named_versions
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.reader import Page
from trueloss.pages.selection import take_pages
from trueloss.pages.work import work_in_cache
from trueloss.records.compare import NOTHING, Change, Expectations, compare_records
from trueloss.records.course_pages import Course, expectations, read_course
from trueloss.records.outputs import record_of
from trueloss.records.record_files import read_record
from trueloss.records.record_text import RecordError
from trueloss.records.reproduce import disagreements
from trueloss.records.rerun import CIRCUMSTANCES, run_afresh
from trueloss.records.verdict import Verdict
from trueloss.repository import find_root
from trueloss.seeds.files import read_seeds, seeds_path
from trueloss.text.counting import counted
from trueloss.text.files import make_folder, write_whole


def check(course: Course, today: datetime.date | None = None) -> Verdict:
    """Say what changed since the records, and what a second run does not reproduce.

    A page that fails is a change: its record says that it ran. It is not run a second time.
    """
    expected = {name: expectations(page) for name, page in course.pages.items()}
    verdict = Verdict(list(without_page(course)), versions=named_versions(course.conf.packages))
    for page in course.pages.values():
        verdict.changed += (failing(page, each) for each in page.diagnostics)
    runs: dict[str, list[Run]] = {
        name: [] for name, page in course.pages.items() if not page.diagnostics
    }
    for work in work_in_cache([course.pages[name] for name in runs], course.cache):
        runs[work.page.docname].append(work.together())
    for number, circumstances in enumerate(CIRCUMSTANCES):
        due = [course.pages[name] for name, done in runs.items() if len(done) == number]
        seconds = {name: earlier[0].seconds for name, earlier in runs.items() if earlier}
        settings = dataclasses.replace(course.settings, last_seconds=seconds)
        for run in run_afresh(due, settings, circumstances):
            page = course.pages[run.page]
            if run.failure is None:
                runs[run.page].append(run)
            else:
                del runs[run.page]
                verdict.changed.append(failing(page, page.diagnostic(run.failure, course.root)))
    for name, (first, second) in runs.items():
        today = today or datetime.datetime.now(datetime.UTC).date()
        unsteady = list(disagreements(name, first.notebook, second.notebook, expected[name], today))
        verdict.not_reproducible += unsteady
        lines = {change.line for change in unsteady}
        changes = against_record(course, first, expected[name])
        verdict.changed += (change for change in changes if change.line not in lines)
        verdict.changed += of_other_seeds(course, course.pages[name], first)
    for found in (verdict.changed, verdict.not_reproducible):
        found.sort(key=lambda change: (change.page, change.line))
    return verdict


def without_page(course: Course) -> Iterator[Change]:
    """Yield the records for which there is no page with code."""
    for name in sorted(course.recorded - course.pages.keys()):
        file = f"docs/_records/{name}.txt"
        yield Change(name, 1, "the page", f"the record {file}", "no page with code of that name")


def failing(page: Page, diagnostic: Diagnostic) -> Change:
    """Return a page's failure as a change, since its record says that it ran."""
    what = f"the page fails ({diagnostic.rule})"
    return Change(page.docname, diagnostic.line, what, "a page that runs", diagnostic.message)


def of_other_seeds(course: Course, page: Page, run: Run) -> Iterator[Change]:
    """Yield a change if the stored runs with other seeds are not of what ran and was printed."""
    name = page.docname
    if seeds_path(course.records, name).is_file():
        observed = read_seeds(course.records, name)
        if observed is None or not observed.fits(page, labelled_cells(run.notebook)):
            old = f"docs/_records/{name}.seeds.json, of other programs or outputs"
            yield Change(name, 1, "what other seeds print", old, "what nox -s seeds writes")


def against_record(course: Course, run: Run, expected: Expectations) -> Iterator[Change]:
    """Yield where a run of a page differs from its record."""
    file = f"docs/_records/{run.page}.txt"
    fresh = record_of(run.page, run.notebook)
    try:
        stored = read_record(course.records, run.page)
    except RecordError as error:
        yield Change(run.page, 1, "the record", f"{file}:{error.line}: {error}", "a readable one")
        return
    if stored is None:
        yield Change(
            run.page, 1, "the record", NOTHING, f"{counted(len(fresh.cells), 'cell')} that ran"
        )
        return
    record, intact = stored
    changes = list(compare_records(record, fresh, expected))
    yield from changes
    if not intact and not changes:
        yield Change(
            run.page, 1, "the record", f"{file}, changed by hand", "what nox -s record writes"
        )


def main(arguments: Sequence[str]) -> int:
    """Check the pages named on the command line, all without any; return the exit code."""
    parser = parser_of("stale")
    take_pages(parser)
    parser.add_argument("--workers", type=int, help="pages run at once in the first of both runs")
    given = parser.parse_args(arguments)
    root = find_root()
    course = read_course(root).restricted_to(given.pages)
    if given.workers:
        settings = dataclasses.replace(course.settings, workers=given.workers)
        course = dataclasses.replace(course, settings=settings)
    verdict = check(course)
    build = root / "build"
    make_folder(build)
    write_whole(build / "stale.json", verdict.as_json())
    write_whole(build / "stale.md", verdict.as_markdown())
    print(verdict.as_table(), end="")
    return 0 if verdict.holds else 1
