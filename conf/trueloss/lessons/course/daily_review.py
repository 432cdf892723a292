"""Questions of all lessons in one place: what is due today, and where to start.

A page of a lesson keeps what it asks in a script beside it, ``recall.review.js``. The review loads
the scripts of those pages alone on which something is due.
"""

from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.modes import LESSONS, mode_of
from trueloss.lessons.course.overview import HOLDERS, held, lessons_of, names_of_modes
from trueloss.lessons.domains import Kept
from trueloss.lessons.html.beside import ASKED, handed_over
from trueloss.text.filled import filled

#: The pages that show questions of all lessons: ``review`` or ``placement``.
REVIEWS = Kept[str]("reviews")


class review(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where cards that are due and questions that went wrong stand; ``page`` is its page."""


class placement(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where questions stand that say with which lesson to begin; ``page`` is its page."""


class ReviewDirective(SphinxDirective):
    """Show the cards that are due and the questions that went wrong, of all lessons."""

    node: type[nodes.Element] = review

    def run(self) -> list[nodes.Node]:
        """Return the place of the questions."""
        HOLDERS.of(self.env)[self.env.docname] = True
        REVIEWS.of(self.env)[self.env.docname] = self.node.__name__
        return [self.node("", page=self.env.docname)]


class PlacementDirective(ReviewDirective):
    """Ask questions drawn from the pools of all lessons, and say with which lesson to begin."""

    node = placement


def visit_review(self: HTML5Translator, node: review) -> None:
    """Write what each lesson holds, and the controls of the deck."""
    env = self.builder.env
    facts = {"folder": LESSONS, "held": held, "modes": names_of_modes(env)}
    _write(self, node, "review.html", lessons_of(env), **facts)


def visit_placement(self: HTML5Translator, node: placement) -> None:
    """Write which page of each lesson has a pool to draw from."""
    pools = [
        (lesson, page)
        for lesson in lessons_of(self.builder.env)
        for page in lesson.pages
        if page.entries and page.mode and page.mode.draws
    ]
    _write(self, node, "placement.html", pools)


def _write(
    self: HTML5Translator, node: nodes.Element, template: str, listed: object, **values: object
) -> None:
    address = partial(self.builder.get_relative_uri, node["page"])
    self.body.append(filled(template, listed=listed, address=address, **values))
    raise nodes.SkipNode


def write_asked(
    app: Sphinx,
    page: str,
    _template: str,
    _context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Write the script beside a page of a lesson that holds what the page asks."""
    if doctree is None or not mode_of(page, app.config.trueloss_modes):
        return
    # What can come back has noted the HTML that it became.
    asked = [node for node in doctree.findall(nodes.Element) if "html" in node.attributes]
    pieces = {node["key"]: node["html"] for node in asked}
    path = Path(app.outdir) / f"{page}{ASKED}"
    path.unlink(missing_ok=True)
    if pieces:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(handed_over(page, pieces), encoding="utf-8")
