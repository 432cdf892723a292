"""A program behind evidence, wherever it stands: what a changed constant is tried on."""

from typing import Protocol

from trueloss.execution.jobs import Job, Run
from trueloss.pages.reader import CellPlace, Page

#: What a run may be stopped for without having said anything about the program.
_LIMITS = {"cell-timeout", "memory-limit", "output-limit"}


class Program(Protocol):
    """A program on which a verdict depends.

    It can run in two ways: only what is ``enough`` to decide as a rule, or the whole of what can
    show a change.
    """

    @property
    def page(self) -> Page:
        """The page that it is on."""

    @property
    def name(self) -> str:
        """The label of its cell, or the cell's place, or the name of its task."""

    @property
    def place(self) -> CellPlace:
        """Where its source stands."""

    @property
    def source(self) -> str:
        """The program as it is."""

    def job(self, name: str, source: str, *, whole: bool) -> Job:
        """Return the job, of a name, that runs another source in its place."""

    def noticed(self, run: Run, *, whole: bool) -> bool:
        """Tell whether a run of that job fails, or changes a verdict or the record.

        A run that was stopped at a limit shows nothing.
        """

    def may_show_elsewhere(self) -> bool:
        """Tell whether the whole may show what running enough of it does not."""


def failed(run: Run) -> bool:
    """Tell whether a run failed through the program, and not because it was slow or large."""
    return run.failure is not None and run.failure.rule not in _LIMITS
