"""Cells as programs behind evidence: those that decide or are shown, and those behind them."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from trueloss.execution.jobs import Job, Run
from trueloss.mutation.needs import Names, cells_behind, names_of_cells
from trueloss.mutation.program import failed
from trueloss.pages.labelled_cells import Cell, labelled_cells
from trueloss.pages.reader import CellPlace, Page, code_cells
from trueloss.records.compare import compare_records
from trueloss.records.course_pages import expectations
from trueloss.records.outputs import cell_name, record_of
from trueloss.truth.evidence import evidence_diagnostics
from trueloss.truth.question_rules import Question


@dataclass(frozen=True)
class CellProgram:
    """A cell behind evidence, and what has to run to see whether a change of it is noticed.

    ``index`` is its place among the cells of its page. ``enough`` are those of them that matter:
    the cells of evidence that build on it, and all behind those. ``questions`` are what these
    decide, and ``executed`` is the page after its run.
    """

    page: Page
    executed: NotebookNode
    index: int
    enough: tuple[int, ...]
    questions: tuple[Question, ...]

    @property
    def name(self) -> str:
        """The label of the cell, or its place."""
        return _labels(self.page)[self.index]

    @property
    def place(self) -> CellPlace:
        """Where the source of the cell stands."""
        return self.page.places[self.index]

    @property
    def source(self) -> str:
        """The source of the cell."""
        return str(self.executed.cells[self.index].source)

    def job(self, name: str, source: str, *, whole: bool) -> Job:
        """Return the job that runs cells of the page, another source in this one."""
        cells = self._cells(whole=whole)
        notebook = self._some(cells)
        for cell, index in zip(notebook.cells, cells, strict=True):
            cell.update(outputs=[], execution_count=None)
            if index == self.index:
                cell.source = source
        return Job(name, notebook, self.page.limits)

    def noticed(self, run: Run, *, whole: bool) -> bool:
        """Tell whether a run of these cells fails, or changes a verdict or the record."""
        if run.failure is not None:
            return failed(run)
        before = labelled_cells(self.executed)
        after = {**before, **labelled_cells(run.notebook)}
        if any(rules(asked, after) - rules(asked, before) for asked in self.questions):
            return True
        old = record_of("", self._some(self._cells(whole=whole)))
        return any(compare_records(old, record_of("", run.notebook), expectations(self.page)))

    def may_show_elsewhere(self) -> bool:
        """Return whether running all cells could reveal a change that ``enough`` miss."""
        names = _names_of_cells(self.page)
        return any(
            self.index in cells_behind(index, names) for index in names if index not in self.enough
        )

    def _cells(self, *, whole: bool) -> Sequence[int]:
        if whole:
            return [index for index, _ in code_cells(self.page.notebook)]
        return self.enough

    def _some(self, cells: Sequence[int]) -> NotebookNode:
        """Return some cells of the executed page, all with the names they have there."""
        names = _labels(self.page)
        chosen = [copy.deepcopy(self.executed.cells[index]) for index in cells]
        for cell, index in zip(chosen, cells, strict=True):
            cell.metadata["label"] = names[index]
        notebook: NotebookNode = new_notebook(cells=chosen, metadata=self.page.notebook.metadata)
        return notebook


def cell_programs(
    page: Page, executed: NotebookNode, questions: Sequence[Question]
) -> Iterator[CellProgram]:
    """Yield every cell of a page on which a verdict over a question, or a card, depends."""
    names = _names_of_cells(page)
    shown = {card.evidence for card in page.cards}
    decided: dict[int, list[Question]] = {}
    for index, label in _labels(page).items():
        asked = [question for question in questions if question.settled_by_cell == label]
        if asked or label in shown:
            decided[index] = asked
    behind = {index: {index, *cells_behind(index, names)} for index in decided}
    for index in sorted(set().union(*behind.values())):
        deciding = [other for other in decided if index in behind[other]]
        enough = set().union(*(behind[other] for other in deciding))
        asked = [question for other in deciding for question in decided[other]]
        yield CellProgram(page, executed, index, tuple(sorted(enough)), tuple(asked))


def rules(question: Question, cells: Mapping[str, Cell]) -> set[str]:
    """Return the messages of the verdict on a question."""
    return {diagnostic.message for diagnostic in evidence_diagnostics(question, cells)}


def _names_of_cells(page: Page) -> dict[int, Names]:
    return names_of_cells({index: cell.source for index, cell in code_cells(page.notebook)})


def _labels(page: Page) -> dict[int, str]:
    """Return the name of each code cell of a page, by its index."""
    return {
        index: cell_name(cell, place)
        for place, (index, cell) in enumerate(code_cells(page.notebook), start=1)
    }
