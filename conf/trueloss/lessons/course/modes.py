"""The ways to learn a topic, and which of them a lesson has."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

LESSONS = "lessons"

#: Words that a reader takes in a minute, and seconds for a cell and for a question without a time.
WORDS_A_MINUTE = 200
CELL_SECONDS = 20
QUESTION_SECONDS = 60


@dataclass(frozen=True)
class Mode:
    """One way to learn: the page that holds it, and what a reader sees of it.

    ``attempts`` is how often a reader may answer a question there; without it, as often as wanted.
    ``draws`` is how many questions are drawn of those on the page; without it, all are asked.
    ``badge`` is whether answering all of them earns one.
    """

    page: str
    name: str
    offers: str
    attempts: int | None = None
    draws: int | None = None
    badge: bool = False


MODES = (
    Mode("index", "Learn", "what it is, and the smallest complete program"),
    Mode("why", "Why", "the problem without it and with it, side by side"),
    Mode("deep-dive", "Deep dive", "the arithmetic, step by step"),
    Mode("visualize", "Visualize", "watch it train"),
    Mode("try", "Try", "fill in the blanks", attempts=3),
    Mode("challenge", "Challenge", "five problems for a badge", attempts=2, badge=True),
    Mode("experiment", "Experiment", "beat a baseline"),
    Mode("recall", "Recall", "cards that come back when due"),
    Mode("metrics", "Metrics", "what the numbers tell"),
    Mode("test", "Test", "ten questions on three levels", draws=10),
)


@dataclass(frozen=True)
class Effort:
    """What a page asks of a reader: words, cells, and seconds for its questions."""

    words: int = 0
    cells: int = 0
    question_seconds: int = 0

    @property
    def minutes(self) -> int:
        """The minutes it takes, rounded up."""
        seconds = (
            self.words * 60 / WORDS_A_MINUTE + self.cells * CELL_SECONDS + self.question_seconds
        )
        return max(1, math.ceil(seconds / 60))

    def drawn(self, count: int, pool: int) -> "Effort":
        """Return what is asked where ``count`` questions are drawn from a pool of so many."""
        share = min(1, count / pool) if pool else 1
        parts = (self.words, self.cells, self.question_seconds)
        return Effort(*(round(part * share) for part in parts))


def lesson_of(docname: str) -> str | None:
    """Return the folder of the lesson that a page belongs to, if it is a mode of one."""
    folder, _, page = docname.rpartition("/")
    is_mode = folder.startswith(f"{LESSONS}/") and any(mode.page == page for mode in MODES)
    return folder if is_mode else None


def mode_of(docname: str) -> Mode | None:
    """Return the mode that a page is, if it belongs to a lesson."""
    page = docname.rpartition("/")[2]
    return next((mode for mode in MODES if mode.page == page), None) if lesson_of(docname) else None


def modes_of(lesson: str, docnames: Iterable[str]) -> list[Mode]:
    """Return the modes that a lesson has, in their order."""
    existing = set(docnames)
    return [mode for mode in MODES if f"{lesson}/{mode.page}" in existing]
