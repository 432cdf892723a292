"""What a run takes and gives, as plain data: a notebook in, the same with its outputs out."""

from dataclasses import dataclass, field

from nbformat import NotebookNode

from trueloss.kernels.limits import Limits


@dataclass(frozen=True)
class Job:
    """A page or a task to run. Plain data, so that it can be pickled and run on another machine."""

    page: str
    notebook: NotebookNode
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Failure:
    """Why a page stopped: the rule it broke, where, and what to tell its author.

    ``cell`` is an index into ``notebook.cells``; ``line`` counts from 1 inside that cell's
    source and is ``None`` where no line is to blame.
    """

    rule: str
    cell: int
    line: int | None
    message: str


@dataclass(frozen=True)
class Run:
    """What came of a job. ``notebook`` holds the outputs up to and including a failing cell."""

    page: str
    notebook: NotebookNode
    seconds: float
    peak_mb: float
    failure: Failure | None = None
