"""The programs of tasks, and of questions whose options are run, as programs behind evidence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from nbformat.v4 import new_notebook

from trueloss.execution.jobs import Job, Run
from trueloss.mutation.program import failed
from trueloss.pages.blanks import Blank
from trueloss.pages.reader import CellPlace, Page
from trueloss.pages.tries import Tried, cell_of, job_of, tried
from trueloss.records.compare import compare_records
from trueloss.records.course_pages import expectations
from trueloss.records.outputs import Record, record_of
from trueloss.truth.blank_rules import verdict_diagnostics


@dataclass(frozen=True)
class TaskProgram:
    """A program with gaps; ``done`` is what came of each way to fill them.

    Running the right way usually suffices, as the record has what it printed.
    """

    page: Page
    blank: Blank
    done: Tried

    @property
    def name(self) -> str:
        """The name of the task."""
        return self.blank.name

    @property
    def place(self) -> CellPlace:
        """The file of the program, from its first line."""
        return CellPlace(self.blank.line, self.blank.path, 1, self.name)

    @property
    def source(self) -> str:
        """The program with its gaps."""
        return self.blank.program

    def job(self, name: str, source: str, *, whole: bool) -> Job:
        """Return the job that runs another source, its gaps filled rightly or in every way."""
        blank = self._blank(source, whole=whole)
        kernelspec = self.page.notebook.metadata["kernelspec"]
        job = job_of(self.page.docname, blank, self.page.limits, kernelspec)
        return replace(job, page=name)

    def noticed(self, run: Run, *, whole: bool) -> bool:
        """Tell whether the marks or the record do not hold any more; a hang shows nothing."""
        done = tried(run)
        if done is None:
            return failed(run)
        if any(outcome.hung for outcome in done.outcomes):
            return False
        blank = self._blank(self.source, whole=whole)
        before = self.done if whole else self._right()
        seconds = self.page.limits.blank_seconds
        if set(verdict_diagnostics(blank, done, seconds)) - set(
            verdict_diagnostics(blank, before, seconds)
        ):
            return True
        old, new = _record(blank, before), _record(blank, done)
        return any(compare_records(old, new, expectations(self.page)))

    def may_show_elsewhere(self) -> bool:
        """Return true: a wrong way may reveal a change that the right one misses."""
        return True

    def _blank(self, source: str, *, whole: bool) -> Blank:
        gaps = self.blank.gaps
        if not whole:
            gaps = tuple(
                replace(gap, choices=(gap.choices[place],))
                for gap, place in zip(gaps, self.blank.right, strict=True)
            )
        return replace(self.blank, program=source, gaps=gaps)

    def _right(self) -> Tried:
        return Tried((self.done.of(self.blank)[self.blank.right],), (0,))


@dataclass(frozen=True)
class TaskCheck(TaskProgram):
    """The check of a task, whose constants are changed in place of those of its program."""

    @property
    def place(self) -> CellPlace:
        """Where the task stands on its page."""
        return CellPlace(self.blank.line, self.page.path, self.blank.line, self.name)

    @property
    def source(self) -> str:
        """The check."""
        return self.blank.check

    def _blank(self, source: str, *, whole: bool) -> Blank:
        blank = super()._blank(self.blank.program, whole=whole)
        return replace(blank, check=source)


def task_checks(page: Page, done: Mapping[str, Tried]) -> Iterator[TaskCheck]:
    """Yield the check of each task of a page."""
    for blank in page.blanks:
        yield TaskCheck(page, blank, done[blank.name])


def task_programs(page: Page, done: Mapping[str, Tried]) -> Iterator[TaskProgram]:
    """Yield the program of each task of a page; ``done`` is what came of them, by their names."""
    for blank in page.blanks:
        yield TaskProgram(page, blank, done[blank.name])


def _record(blank: Blank, done: Tried) -> Record:
    return record_of("", new_notebook(cells=[cell_of(blank, done)]))
