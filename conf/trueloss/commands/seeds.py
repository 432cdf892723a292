"""Would other seeds say the same? ``python -m trueloss seeds [PAGES...]``.

The cells and tasks of a page run again with other seeds. A key that does not come out every time
is a mistake, unless the question says that it is ``:about: one start``; two numbers told beside
each other whose order turns are for the author to look at. What the runs printed is kept beside the
record of the page, and only a page whose code changed runs again.
"""

import itertools
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from trueloss.commands import parser_of
from trueloss.kernels import KernelStartError, close_kernels
from trueloss.pages.blanks import Blank
from trueloss.pages.labelled_cells import Cell, labelled_cells
from trueloss.pages.reader import Page
from trueloss.pages.selection import SelectionError, take_pages
from trueloss.records.course_pages import Course, read_course
from trueloss.repository import find_root
from trueloss.seeds.files import pages_with_seeds, read_seeds, seeds_path, write_seeds
from trueloss.seeds.findings import Held, Key, crossed, held, turned
from trueloss.seeds.observed import Observed, digest_of_code, in_words, observe
from trueloss.seeds.places import lines_of
from trueloss.seeds.trials import try_seeds
from trueloss.text.counting import counted
from trueloss.text.files import write_whole
from trueloss.truth.question_on_page import question_of
from trueloss.truth.question_rules import Question

RUNS = 10


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
    known = {} if again else dict(_fitting(course, runs))
    due = course.without(known)
    # The others run with their own seeds, unless builds have cached their outputs.
    shown = {trial.page.docname: trial.shown for trial in try_seeds(course.without(due.pages), 0)}
    for trial in try_seeds(due, runs):
        name = trial.page.docname
        shown[name], known[name] = trial.shown, observe(trial)
        write_seeds(known[name], course.records)
        found.ran += 1
    for name in sorted(shown):
        cells = labelled_cells(shown[name].together().notebook)
        found.keys += (held(key, known[name]) for key in _keys(course.pages[name], cells))
        _tell(course.pages[name], cells, known[name], found)
    return found


def _fitting(course: Course, runs: int) -> Iterator[tuple[str, Observed]]:
    """Yield the stored results of pages whose code is unchanged."""
    for name, page in course.pages.items():
        observed = read_seeds(course.records, name)
        if observed and observed.runs == runs and observed.digest == digest_of_code(page):
            yield name, observed


def _keys(page: Page, cells: Mapping[str, Cell]) -> list[Key]:
    """Return the key of each question and each task of a page, in the order of their lines."""
    questions = [question_of(written, page, cells) for written in page.questions]
    asked = {question.line for question in questions}
    keys = [_of_question(page.docname, question, cells) for question in questions]
    keys += [_of_task(page.docname, blank) for blank in page.blanks if blank.line not in asked]
    return sorted(keys, key=lambda key: key.line)


def _of_question(page: str, question: Question, cells: Mapping[str, Cell]) -> Key:
    name, about = question.name or "", bool(question.about)
    if question.blank:
        return replace(_of_task(page, question.blank), name=name, about_one_start=about)
    cell = cells.get(question.settled_by_cell or "")
    return Key(
        page,
        question.line,
        name,
        question.answer.text if question.answer else "",
        cell.label if cell else None,
        len(lines_of(cell.printed)) if cell else 0,
        about_one_start=about,
    )


def _of_task(page: str, blank: Blank) -> Key:
    return Key(
        page,
        blank.line,
        blank.name,
        in_words(blank, list(itertools.product(*(gap.marked for gap in blank.gaps)))),
        blank.name,
        task=True,
        about_one_start=bool(blank.asked.about),
    )


def _tell(page: Page, cells: Mapping[str, Cell], observed: Observed, found: Found) -> None:
    file = f"docs/{page.docname}.md"
    printed = {label: cell.printed for label, cell in cells.items()}
    found.failed += (
        f"{file}:1: with other seeds, run {number}, the page fails: {message}"
        for number, message in observed.failed.items()
    )
    text = page.path.read_text(encoding="utf-8")
    told = [
        *(
            (max(each.less.claim.line, each.more.claim.line), each)
            for each in turned(text, printed, observed)
        ),
        *((each.number.claim.line, each) for each in crossed(text, printed, observed)),
    ]
    found.turned += (
        f"{file}:{line}: {each}" for line, each in sorted(told, key=lambda one: one[0])
    )


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
    (root / "build").mkdir(exist_ok=True)
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
