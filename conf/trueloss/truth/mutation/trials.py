"""Make mistakes on purpose and see whether the checks notice.

*Marks*: in every question with evidence each other option is marked as the right one, and the
verdict is asked again; nothing has to run. *Constants*: in every program behind evidence each
number is changed, the program runs again, and either the verdict or the record has to notice.
"""

import ast
import copy
import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from trueloss.execution.pool import run_jobs
from trueloss.execution.reader import Page, code_cells
from trueloss.execution.report import Progress
from trueloss.execution.run import Job, Run
from trueloss.truth.cells import Cell, labelled_cells
from trueloss.truth.evidence import evidence_faults
from trueloss.truth.mutation.mutants import Mutant, mutants, names_in, wrongly_marked
from trueloss.truth.questions import Question
from trueloss.truth.records.compare import compare_records
from trueloss.truth.records.course import Course, expectations
from trueloss.truth.records.outputs import record_of


@dataclass(frozen=True)
class Survivor:
    """A changed constant that nothing noticed; ``file`` and ``line`` are where it stands."""

    file: str
    line: int
    old: str
    new: str
    page: str
    cell: str


@dataclass
class Score:
    """What was tried, what was caught, and what was not; ``missed`` are marks, by question."""

    marks: int = 0
    missed: list[str] = field(default_factory=list)
    constants: int = 0
    survivors: list[Survivor] = field(default_factory=list)

    def as_json(self) -> str:
        """Return the score for other programs."""
        content = {
            "marks": {"tried": self.marks, "caught": self.marks - len(self.missed)},
            "constants": {
                "tried": self.constants,
                "caught": self.constants - len(self.survivors),
                "survivors": [dataclasses.asdict(survivor) for survivor in self.survivors],
            },
        }
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


@dataclass(frozen=True)
class Evidence:
    """A cell that decides questions: its page, executed, and its index there."""

    page: Page
    executed: NotebookNode
    index: int
    questions: list[Question]

    @property
    def label(self) -> str:
        """The label of the cell."""
        return str(self.executed.cells[self.index].metadata["label"])

    def noticed(self, run: Run) -> bool:
        """Tell whether a run with a changed program fails, or changes a verdict or the record.

        The run may be of the whole page or of this cell alone.
        """
        if run.failure is not None:
            return True
        before, after = labelled_cells(self.executed), labelled_cells(run.notebook)
        for question in self.questions:
            if _rules(question, after) - _rules(question, before):
                return True
        whole = len(run.notebook.cells) == len(self.executed.cells)
        old = (
            self.executed if whole else self.alone(self.executed.cells[self.index].source, ran=True)
        )
        page = expectations(self.page)
        changes = compare_records(record_of("", old), record_of("", run.notebook), page)
        return any(changes)

    def alone(self, source: str, *, ran: bool = False) -> NotebookNode:
        """Return a notebook of this cell with another source, and its outputs if it ``ran``."""
        cell = copy.deepcopy(self.executed.cells[self.index])
        cell.source = source
        if not ran:
            cell.update(outputs=[], execution_count=None)
        return self._notebook([cell])

    def on_its_page(self, source: str) -> NotebookNode:
        """Return the notebook of the page with another source in this cell."""
        cells = copy.deepcopy(self.page.notebook.cells)
        cells[self.index].source = source
        return self._notebook(cells)

    def is_used_later(self) -> bool:
        """Tell whether a later cell with lines of its own uses a name that this one binds."""
        bound = names_in(self.executed.cells[self.index].source, ast.Store)
        return any(
            names_in(cell.source, ast.Load) & bound
            for index, cell in code_cells(self.page.notebook)
            if index > self.index and self.page.places[index].source_path == self.page.path
        )

    def _notebook(self, cells: list[NotebookNode]) -> NotebookNode:
        notebook: NotebookNode = new_notebook(cells=cells, metadata=self.page.notebook.metadata)
        return notebook


def try_marks(pages: Iterable[tuple[NotebookNode, list[Question]]], score: Score) -> None:
    """Mark every wrong option in turn; what the verdict does not refuse is missed."""
    for notebook, questions in pages:
        cells = labelled_cells(notebook)
        for question in questions:
            if question.settled_by_cell not in cells or question.answer is None:
                continue
            for wrong in wrongly_marked(question):
                score.marks += 1
                if not _rules(wrong, cells) - _rules(question, cells):
                    assert wrong.answer is not None
                    score.missed.append(f"{question.name}: {wrong.answer.text}")


def try_constants(found: Iterable[Evidence], course: Course, score: Score) -> None:
    """Change every constant in turn; what neither verdict nor record notices survives.

    Programs behind evidence are complete, so a cell runs alone where that gives what its page
    gave. Only where later cells of the page use its names, what is not noticed so is run again
    with the whole page before it counts.
    """
    evidence = list(found)
    alone = {
        str(number): item.alone(item.executed.cells[item.index].source)
        for number, item in enumerate(evidence)
    }
    steady = {run.page for run in _run(alone, course) if not evidence[int(run.page)].noticed(run)}
    tried: dict[str, tuple[Evidence, Mutant]] = {}
    for number, item in enumerate(evidence):
        for place, mutant in enumerate(mutants(item.executed.cells[item.index].source)):
            tried[f"{number}/{place}"] = (item, mutant)
    score.constants += len(tried)
    first = {
        name: item.alone(mutant.source)
        for name, (item, mutant) in tried.items()
        if name.partition("/")[0] in steady
    }
    caught = {run.page for run in _run(first, course) if tried[run.page][0].noticed(run)}
    second = {
        name: item.on_its_page(mutant.source)
        for name, (item, mutant) in tried.items()
        if name not in caught and (name not in first or item.is_used_later())
    }
    caught |= {run.page for run in _run(second, course) if tried[run.page][0].noticed(run)}
    score.survivors += [
        _survivor(item, mutant, course.root)
        for name, (item, mutant) in tried.items()
        if name not in caught
    ]


def _rules(question: Question, cells: Mapping[str, Cell]) -> set[str]:
    return {fault.message for fault in evidence_faults(question, cells)}


def _run(notebooks: dict[str, NotebookNode], course: Course) -> Iterator[Run]:
    progress = Progress(len(notebooks), course.settings.workers)
    jobs = [Job(name, notebook) for name, notebook in notebooks.items()]
    for run in run_jobs(jobs, course.settings):
        progress.run_done()
        yield run
    progress.close()


def _survivor(item: Evidence, mutant: Mutant, root: Path) -> Survivor:
    place = item.page.places[item.index]
    return Survivor(
        file=place.source_path.resolve().relative_to(root.resolve()).as_posix(),
        line=place.source_line + mutant.line - 1,
        old=mutant.old,
        new=mutant.new,
        page=item.page.docname,
        cell=item.label,
    )
