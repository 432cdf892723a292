"""The nodes of flip cards, and the HTML they become.

A card is a native disclosure, so it flips with Space, Enter or a tap, and reads without scripts.
The controls of a deck are in the HTML too; the stylesheet shows them where scripts run.
"""

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.html.html_nodes import around, note_html
from trueloss.text.counting import counted
from trueloss.text.filled import filled


class deck(nodes.Element):
    """Cards that stand one after the other."""


class flashcard(nodes.Element):
    """One card; ``key`` is what its schedule is kept under."""


class flashcard_front(nodes.TextElement):
    """What the card asks."""


class flashcard_back(nodes.Element):
    """What a reader should recall."""


def visit_deck(self: HTML5Translator, node: deck) -> None:
    count = counted(len(node.children), "card")
    self.body.append(
        self.starttag(node, "tl-deck", CLASS="tl-deck")
        + f'<p class="tl-deck-counts">{count}</p>\n<div class="tl-cards">\n'
    )


def depart_deck(self: HTML5Translator, _node: deck) -> None:
    self.body.append(filled("deck-controls.html"))


def visit_flashcard(self: HTML5Translator, node: flashcard) -> None:
    node["begins"] = len(self.body)
    self.body.append(self.starttag(node, "details", CLASS="tl-card", **{"data-key": node["key"]}))


def depart_flashcard(self: HTML5Translator, node: flashcard) -> None:
    self.body.append("</details>\n")
    note_html(self, node)


visit_flashcard_front, depart_flashcard_front = around(
    '<summary class="tl-card-front"><span>', "</span></summary>\n"
)
visit_flashcard_back, depart_flashcard_back = around('<div class="tl-card-back">\n', "</div>\n")
