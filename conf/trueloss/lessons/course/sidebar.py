"""The sidebar: captions are headings of a level, and pages for authors stand on their own pages.

A caption says of which level it is (WCAG 2.2, criterion 4.1.2). The pages of contributing and of
the decisions would stand on every page of a lesson otherwise, and weigh there.
"""

import posixpath
from collections.abc import Iterable
from fnmatch import fnmatch

from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.domains import Rewriting
from trueloss.lessons.html.html_nodes import Context

#: The titles of all pages, and which pages each leads to.
Frame = tuple[dict[str, str], dict[str, list[str]]]


class RewriteFrames(Rewriting[Frame]):
    """Has all pages written again if the sidebar, or what comes before and after, would change."""

    def shown(self, env: BuildEnvironment) -> Frame:
        """Return the titles of pages, and the tree of them."""
        titles = {page: title.astext() for page, title in env.titles.items()}
        return titles, {page: list(leads_to) for page, leads_to in env.toctree_includes.items()}

    def pages(self, env: BuildEnvironment, _before: Frame, _now: Frame) -> set[str]:
        """Return all pages: every one shows the tree."""
        return env.found_docs


def trimmed(tree: str, page: str, for_authors: Iterable[str]) -> str:
    """Return the navigation as HTML, with levels, and without what is for authors elsewhere.

    ``page`` is the docname that it stands on, ``for_authors`` are patterns of docnames.
    """
    soup = BeautifulSoup(tree, "html.parser")
    for caption in soup.select("p.caption"):
        caption["aria-level"] = "2"
    for folder in soup.select("li.toctree-l1.has-children:not(.current)"):
        link = folder.find("a")
        address = str(link["href"]) if link else ""
        docname = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
        if any(fnmatch(docname, pattern) for pattern in for_authors):
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
        context["furo_navigation_tree"] = trimmed(tree, page, app.config.trueloss_prose_exempt)
