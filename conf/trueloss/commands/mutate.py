"""Would a mistake be noticed? ``python -m trueloss mutate``.

What is tried is in :mod:`trueloss.mutation.trials`; here it meets the site. A
changed constant that nothing notices is a survivor: the verdict is robust, or the check is blind,
and only a person can tell which.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from trueloss.commands import parser_of
from trueloss.kernels import close_kernels
from trueloss.lessons.cards.card_directive import CARDS
from trueloss.lessons.question_register import QUESTIONS
from trueloss.mutation.blank_programs import task_programs
from trueloss.mutation.cell_programs import cell_programs
from trueloss.mutation.trials import Program, Score, try_constants, try_fillings, try_marks
from trueloss.pages.work import Work, work_in_cache
from trueloss.records.course_pages import read_course
from trueloss.repository import find_root
from trueloss.truth.card_rules import Card
from trueloss.truth.question_rules import Question


@dataclass(frozen=True)
class Asked:
    """The questions and cards of each page, by docname."""

    questions: Mapping[str, list[Question]]
    cards: Mapping[str, list[Card]]


def asked_on_site(root: Path) -> Asked:
    """Build the site without writing it, so that every page has run; return what it asks.

    Raises SystemExit if the build reports anything: mend that first.
    """
    with tempfile.TemporaryDirectory(prefix="trueloss-mutate-") as folder, docutils_namespace():
        out = Path(folder)
        app = Sphinx(
            root / "docs", root / "conf", out / "out", out / "doctrees", "dummy", status=None
        )
        app.build(force_all=True)
        if app.statuscode:
            raise SystemExit("the site in docs does not build; mend it first")
        return Asked(QUESTIONS.of(app.env), CARDS.of(app.env))


def mutate(root: Path) -> Score:
    """Make every mistake on the site of a repository and return what was caught."""
    asked = asked_on_site(root)
    course = read_course(root)
    score = Score()
    done = work_in_cache(course.pages.values(), course.cache)
    for work in done:
        try_marks(work.together().notebook, asked.questions.get(work.page.docname, []), score)
        try_fillings(work.page, work.tried(), score)
    programs = [program for work in done for program in _behind(work, asked)]
    try_constants(programs, course, score)
    return score


def _behind(work: Work, asked: Asked) -> Iterator[Program]:
    page, executed = work.page, work.together().notebook
    questions = asked.questions.get(page.docname, [])
    yield from cell_programs(page, executed, questions, asked.cards.get(page.docname, []))
    yield from task_programs(page, work.tried())


def main(arguments: Sequence[str]) -> int:
    """Write ``build/mutate.json`` and print the score; 1 where a wrong mark was not noticed."""
    parser_of("mutate").parse_args(arguments)
    root = find_root()
    try:
        score = mutate(root)
    finally:
        close_kernels()
    (root / "build").mkdir(exist_ok=True)
    (root / "build" / "mutate.json").write_text(score.as_json(), encoding="utf-8")
    print(f"marks: {score.marks - len(score.missed)} of {score.marks} wrong ones noticed")
    for missed in score.missed:
        print(f"  not noticed: {missed}")
    caught = score.constants - len(score.survivors)
    print(f"constants: {caught} of {score.constants} changes noticed")
    for survivor in score.survivors:
        where = f"{survivor.file}:{survivor.line}"
        print(f"  not noticed: {where}: {survivor.old} as {survivor.new}")
    return 1 if score.missed else 0
