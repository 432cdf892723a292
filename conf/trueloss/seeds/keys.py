"""What settles each question and each task of a page."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, replace

from trueloss.pages.blanks import Blank
from trueloss.pages.labelled_cells import Cell
from trueloss.pages.reader import Page
from trueloss.seeds.observed import in_words, told
from trueloss.seeds.places import lines_of
from trueloss.truth.question_on_page import question_of
from trueloss.truth.question_rules import Question


@dataclass(frozen=True)
class Key:
    """A question with its key, and what settles it: the last line of a cell, or a task's check.

    ``settled_by`` is the label of the cell, or the name of the task; ``None`` where no run does.
    ``last`` is the number of the last line that the cell shows.
    """

    page: str
    line: int
    name: str
    answer: str
    settled_by: str | None
    last: int = 0
    task: bool = False
    about_one_start: bool = False


def keys_of(page: Page, cells: Mapping[str, Cell]) -> list[Key]:
    """Return the key of each question and each task of a page, in the order of their lines."""
    questions = [question_of(written, page, cells) for written in page.questions]
    asked = {question.line for question in questions}
    printed = told(page, cells, charts=False)
    keys = [_of_question(page.docname, question, printed) for question in questions]
    keys += [_of_task(page.docname, blank) for blank in page.blanks if blank.line not in asked]
    return sorted(keys, key=lambda key: key.line)


def _of_question(page: str, question: Question, printed: Mapping[str, str]) -> Key:
    name, about = question.name or "", bool(question.about)
    if question.blank:
        return replace(_of_task(page, question.blank), name=name, about_one_start=about)
    cell = question.settled_by_cell or ""
    return Key(
        page,
        question.line,
        name,
        question.answer.text if question.answer else "",
        cell if cell in printed else None,
        len(lines_of(printed.get(cell, ""))),
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
