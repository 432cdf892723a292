"""The ``progress`` directive: every lesson, mode, question and card, and how a reader stands."""

from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.modes import LESSONS
from trueloss.lessons.course.overview import (
    HOLDERS,
    Lesson,
    held,
    lessons_of,
    names_of_modes,
    other_pages,
    title_of,
)
from trueloss.lessons.html.beside import TITLES, handed_over
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
    """Return the lessons; scripts add what each holds."""
    env = self.builder.env
    return filled(
        "progress.html",
        lessons=lessons_of(env),
        others=[(page, title_of(env, page.docname)) for page in other_pages(env)],
        folder=LESSONS,
        level=min(self.section_level + 1, 5),
        address=partial(self.builder.get_relative_uri, node["page"]),
        modes=names_of_modes(env),
        held=held,
    )


def write_titles(app: Sphinx, exception: Exception | None) -> None:
    """Write beside the first page of each lesson what it asks: what a reader opens is loaded."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir)
    for path in list(folder.rglob(f"*{TITLES}")):
        path.unlink()
    for lesson in lessons_of(app.env):
        page = lesson.pages[0].docname
        script = handed_over(page, _titles(lesson))
        (folder / f"{page}{TITLES}").write_text(script, encoding="utf-8")


def _titles(lesson: Lesson) -> dict[str, Any]:
    return {
        page.docname: [
            {
                "key": entry.key,
                "title": entry.title,
                "anchor": entry.anchor,
                "level": entry.level,
            }
            for entry in page.entries
        ]
        for page in lesson.pages
    }
