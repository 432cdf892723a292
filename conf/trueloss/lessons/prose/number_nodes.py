"""A number in prose that a program printed, and the HTML that it becomes."""

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator


class ran_number(nodes.inline):
    """A number that a cell printed; ``role`` is what its role holds, ``near`` about its line.

    ``range`` is what came with other seeds, empty where that is the same; ``None`` where no such
    runs are known.
    """


def visit_ran_number(self: HTML5Translator, node: ran_number) -> None:
    known = node.get("range")
    seeds = "" if known is None else f' s="{self.attval(known)}"' if known else " s"
    self.body.append(f"<tl-ran{seeds}>")


def depart_ran_number(self: HTML5Translator, _node: ran_number) -> None:
    self.body.append("</tl-ran>")
