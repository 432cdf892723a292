"""The sidebar: the same on every page in size, however many lessons there are.

It shows the parts of the course, the lessons of the part that a page belongs to, and the modes of
its lesson; of the other parts it shows the title, which leads to the map. Pages for authors stand
on their own pages. A caption says of which level it is (WCAG 2.2, criterion 4.1.2).
"""

import posixpath
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch

from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.course.modes import LESSONS
from trueloss.lessons.course.overview import MAPS, CourseMap, place_of_part
from trueloss.lessons.domains import Rewriting
from trueloss.lessons.html.html_nodes import Context

#: The titles of all pages, which pages each leads to, and the maps with their parts.
Frame = tuple[dict[str, str], dict[str, list[str]], dict[str, CourseMap]]


class RewriteFrames(Rewriting[Frame]):
    """Has all pages written again if the sidebar, or what comes before and after, would change."""

    def shown(self, env: BuildEnvironment) -> Frame:
        """Return the titles of pages, the tree of them, and the parts of the course."""
        titles = {page: title.astext() for page, title in env.titles.items()}
        tree = {page: list(leads_to) for page, leads_to in env.toctree_includes.items()}
        return titles, tree, dict(MAPS.of(env))

    def pages(self, env: BuildEnvironment, _before: Frame, _now: Frame) -> set[str]:
        """Return all pages: every one shows the tree."""
        return env.found_docs


def trimmed(tree: str, page: str, folded: Iterable[str], parts: Mapping[str, str]) -> str:
    """Return the navigation as HTML, with levels, and without what belongs to other pages.

    ``page`` is the docname that it stands on, ``folded`` are patterns of docnames whose pages below
    stand there on their own pages alone, ``parts`` the addresses of the parts by their titles.
    """
    soup = BeautifulSoup(tree, "html.parser")
    for caption in soup.select("p.caption"):
        caption["aria-level"] = "2"
        listed = caption.find_next_sibling("ul")
        address = parts.get(caption.get_text())
        if address and listed and not listed.select(".current"):
            listed.decompose()
            text = caption.find("span") or caption
            title = soup.new_tag("a", href=address)
            title.extend(list(text.contents))
            text.append(title)
    for folder in soup.select("li.toctree-l1.has-children:not(.current)"):
        link = folder.find("a")
        address = str(link["href"]) if link else ""
        docname = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
        if any(fnmatch(docname, pattern) for pattern in folded):
            for part in folder.find_all(["input", "label", "ul"], recursive=False):
                part.decompose()
            folder["class"] = "toctree-l1"
    return str(soup)


def trim_sidebar(
    app: Sphinx, page: str, _template: str, context: Context, _doctree: nodes.document | None
) -> None:
    """Trim the sidebar of a page."""
    if "furo_navigation_tree" in context:
        tree = context["furo_navigation_tree"]
        folded = [*app.config.trueloss_prose_exempt, f"{LESSONS}/*"]
        context["furo_navigation_tree"] = trimmed(tree, page, folded, _parts(app, page))


def _parts(app: Sphinx, page: str) -> dict[str, str]:
    builder = app.builder
    return {
        part.title: f"{builder.get_relative_uri(page, home)}#{place_of_part(part.title)}"
        for home, course_map in MAPS.of(app.env).items()
        for part in course_map.parts
    }
