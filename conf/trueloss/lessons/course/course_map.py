"""The ``course-map`` directive: parts, lessons, modes, and what this reader has done."""

from collections.abc import Iterable, Iterator
from functools import partial

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
    held,
    left_out_of,
    lessons_of,
    names_of_modes,
    place_of_part,
)
from trueloss.text.filled import filled
from trueloss.truth.course_parts import Part, read_parts


class course_map(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the map stands: ``parts`` as the author listed them, ``page`` it stands on."""


class CourseMapDirective(SphinxDirective):
    """Show the course in parts, and give the sidebar its lessons in the same order.

    The body lists the parts: a title on a line of its own, and below it its lessons, one a line
    after ``-``, each by the name of its folder, with the lessons that it needs after a colon, or by
    its title where it is to come.
    """

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the map; what is wrong with it is reported when all pages have been read."""
        first = self.lineno + self.content_offset + 1
        parts = tuple(read_parts(enumerate(self.content, start=first)))
        docname = self.env.docname
        MAPS.of(self.env)[docname] = CourseMap(self.lineno, parts)
        HOLDERS.of(self.env)[docname] = True
        return [course_map("", page=docname, parts=parts), *self._toctrees(parts)]

    def _toctrees(self, parts: Iterable[Part]) -> Iterator[addnodes.toctree]:
        for part in parts:
            indexes = [f"{LESSONS}/{item.text}/index" for item in part.items]
            entries = [(None, index) for index in indexes if index in self.env.found_docs]
            if entries:
                yield hidden_toctree(self.env.docname, entries, caption=part.title)


def html_course_map(self: HTML5Translator, node: course_map) -> str:
    """Return the map; the script fills in what the reader has done."""
    env = self.builder.env
    return filled(
        "course-map.html",
        parts=node["parts"],
        lessons={lesson.slug: lesson for lesson in lessons_of(env)},
        left_out=partial(left_out_of, env),
        level=min(self.section_level + 1, 6),
        address=partial(self.builder.get_relative_uri, node["page"]),
        folder=LESSONS,
        modes=names_of_modes(env),
        held=held,
        place=place_of_part,
    )
