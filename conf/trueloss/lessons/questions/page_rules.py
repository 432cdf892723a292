"""Hold the questions of a lesson against what its pages promise."""

from collections import defaultdict

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import report
from trueloss.lessons.course.modes import lesson_of, mode_of
from trueloss.lessons.course.open_points import has_open_points, open_points
from trueloss.lessons.question_register import QUESTIONS, TASKS
from trueloss.truth.question_rules import Question
from trueloss.truth.together import RULES, feedback_diagnostics, settled_diagnostics


def report_page(app: Sphinx, document: nodes.document) -> None:
    """Report what the questions of a lesson's page lack.

    A page with an open point is not written yet; a release refuses the point.
    """
    docname = app.env.docname
    mode = mode_of(docname, app.config.trueloss_modes)
    if mode is None or has_open_points(app.env, docname):
        return
    line = next((title.line for title in document.findall(nodes.title)), None) or 1
    asked = QUESTIONS.of(app.env).get(docname, [])
    diagnostics = list(feedback_diagnostics(asked))
    if mode.rule:
        diagnostics += RULES[mode.rule](asked, line)
    report(diagnostics, app.env.doc2path(docname))


def unwritten(env: BuildEnvironment) -> set[str | None]:
    """Return the lessons with an open point."""
    return {lesson_of(point.page, env.config.trueloss_modes) for point in open_points(env)}


def report_lessons(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report what the questions of a lesson lack over all its pages, unless one is unwritten."""
    modes = env.config.trueloss_modes
    lessons = defaultdict[str, dict[str, list[Question]]](dict)
    tasks = defaultdict[str, int](int)
    for docname, questions in sorted(QUESTIONS.of(env).items()):
        if lesson := lesson_of(docname, modes):
            lessons[lesson][docname] = questions
    for docname, found in TASKS.of(env).items():
        if lesson := lesson_of(docname, modes):
            tasks[lesson] += len(found)
    for lesson in sorted(lessons.keys() - unwritten(env)):
        for docname, diagnostic in settled_diagnostics(lessons[lesson], tasks[lesson]):
            report([diagnostic], env.doc2path(docname))
