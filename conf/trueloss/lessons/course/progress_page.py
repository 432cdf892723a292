"""The ``progress`` directive: every lesson, mode, question and card, and how a reader stands."""

from functools import partial

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.course_map import asked
from trueloss.lessons.course.modes import LESSONS
from trueloss.lessons.course.overview import (
    HOLDERS,
    lesson_at,
    other_pages,
    slugs,
    title_of,
)
from trueloss.text.filled import filled


class progress(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the list of everything stands; ``page`` is the page it stands on."""


class ProgressDirective(SphinxDirective):
    """Show every lesson, mode, question and card; a script fills in how the reader stands."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the list."""
        HOLDERS.of(self.env)[self.env.docname] = True
        return [progress("", page=self.env.docname)]


def html_progress(self: HTML5Translator, node: progress) -> str:
    """Return the list, which reads as a table of contents where no script runs."""
    env = self.builder.env
    return filled(
        "progress.html",
        lessons=[lesson_at(env, slug) for slug in slugs(env)],
        others=[(page, title_of(env, page.docname)) for page in other_pages(env)],
        folder=LESSONS,
        level=min(self.section_level + 1, 5),
        address=partial(self.builder.get_relative_uri, node["page"]),
        asked=asked,
    )
