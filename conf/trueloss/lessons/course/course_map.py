"""The ``course-map`` directive: parts, lessons, modes, and what this reader has done."""

from collections.abc import Iterable
from html import escape

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.mode_bar import hidden_toctree
from trueloss.lessons.course.modes import LESSONS
from trueloss.lessons.course.overview import (
    HOLDERS,
    MAPS,
    CourseMap,
    Lesson,
    Page,
    lesson_at,
    slugs,
)
from trueloss.text.counting import counted
from trueloss.truth.course_parts import Item, Part, read_parts


class course_map(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the map stands: ``parts`` as the author listed them, ``page`` it stands on."""


class CourseMapDirective(SphinxDirective):
    """Show the course in parts, and give the sidebar its lessons in the same order.

    The body lists the parts: a title on a line of its own, and below it its lessons, one a line
    after ``-``, each by the name of its folder, or by its title where it is to come.
    """

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the map; what is wrong with it is reported when all pages have been read."""
        first = self.lineno + self.content_offset + 1
        parts = tuple(read_parts(enumerate(self.content, start=first)))
        docname = self.env.docname
        MAPS.of(self.env)[docname] = CourseMap(self.lineno, parts)
        HOLDERS.of(self.env)[docname] = True
        return [course_map("", page=docname, parts=parts), self._toctree(parts)]

    def _toctree(self, parts: Iterable[Part]) -> addnodes.toctree:
        indexes = [f"{LESSONS}/{item.text}/index" for part in parts for item in part.items]
        entries = [(None, index) for index in indexes if index in self.env.found_docs]
        return hidden_toctree(self.env.docname, entries, caption="Lessons")


def visit_course_map(self: HTML5Translator, node: course_map) -> None:
    """Write the map; the script fills in what the reader has done."""
    level = min(self.section_level + 1, 6)
    self.body.append('<tl-map class="tl-map">\n<p class="tl-map-due">&nbsp;</p>\n')
    for part in node["parts"]:
        self.body.append(
            f'<section class="tl-part"><h{level}>{escape(part.title)}</h{level}>\n'
            '<ul class="tl-lessons">\n'
        )
        self.body.extend(_item(self, item, node["page"]) for item in part.items)
        self.body.append("</ul></section>\n")
    self.body.append("</tl-map>\n")
    raise nodes.SkipNode


def _item(self: HTML5Translator, item: Item, here: str) -> str:
    env = self.builder.env
    if item.text not in slugs(env):
        return (
            f'<li class="tl-lesson tl-to-come">{escape(item.text)} '
            '<span class="tl-quiet">to come</span></li>\n'
        )
    return _lesson(self, lesson_at(env, item.text), here)


def _lesson(self: HTML5Translator, lesson: Lesson, here: str) -> str:
    address = self.builder.get_relative_uri(here, lesson.pages[0].docname)
    modes = "".join(_mode(self, page, here) for page in lesson.pages)
    return (
        f'<li class="tl-lesson"><a class="tl-lesson-title" href="{address}">'
        f"{escape(lesson.title)}</a>\n"
        f'<ul class="tl-lesson-modes">\n{modes}</ul></li>\n'
    )


def _mode(self: HTML5Translator, page: Page, here: str) -> str:
    assert page.mode is not None
    address = self.builder.get_relative_uri(here, page.docname)
    keys = " ".join(entry.key for entry in page.entries)
    return (
        f'<li class="tl-stand" data-page="{page.docname}" data-keys="{escape(keys)}">'
        f'<a href="{address}">{page.mode.name}</a> '
        f'<span class="tl-quiet">{page.minutes} min</span> '
        f'<span class="tl-state">{asked(page)}</span></li>\n'
    )


def asked(page: Page) -> str:
    """Return what a page asks of a reader, in words: 5 questions."""
    nouns = [entry.noun for entry in page.entries]
    return ", ".join(counted(nouns.count(noun), noun) for noun in sorted(set(nouns)))
