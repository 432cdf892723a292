"""Every page has a title, and every lesson a folder that can stand in an address."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.course.lesson_names import slug_of
from trueloss.lessons.course.modes import LESSONS, lesson_of
from trueloss.text.slugs import SLUG, second_uses


def check_title(app: Sphinx, document: nodes.document) -> None:
    """Report a page without a heading of the first level."""
    if next(document.findall(nodes.title), None) is None:
        message = "the page has no title; begin it with # and a verb or a question"
        report([Diagnostic("page-title", 1, message)], app.env.doc2path(app.env.docname))


def check_slugs(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report each lesson whose folder is no slug, on the first of its pages."""
    first_pages: dict[str, str] = {}
    for docname in sorted(env.found_docs):
        top, _, rest = docname.partition("/")
        slug, _, page = rest.partition("/")
        if top == LESSONS and page:
            first_pages.setdefault(slug, docname)
    for slug, docname in first_pages.items():
        if not SLUG.fullmatch(slug):
            advice = f"rename it {slug_of(slug)}" if slug_of(slug) else "give it a name from a to z"
            message = (
                f"the folder of this lesson is {slug!r}; {advice}: lower-case letters, digits and "
                "single hyphens make an address that is easy to share"
            )
            report([Diagnostic("lesson-slug", 1, message)], env.doc2path(docname))


def report_titles(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report each lesson that is called like another, which a reader could not tell apart."""
    modes = env.config.trueloss_modes
    lessons = {lesson_of(docname, modes) for docname in env.found_docs} - {None}
    first_pages = (f"{lesson}/index" for lesson in sorted(map(str, lessons)))
    titles = ((env.titles[page].astext(), page) for page in first_pages if page in env.titles)
    for title, first, again in second_uses(titles):
        message = (
            f"the lesson {first.rpartition('/')[0]} is called {title!r} already; give this one a "
            "title of its own"
        )
        report([Diagnostic("page-title", 1, message)], env.doc2path(again))
