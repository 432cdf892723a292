"""What a whole lesson has, and what a lesson says that it leaves out."""

from collections import Counter
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import report
from trueloss.lessons.course.mode_bar import EFFORTS
from trueloss.lessons.course.modes import lesson_of, modes_of
from trueloss.lessons.course.overview import ENTRIES, LEFT_OUT, left_out_of
from trueloss.lessons.domains import Kept
from trueloss.lessons.question_register import TASKS
from trueloss.lessons.questions.page_rules import unwritten
from trueloss.pages.run_phase import page_being_read
from trueloss.truth.whole import RECAP, left_out_diagnostics, whole_diagnostics

#: What a page has besides what it asks: its pictures and recaps.
SHOWN = Kept[Counter[str]]("shown")


def note_parts(app: Sphinx, document: nodes.document) -> None:
    """Note the pictures and recaps of a page, and what its front matter leaves out."""
    docname = app.env.docname
    kinds = Counter(type(node).__name__ for node in document.findall(nodes.Element))
    titles = (title.astext().casefold() for title in document.findall(nodes.title))
    recaps = sum(title.startswith(RECAP) for title in titles)
    SHOWN.of(app.env)[docname] = Counter(pictures=kinds["image"] + kinds["chart"], recaps=recaps)
    page = page_being_read()
    given = page.notebook.metadata.get("leaves_out", {})
    known = [*app.config.trueloss_whole, *(mode.page for mode in app.config.trueloss_modes)]
    problems = list(left_out_diagnostics(given, known))
    report(problems, page.path)
    LEFT_OUT.of(app.env)[docname] = {} if problems else dict(given)


def report_whole(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report what each lesson lacks that has no open point and does not say so."""
    modes, asked = env.config.trueloss_modes, env.config.trueloss_whole
    found = {lesson_of(docname, modes) for docname in env.found_docs}
    for lesson in sorted(map(str, found - unwritten(env) - {None})) if asked else ():
        index = f"{lesson}/index"
        has = {mode.page for mode in modes_of(lesson, env.found_docs, modes)}
        missing = [mode.page for mode in modes if mode.page not in has]
        diagnostics = whole_diagnostics(
            _counts(env, lesson), asked, missing, left_out_of(env, lesson)
        )
        report(diagnostics, env.doc2path(index))


def _counts(env: BuildEnvironment, lesson: str) -> Counter[str]:
    """Count what a lesson has over all its pages, and on its first."""
    index = f"{lesson}/index"
    pages = [*_pages(env, lesson)]
    nouns = Counter(f"{entry.noun}s" for page in pages for entry in ENTRIES.of(env)[page])
    # One that did not run, because only other pages were to be checked, is a task all the same.
    nouns["tasks"] = sum(len(TASKS.of(env).get(page, ())) for page in pages)
    shown = SHOWN.of(env).get(index, Counter())
    effort = EFFORTS.of(env).get(index)
    return nouns + shown + Counter(minutes=effort.own_minutes if effort else 0)


def _pages(env: BuildEnvironment, lesson: str) -> Iterator[str]:
    return (page for page in ENTRIES.of(env) if page.startswith(f"{lesson}/"))
