"""The programs behind evidence: cells that decide questions, and cells that those build on."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from trueloss.execution.reader import Page, code_cells
from trueloss.execution.run import Run
from trueloss.truth.cells import Cell, labelled_cells
from trueloss.truth.evidence import evidence_faults
from trueloss.truth.mutation.needs import cells_behind, names_of
from trueloss.truth.questions import Question
from trueloss.truth.records.compare import compare_records
from trueloss.truth.records.course import expectations
from trueloss.truth.records.outputs import cell_name, record_of

#: What a run may be stopped for without having said anything about the program.
_LIMITS = {"cell-timeout", "memory-limit", "output-limit"}


@dataclass(frozen=True)
class Program:
    """A cell behind evidence, and what has to run to see whether a change of it is noticed.

    ``index`` is its place among the ``whole``, the cells of its page. ``enough`` are those of
    them that matter to the ``questions``: the cells that decide them, and all behind those.
    ``executed`` is the page after its run.
    """

    page: Page
    executed: NotebookNode
    index: int
    enough: tuple[int, ...]
    questions: tuple[Question, ...]

    @property
    def source(self) -> str:
        """The program as it is."""
        return str(self.executed.cells[self.index].source)

    @property
    def cell(self) -> str:
        """The label of the cell, or its place."""
        return _names(self.page)[self.index]

    @property
    def whole(self) -> tuple[int, ...]:
        """All code cells of the page."""
        return tuple(index for index, _ in code_cells(self.page.notebook))

    def notebook(self, cells: Sequence[int], source: str) -> NotebookNode:
        """Return some cells of the page, yet to run, with another source in this one."""
        notebook = self._some(cells)
        for cell, index in zip(notebook.cells, cells, strict=True):
            cell.update(outputs=[], execution_count=None)
            if index == self.index:
                cell.source = source
        return notebook

    def noticed(self, run: Run, cells: Sequence[int]) -> bool:
        """Tell whether a run of these cells fails, or changes a verdict or the record.

        A run that was stopped at a limit shows nothing.
        """
        if run.failure is not None:
            return run.failure.rule not in _LIMITS
        before = labelled_cells(self.executed)
        after = {**before, **labelled_cells(run.notebook)}
        if any(rules(asked, after) - rules(asked, before) for asked in self.questions):
            return True
        old, new = record_of("", self._some(cells)), record_of("", run.notebook)
        return any(compare_records(old, new, expectations(self.page)))

    def is_used_elsewhere(self) -> bool:
        """Tell whether cells of the page that decide nothing here build on this one."""
        names = {index: names_of(cell.source) for index, cell in code_cells(self.page.notebook)}
        return any(
            self.index in cells_behind(index, names) for index in names if index not in self.enough
        )

    def _some(self, cells: Sequence[int]) -> NotebookNode:
        """Return some cells of the executed page, all with the names they have there."""
        names = _names(self.page)
        chosen = [copy.deepcopy(self.executed.cells[index]) for index in cells]
        for cell, index in zip(chosen, cells, strict=True):
            cell.metadata["label"] = names[index]
        notebook: NotebookNode = new_notebook(cells=chosen, metadata=self.page.notebook.metadata)
        return notebook


def programs_behind(
    page: Page, executed: NotebookNode, questions: Sequence[Question]
) -> Iterator[Program]:
    """Yield every program of a page on which the verdict over a question depends."""
    names = {index: names_of(cell.source) for index, cell in code_cells(page.notebook)}
    decided: dict[int, list[Question]] = {}
    for index, label in _names(page).items():
        if asked := [question for question in questions if question.settled_by_cell == label]:
            decided[index] = asked
    behind = {index: {index, *cells_behind(index, names)} for index in decided}
    for index in sorted(set().union(*behind.values())):
        deciding = [other for other in decided if index in behind[other]]
        enough = set().union(*(behind[other] for other in deciding))
        asked = [question for other in deciding for question in decided[other]]
        yield Program(page, executed, index, tuple(sorted(enough)), tuple(asked))


def rules(question: Question, cells: Mapping[str, Cell]) -> set[str]:
    """Return what the verdict has to say about a question."""
    return {fault.message for fault in evidence_faults(question, cells)}


def _names(page: Page) -> dict[int, str]:
    """Return the name of each code cell of a page, by its index."""
    return {
        index: cell_name(cell, place)
        for place, (index, cell) in enumerate(code_cells(page.notebook), start=1)
    }
