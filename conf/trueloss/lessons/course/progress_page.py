"""The ``progress`` directive: every lesson, mode, question and card, and how a reader stands."""

from html import escape

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.course_map import asked
from trueloss.lessons.course.modes import LESSONS
from trueloss.lessons.course.overview import (
    HOLDERS,
    Entry,
    Page,
    lesson_at,
    other_pages,
    slugs,
    title_of,
)

#: What a reader can do with what is kept; shown where scripts run.
TOOLS = """\
<div class="tl-tools">
<button type="button" class="tl-save">Save my progress as a file</button>
<label class="tl-load">Load a file <input type="file" accept=".json,application/json"></label>
<button type="button" class="tl-forget" data-forget="">Forget everything</button>
<p class="tl-said" role="status"></p>
</div>
<dialog class="tl-dialog" aria-labelledby="tl-dialog-text">
<form method="dialog"><p id="tl-dialog-text"></p><div class="tl-dialog-buttons"></div></form>
</dialog>
"""


class progress(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the list of everything stands; ``page`` is the page it stands on."""


class ProgressDirective(SphinxDirective):
    """Show every lesson, mode, question and card; a script fills in how the reader stands."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the list."""
        HOLDERS.of(self.env)[self.env.docname] = True
        return [progress("", page=self.env.docname)]


def visit_progress(self: HTML5Translator, node: progress) -> None:
    """Write the list, which reads as a table of contents where no script runs."""
    env = self.builder.env
    here = node["page"]
    level = min(self.section_level + 1, 5)
    self.body.append(f'<tl-progress class="tl-progress">\n{TOOLS}')
    for slug in slugs(env):
        lesson = lesson_at(env, slug)
        self.body.append(
            f'<section class="tl-progress-lesson" data-lesson="{LESSONS}/{slug}">'
            f"<h{level}>{escape(lesson.title)}</h{level}>\n"
            '<p class="tl-total"></p>\n'
        )
        for page in lesson.pages:
            assert page.mode is not None
            self.body.append(_page(self, page, here, page.mode.name, level + 1))
        self.body.append(
            f'<button type="button" class="tl-forget" data-forget="{LESSONS}/{slug}">'
            "Forget this lesson</button></section>\n"
        )
    others = other_pages(env)
    if others:
        self.body.append(
            f'<section class="tl-progress-lesson"><h{level}>Outside the lessons</h{level}>\n'
        )
        for page in others:
            self.body.append(_page(self, page, here, title_of(env, page.docname), level + 1))
        self.body.append("</section>\n")
    self.body.append("</tl-progress>\n")
    raise nodes.SkipNode


def _page(self: HTML5Translator, page: Page, here: str, name: str, level: int) -> str:
    address = self.builder.get_relative_uri(here, page.docname)
    minutes = f' <span class="tl-quiet">{page.minutes} min</span>' if page.minutes else ""
    entries = "".join(_entry(entry, address) for entry in page.entries)
    return (
        f'<div class="tl-stand" data-page="{page.docname}">'
        f'<h{level}><a href="{address}">{escape(name)}</a></h{level}>{minutes} '
        f'<span class="tl-state">{asked(page)}</span>\n'
        + (f'<ul class="tl-entries">\n{entries}</ul>\n' if entries else "")
        + "</div>\n"
    )


def _entry(entry: Entry, address: str) -> str:
    level = f' <span class="tl-quiet">{entry.level}</span>' if entry.level else ""
    return (
        f'<li data-key="{escape(entry.key)}"><a href="{address}#{entry.anchor}">'
        f'{escape(entry.title)}</a>{level} <span class="tl-state"></span></li>\n'
    )
