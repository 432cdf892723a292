"""Hold the questions of a lesson against what its pages promise."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.todo import todo_node

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.course.modes import lesson_of
from trueloss.lessons.prose.open_points import open_points
from trueloss.lessons.questions.question_register import register_of
from trueloss.truth.challenge import challenge_diagnostics
from trueloss.truth.item_bank import pool_diagnostics
from trueloss.truth.practice import practice_diagnostics
from trueloss.truth.question_rules import Question
from trueloss.truth.whole_lesson import explained_diagnostics, settled_diagnostics

#: What the questions of some pages have to be together.
RULES: dict[str, Callable[[Sequence[Question], int], Iterator[Diagnostic]]] = {
    "index": practice_diagnostics,
    "challenge": challenge_diagnostics,
    "test": pool_diagnostics,
}


def report_page(app: Sphinx, document: nodes.document) -> None:
    """Report what the questions of a lesson's page lack.

    A page with an open point is not written yet; a release refuses the point.
    """
    docname = app.env.docname
    unwritten = next(document.findall(todo_node), None) is not None
    if unwritten or lesson_of(docname) is None:
        return
    line = next((title.line for title in document.findall(nodes.title)), None) or 1
    asked = register_of(app.env).pages.get(docname, [])
    diagnostics = list(explained_diagnostics(asked))
    rule = RULES.get(docname.rpartition("/")[2])
    if rule is not None:
        diagnostics += rule(asked, line)
    report(diagnostics, Path(app.env.doc2path(docname)))


def report_lessons(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report what the questions of a lesson lack over all its pages, unless one is unwritten."""
    lessons: dict[str, dict[str, list[Question]]] = defaultdict(dict)
    tasks: dict[str, int] = defaultdict(int)
    for docname, questions in sorted(register_of(env).pages.items()):
        if lesson := lesson_of(docname):
            lessons[lesson][docname] = questions
    for docname, found in register_of(env).tasks.items():
        if lesson := lesson_of(docname):
            tasks[lesson] += len(found)
    unwritten = {lesson_of(point.page) for point in open_points(env)}
    for lesson in sorted(lessons.keys() - unwritten):
        for docname, diagnostic in settled_diagnostics(lessons[lesson], tasks[lesson]):
            report([diagnostic], Path(env.doc2path(docname)))
