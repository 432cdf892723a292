"""Would other seeds say the same? ``python -m trueloss seeds [PAGES...]``.

The cells and tasks of a page run again with other seeds. A key that does not come out every time
is a mistake, unless the question says that it is ``:about: one start``; what the text says with its
numbers and other seeds refute is for the author to look at. What the runs printed is kept beside
the record of the page, and only a page that runs or prints something else now runs again.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trueloss.commands import parser_of
from trueloss.kernels import KernelStartError, close_kernels
from trueloss.pages.labelled_cells import Cell, labelled_cells
from trueloss.pages.reader import Page
from trueloss.pages.selection import SelectionError, take_pages
from trueloss.records.course_pages import Course, read_course
from trueloss.repository import find_root
from trueloss.seeds.files import pages_with_seeds, read_seeds, seeds_path, write_seeds
from trueloss.seeds.findings import Held, held
from trueloss.seeds.keys import keys_of
from trueloss.seeds.observed import RUNS, Observed, observe, told
from trueloss.seeds.orders import doubts
from trueloss.seeds.pictures import pictures
from trueloss.seeds.trials import try_seeds
from trueloss.seeds.unsettled import unsettled
from trueloss.text.counting import counted
from trueloss.text.files import make_folder, write_whole


@dataclass
class Found:
    """What came of it: how often each key held, what to tell an author, how many pages ran."""

    ran: int = 0
    keys: list[Held] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)

    def as_json(self) -> str:
        """Return the questions for other programs."""
        content = [
            {
                "page": each.key.page,
                "name": each.key.name,
                "runs": each.runs,
                "held": each.held,
                "about_one_start": each.key.about_one_start,
                "instead": each.instead,
            }
            for each in self.keys
        ]
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def check(root: Path, paths: Sequence[Path], runs: int = RUNS, *, again: bool = False) -> Found:
    """Run the pages whose code changed, or all of them ``again``; return what all of them show.

    Raises SelectionError where there is no page at a path.
    """
    whole = read_course(root)
    course = whole.restricted_to(paths)
    for name in set(pages_with_seeds(course.records)) - whole.pages.keys():
        seeds_path(course.records, name).unlink()
    found = Found()
    # Pages run with their own seeds first, unless builds have cached their outputs.
    shown = {trial.page.docname: trial.shown for trial in try_seeds(course, 0)}
    printed = {name: labelled_cells(work.together().notebook) for name, work in shown.items()}
    known = {} if again else _fitting(course, printed, runs)
    for trial in try_seeds(course.without(known), runs, shown):
        name = trial.page.docname
        known[name] = observe(trial)
        write_seeds(known[name], course.records)
        if any(told(trial.page, printed[name]).values()):
            found.ran += 1
        else:
            found.failed.append(f"docs/{name}.md:1: prints nothing that other seeds could change")
    for name, cells in sorted(printed.items()):
        found.keys += (held(key, known[name]) for key in keys_of(course.pages[name], cells))
        _tell(course.pages[name], cells, known[name], found)
    return found


def _fitting(
    course: Course, printed: Mapping[str, Mapping[str, Cell]], runs: int
) -> dict[str, Observed]:
    """Return the stored results of the pages that run and print what they did."""
    stored = {name: read_seeds(course.records, name) for name in printed}
    return {
        name: observed
        for name, observed in stored.items()
        if observed and observed.runs == runs and observed.fits(course.pages[name], printed[name])
    }


def _tell(page: Page, cells: Mapping[str, Cell], observed: Observed, found: Found) -> None:
    file = f"docs/{page.docname}.md"
    found.failed += (
        f"{file}:1: with other seeds, run {number}, the page fails: {message}"
        for number, message in observed.failed.items()
    )
    text = page.path.read_text(encoding="utf-8")
    printed = told(page, cells, charts=observed.charts)
    doubted = sorted(doubts(text, printed, observed), key=lambda doubt: doubt.line)
    found.turned += (f"{file}:{doubt.line}: {doubt}" for doubt in doubted)
    drawn = list(pictures(page, observed))
    known = {*(doubt.line for doubt in doubted), *(line for line, _ in drawn)}
    listed = [*drawn, *unsettled(text, printed, observed, known)]
    found.turned += (f"{file}:{line}: {says}" for line, says in listed)


def main(arguments: Sequence[str]) -> int:
    """Write ``build/seeds.json`` and print what changes; 1 where a key fails."""
    parser = parser_of("seeds")
    take_pages(parser)
    parser.add_argument("--runs", type=int, default=RUNS, help=f"how many, {RUNS} without it")
    parser.add_argument("--again", action="store_true", help="run pages that did not change, too")
    given = parser.parse_args(arguments)
    root = find_root()
    try:
        found = check(root, given.pages, given.runs, again=given.again)
    except (SelectionError, KernelStartError) as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        close_kernels()
    make_folder(root / "build")
    write_whole(root / "build" / "seeds.json", found.as_json())
    wrong = [each for each in found.keys if each.fails]
    for each in wrong:
        print(f"docs/{each.key.page}.md:{each.key.line}: {each.key.name}: {each}")
    for message in (*found.failed, *found.turned):
        print(message)
    settled = [each for each in found.keys if each.runs]
    print(
        f"{counted(found.ran, 'page')} run with {given.runs} other seeds; {len(wrong)} of "
        f"{counted(len(settled), 'key')} not held, {len(found.turned)} orders to look at"
    )
    return 1 if wrong else 0
