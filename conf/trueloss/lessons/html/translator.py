"""Listings, tables and formulas that scroll without a mouse, and folded cells with true names.

What is wider than the screen scrolls sideways, and what scrolls has to take the focus and bear
a name (WCAG 2.2, success criteria 2.1.1 and 4.1.2). A name holds the words that are seen (2.5.3).
A header of a table names its column or row, so an empty cell is none (1.3.1).
"""

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, visit_HideCellInput
from sphinx.writers.html5 import HTML5Translator
from sphinx_design.extension import visit_container

from trueloss.lessons.html.html_nodes import above


class LessonTranslator(HTML5Translator):
    """Sphinx's own translator, with other tags around listings, HTML of cells and empty headers."""

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        """Write a listing as Sphinx does, and let the keyboard reach it."""
        try:
            super().visit_literal_block(node)
        finally:
            # What has signs before its lines is no program to copy.
            name = "Changes" if node.get("language") == "diff" else "Code"
            if any(map(is_output, above(node))):
                name = "Output"
            focusable = f'<pre tabindex="0" role="group" aria-label="{name}">'
            self.body[-1] = self.body[-1].replace("<pre>", focusable, 1)

    def visit_entry(self, node: nodes.entry) -> None:
        """Write a cell of a table; an empty one in its head is no header of anything."""
        super().visit_entry(node)
        if not node.astext().strip() and self.body[-1].startswith("<th"):
            self.body[-1] = self.body[-1].replace("<th", "<td", 1)
            self.context[-1] = self.context[-1].replace("</th>", "</td>", 1)

    def visit_raw(self, node: nodes.raw) -> None:
        """Write HTML of a cell in a box that the keyboard reaches where it scrolls."""
        start = len(self.body)
        try:
            super().visit_raw(node)
        finally:
            if "text_html" in node["classes"] and len(self.body) > start:
                focusable = '<div tabindex="0" role="group" aria-label="Output" '
                self.body[start] = self.body[start].replace("<div ", focusable, 1)


def is_output(node: nodes.Node) -> bool:
    """Tell whether a node holds what a cell put out, as myst-nb made it."""
    return isinstance(node, nodes.Element) and node.get("nb_element") == "cell_code_output"


def visit_box(self: HTML5Translator, node: nodes.container) -> None:
    """Write a container as sphinx-design does, and let the keyboard reach one that scrolls."""
    visit_container(self, node)
    scrolling = self.config.trueloss_scrolling
    for name in node["classes"]:
        if name in scrolling:
            focusable = f'<div tabindex="0" role="group" aria-label="{scrolling[name]}" '
            self.body[-1] = self.body[-1].replace("<div ", focusable, 1)


def visit_folded(self: HTML5Translator, node: HideCodeCellNode) -> None:
    """Write the summary of a folded cell as MyST-NB does, without a name that hides its words."""
    start = len(self.body)
    visit_HideCellInput(self, node)
    self.body[start:] = ["<summary>\n" if "<summary" in tag else tag for tag in self.body[start:]]
