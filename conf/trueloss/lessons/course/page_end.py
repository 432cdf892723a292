"""The end of every page of a lesson: what a reader did there, and what to do next."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.modes import LESSONS, lesson_of, mode_of, modes_of
from trueloss.lessons.course.overview import slugs
from trueloss.lessons.domains import Rewriting
from trueloss.text.filled import filled


class page_end(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where a page of a lesson ends; ``page`` is the page."""


def add_end(app: Sphinx, document: nodes.document) -> None:
    """Put the end below everything else on a page of a lesson."""
    docname = app.env.docname
    title = next(document.findall(nodes.title), None)
    if title is not None and mode_of(docname, app.config.trueloss_modes):
        title.parent.append(page_end(page=docname))


def next_of(env: BuildEnvironment, page: str) -> tuple[str, str, str]:
    """Return the page that follows one of a lesson, its name, and what it offers.

    It is the next mode, after the last one the next lesson, and after the last lesson the course.
    """
    known = env.config.trueloss_modes
    lesson = lesson_of(page, known)
    assert lesson is not None
    modes = modes_of(lesson, env.found_docs, known)
    after = modes[[f"{lesson}/{mode.page}" for mode in modes].index(page) + 1 :]
    if after:
        return f"{lesson}/{after[0].page}", after[0].name, after[0].offers
    lessons = [f"{LESSONS}/{slug}" for slug in slugs(env)]
    following = [f"{each}/index" for each in lessons[lessons.index(lesson) + 1 :]]
    if following:
        # A lesson that is new has no title until it is read.
        title = env.titles.get(following[0], nodes.title()).astext()
        return following[0], title, "the next lesson"
    return env.config.root_doc, "the course", "to choose another lesson"


class RewriteEnds(Rewriting[dict[str, tuple[str, str, str]]]):
    """Has the last page of a lesson written again where another lesson follows it now."""

    def shown(self, env: BuildEnvironment) -> dict[str, tuple[str, str, str]]:
        """Return what each page leads on to."""
        modes = env.config.trueloss_modes
        known = env.titles.keys() & env.found_docs
        return {page: next_of(env, page) for page in known if mode_of(page, modes)}

    def pages(
        self,
        _env: BuildEnvironment,
        before: dict[str, tuple[str, str, str]],
        now: dict[str, tuple[str, str, str]],
    ) -> list[str]:
        """Return the pages that lead on to another."""
        return [page for page in now if now[page] != before.get(page)]


def visit_page_end(self: HTML5Translator, node: page_end) -> None:
    """Write the end, which a script goes on from where it runs."""
    env, here = self.builder.env, node["page"]
    mode = mode_of(here, env.config.trueloss_modes)
    assert mode is not None
    page, name, offers = next_of(env, here)
    html = filled(
        "page-end.html",
        mode=mode,
        address=self.builder.get_relative_uri(here, page),
        name=name,
        offers=offers,
    )
    self.body.append(html)
    raise nodes.SkipNode
