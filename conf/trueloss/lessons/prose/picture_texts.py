"""Every picture on a page has an alternative text."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx

from trueloss.diagnostics.diagnostic import Diagnostic, report


def check_pictures(app: Sphinx, document: nodes.document) -> None:
    """Report each picture without alternative text; figures of cells have their own check."""
    diagnostics = []
    for picture in written_pictures(document):
        # Sphinx takes the line from a picture without a text, and reports it at none.
        picture.line = picture.line or picture.parent.line
        if not picture.get("alt", "").strip():
            uri = picture["uri"]
            message = (
                f"the picture {uri} has no alternative text; say what it shows, "
                f"as in ![The loss falls steeply and then stays flat]({uri}), "
                "or with :alt: in a directive"
            )
            diagnostics.append(Diagnostic("picture-alt", picture.line or 1, message))
    report(diagnostics, app.env.doc2path(app.env.docname))


def written_pictures(node: nodes.Element) -> Iterator[nodes.image]:
    """Yield the pictures of a page that no cell has drawn."""
    for child in node.children:
        if isinstance(child, nodes.image):
            yield child
        elif isinstance(child, nodes.Element) and not child.get("nb_element"):
            yield from written_pictures(child)
