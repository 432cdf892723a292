"""The ``start`` directive: one button to begin with, or to go on where a reader left off."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.daily_review import REVIEWS
from trueloss.lessons.course.modes import LESSONS
from trueloss.lessons.course.overview import HOLDERS, slugs, title_of
from trueloss.text.filled import filled


class start(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the button stands; ``page`` is the page it stands on."""


class StartDirective(SphinxDirective):
    """Show the way into the course; the script of the course map leads back to where one was."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the button."""
        HOLDERS.of(self.env)[self.env.docname] = True
        return [start("", page=self.env.docname)]


def visit_start(self: HTML5Translator, node: start) -> None:
    """Write the button, and the link to what is due where a page shows that."""
    env, page = self.builder.env, node["page"]
    lesson = next((f"{LESSONS}/{slug}/index" for slug in slugs(env)), None)
    if lesson is None:
        raise nodes.SkipNode
    others = {
        kind: self.builder.get_relative_uri(page, other)
        for other, kind in sorted(REVIEWS.of(env).items())
    }
    html = filled(
        "start.html",
        lesson=title_of(env, lesson),
        address=self.builder.get_relative_uri(page, lesson),
        others=others,
    )
    self.body.append(html)
    raise nodes.SkipNode
