"""Listings that can be scrolled without a mouse.

A listing wider than the screen scrolls sideways, and what scrolls has to take the focus and bear
a name (WCAG 2.2, success criteria 2.1.1 and 4.1.2).
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator


class ListingTranslator(HTML5Translator):
    """Sphinx's own translator, but for the tag of a listing."""

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        """Write a listing as Sphinx does, and let the keyboard reach it."""
        try:
            super().visit_literal_block(node)
        finally:
            name = "Output" if _is_output(node) else "Code"
            focusable = f'<pre tabindex="0" role="group" aria-label="{name}">'
            self.body[-1] = self.body[-1].replace("<pre>", focusable, 1)


def _is_output(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.Element) and node.get("nb_element") == "cell_code_output":
            return True
    return False


def setup(app: Sphinx) -> None:
    """Write every HTML page so."""
    app.set_translator("html", ListingTranslator)
    app.set_translator("dirhtml", ListingTranslator)
