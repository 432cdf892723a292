"""Make mistakes on purpose and see whether the checks notice.

*Marks*: in every question with evidence each other option, and in every task each other way to
fill its gaps, is marked as the right one, and the verdict is asked again; nothing has to run.
*Constants*: in every program behind evidence each number is changed, the program runs again, and
either the verdict or the record has to notice. *Checks*: so is each number in the check of a task.
*Options*: each number in the options of a question is changed, and the verdict is asked again.
*Numbers*: each number in prose becomes one that stands beside it in what its cell printed.
*Comparisons*: each word that compares, in a sentence with two such numbers, becomes its opposite.
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from trueloss.execution.pool import run_jobs
from trueloss.execution.report import with_progress
from trueloss.mutation.blank_programs import TaskProgram
from trueloss.mutation.cell_programs import CellProgram, rules
from trueloss.mutation.mutants import (
    Mutant,
    changed_numbers,
    mutants,
    wrongly_filled,
    wrongly_marked,
)
from trueloss.mutation.sentences import exchanged, turned_round
from trueloss.pages.labelled_cells import Cell, labelled_cells
from trueloss.pages.option_lists import Option
from trueloss.pages.reader import Page
from trueloss.pages.tries import Tried
from trueloss.records.course_pages import Course
from trueloss.truth.blank_rules import verdict_diagnostics
from trueloss.truth.question_rules import Question

#: A program on which a verdict depends. It runs in two ways: only what is enough to decide as a
#: rule, or the whole of what can show a change.
Program = CellProgram | TaskProgram


@dataclass(frozen=True)
class Survivor:
    """A change that nothing noticed; ``file`` and ``line`` are where it stands."""

    file: str
    line: int
    old: str
    new: str
    page: str
    cell: str


@dataclass
class Kind:
    """How many changes of a kind were tried, how many could be decided, and what survived."""

    tried: int = 0
    undecidable: int = 0
    survivors: list[Survivor] = field(default_factory=list)

    @property
    def caught(self) -> int:
        """How many were noticed."""
        return self.tried - len(self.survivors)

    def as_data(self) -> dict[str, object]:
        """Return it for other programs."""
        counts = {"tried": self.tried, "caught": self.caught}
        if self.undecidable:
            counts["decidable"] = self.tried - self.undecidable
        return {**counts, "survivors": [dataclasses.asdict(each) for each in self.survivors]}


KINDS = ("constants", "numbers", "checks", "options", "comparisons")


@dataclass
class Score:
    """What was tried, what was caught, and what was not; ``missed`` are marks, by question."""

    marks: int = 0
    missed: list[str] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=lambda: {name: Kind() for name in KINDS})

    def as_json(self) -> str:
        """Return the score for other programs."""
        marks = {"tried": self.marks, "caught": self.marks - len(self.missed)}
        content = {"marks": marks} | {name: kind.as_data() for name, kind in self.kinds.items()}
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def try_marks(notebook: NotebookNode, questions: Iterable[Question], score: Score) -> None:
    """Mark every wrong option of a page in turn; what the verdict does not refuse is missed."""
    cells = labelled_cells(notebook)
    for question in questions:
        if question.settled_by_cell not in cells or question.answer is None:
            continue
        for wrong in wrongly_marked(question):
            score.marks += 1
            if not rules(wrong, cells) - rules(question, cells):
                assert wrong.answer is not None
                score.missed.append(f"{question.name}: {wrong.answer.text}")


def try_fillings(page: Page, tried: Mapping[str, Tried], score: Score) -> None:
    """Mark every wrong way to fill the gaps of a page in turn, of tasks and of questions.

    ``tried`` is what came of each task, by its name.
    """
    seconds = page.limits.blank_seconds
    for blank in page.blanks:
        done = tried[blank.name]
        said = set(verdict_diagnostics(blank, done, seconds))
        for wrong in wrongly_filled(blank):
            score.marks += 1
            if not set(verdict_diagnostics(wrong, done, seconds)) - said:
                score.missed.append(f"{blank.name}: {', '.join(wrong.codes(wrong.right))}")


def try_sentences(page: Page, cells: Mapping[str, Cell], root: Path, score: Score) -> None:
    """Exchange every number of a page for its neighbours, and turn every comparison round."""
    changes = {"numbers": exchanged(page.ran, cells), "comparisons": turned_round(page.ran)}
    for name, changed in changes.items():
        kind = score.kinds[name]
        for each in changed:
            kind.tried += 1
            kind.undecidable += not each.decidable
            if not each.noticed:
                place = each.line, each.old, each.new
                kind.survivors.append(_on_page(page, root, place, each.cell))


def try_options(
    page: Page,
    cells: Mapping[str, Cell],
    questions: Iterable[Question],
    root: Path,
    score: Score,
) -> None:
    """Change every number in the options of a page; what the verdict does not refuse survives."""
    kind = score.kinds["options"]
    for question in questions:
        label = question.settled_by_cell or ""
        for option, new in _changed_options(question) if label in cells else ():
            kind.tried += 1
            if not rules(new, cells) - rules(question, cells):
                text = new.options[question.options.index(option)].text
                place = question.line, option.text, text
                kind.survivors.append(_on_page(page, root, place, label))


def _changed_options(question: Question) -> Iterator[tuple[Option, Question]]:
    for option in question.options:
        for text in changed_numbers(option.text):
            options = tuple(
                dataclasses.replace(other, text=text) if other is option else other
                for other in question.options
            )
            yield option, dataclasses.replace(question, options=options)


def _on_page(page: Page, root: Path, place: tuple[int, str, str], cell: str) -> Survivor:
    file = page.path.resolve().relative_to(root.resolve()).as_posix()
    return Survivor(file, *place, page.docname, cell)


def try_constants(
    programs: Iterable[Program], course: Course, score: Score, kind: str = "constants"
) -> None:
    """Change every constant in turn; what neither verdict nor record notices survives.

    Run only what the verdict needs, if it prints the same without the rest. A change that goes
    unnoticed is then run again with the rest, if that could reveal it, before it counts.
    """
    numbered = {str(number): program for number, program in enumerate(programs)}
    unchanged = {name: (program, program.source) for name, program in numbered.items()}
    steady = unchanged.keys() - _noticed(unchanged, course)
    tried = {
        f"{name}/{place}": (program, mutant)
        for name, program in numbered.items()
        for place, mutant in enumerate(mutants(program.source))
    }
    changed = {name: (program, mutant.source) for name, (program, mutant) in tried.items()}
    first = {name: change for name, change in changed.items() if name.partition("/")[0] in steady}
    caught = _noticed(first, course)
    second = {
        name: change
        for name, change in changed.items()
        if name not in caught and (name not in first or change[0].may_show_elsewhere())
    }
    caught |= _noticed(second, course, whole=True)
    score.kinds[kind].tried += len(tried)
    score.kinds[kind].survivors += [
        _survivor(program, mutant, course.root)
        for name, (program, mutant) in tried.items()
        if name not in caught
    ]


def _noticed(
    changes: Mapping[str, tuple[Program, str]], course: Course, *, whole: bool = False
) -> set[str]:
    """Run programs with other sources, and return the names of those whose change is noticed."""
    jobs = [program.job(name, source, whole=whole) for name, (program, source) in changes.items()]
    runs = with_progress(run_jobs(jobs, course.settings), len(jobs), course.settings.workers)
    return {run.page for run in runs if changes[run.page][0].noticed(run, whole=whole)}


def _survivor(program: Program, mutant: Mutant, root: Path) -> Survivor:
    return Survivor(
        file=program.place.source_path.resolve().relative_to(root.resolve()).as_posix(),
        line=program.place.source_line + mutant.line - 1,
        old=mutant.old,
        new=mutant.new,
        page=program.page.docname,
        cell=program.name,
    )
