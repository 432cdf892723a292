"""Links from a page with code to its notebook, and to Colab where there is a repository."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.mode_bar import mode_bar
from trueloss.pages.run_phase import page_being_read
from trueloss.publishing.addresses import base_address
from trueloss.text.filled import filled

#: The branch of the repository that holds the notebooks of the published site.
BRANCH = "notebooks"
_GITHUB = "https://github.com/"


class notebook_links(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the links stand; ``page`` is the docname."""


def colab_address(repository: str, docname: str) -> str:
    """Return the address that opens a page's notebook; empty where Colab cannot reach it."""
    if not repository.startswith(_GITHUB):
        return ""
    path = f"{repository.removeprefix(_GITHUB).strip('/')}/blob/{BRANCH}/{docname}.ipynb"
    return f"https://colab.research.google.com/github/{path}"


def add_links(app: Sphinx, document: nodes.document) -> None:
    """Put the links below the title, and below the mode bar where there is one."""
    title = next(document.findall(nodes.title), None)
    if title is None or not page_being_read().has_code:
        return
    bar = next(document.findall(mode_bar), None)
    before = title if bar is None else bar
    before.parent.insert(before.parent.index(before) + 1, notebook_links(page=app.env.docname))


def html_notebook_links(self: HTML5Translator, node: notebook_links) -> str:
    """Return the links."""
    page, config = node["page"], self.builder.config
    base = base_address(config.html_baseurl)
    # The whole address, because the archive does not hold itself.
    archive = f"{base}{config.trueloss_archive}.zip" if page == config.root_doc else ""
    return filled(
        "notebook-links.html",
        name=page.rpartition("/")[2],
        colab=colab_address(config.trueloss_repository, page),
        archive=archive if base else "",
    )
