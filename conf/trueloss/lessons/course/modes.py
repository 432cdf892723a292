"""The ways to learn a topic, and which of them a lesson has."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trueloss.settings import Mode

LESSONS = "lessons"

#: Words that a reader takes in a minute, and seconds for a cell and for a question without a time.
WORDS_A_MINUTE = 200
CELL_SECONDS = 20
QUESTION_SECONDS = 60


@dataclass(frozen=True)
class Effort:
    """What a page asks of a reader: words, cells, and seconds for its questions.

    Some of the words and cells belong to its ``practice``, the questions.
    """

    words: int = 0
    cells: int = 0
    question_seconds: int = 0
    practice: "Effort | None" = None

    @property
    def minutes(self) -> int:
        """The minutes it takes, rounded up."""
        seconds = (
            self.words * 60 / WORDS_A_MINUTE + self.cells * CELL_SECONDS + self.question_seconds
        )
        return max(1, math.ceil(seconds / 60))

    @property
    def own_minutes(self) -> int:
        """The minutes without the practice."""
        practice = self.practice or Effort()
        return Effort(self.words - practice.words, self.cells - practice.cells).minutes

    def drawn(self, count: int, pool: int) -> "Effort":
        """Return the effort if ``count`` questions are drawn from a pool of ``pool``."""
        share = min(1, count / pool) if pool else 1
        parts = (self.words, self.cells, self.question_seconds)
        words, cells, seconds = (round(part * share) for part in parts)
        return Effort(words, cells, seconds)


def lesson_of(docname: str, modes: Iterable[Mode]) -> str | None:
    """Return the folder of the lesson that a page belongs to, if it is a mode of one."""
    folder, _, page = docname.rpartition("/")
    is_mode = folder.startswith(f"{LESSONS}/") and any(mode.page == page for mode in modes)
    return folder if is_mode else None


def mode_of(docname: str, modes: Sequence[Mode]) -> Mode | None:
    """Return the mode that a page is, if it belongs to a lesson."""
    page = docname.rpartition("/")[2]
    found = next((mode for mode in modes if mode.page == page), None)
    return found if lesson_of(docname, modes) else None


def modes_of(lesson: str, docnames: Iterable[str], modes: Iterable[Mode]) -> list[Mode]:
    """Return the modes that a lesson has, in their order."""
    existing = set(docnames)
    return [mode for mode in modes if f"{lesson}/{mode.page}" in existing]
