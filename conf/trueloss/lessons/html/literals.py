"""Words of code in a sentence, as one element each.

Sphinx puts a span around every word of them, for stylesheets that keep the word from breaking;
this theme's does not look at it.
"""

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator


def visit_literal(self: HTML5Translator, node: nodes.literal) -> None:
    """Write the opening tag; what holds runs of blanks stays in Sphinx's care, which keeps them."""
    if "kbd" in node["classes"] or "code" in node["classes"] or "  " in node.astext():
        HTML5Translator.visit_literal(self, node)
        self.context.append("")
    else:
        self.body.append(self.starttag(node, "code", "", CLASS="literal notranslate"))
        self.context.append("</code>")


def depart_literal(self: HTML5Translator, node: nodes.literal) -> None:
    """Write the closing tag."""
    end = self.context.pop()
    if end:
        self.body.append(end)
    else:
        HTML5Translator.depart_literal(self, node)
