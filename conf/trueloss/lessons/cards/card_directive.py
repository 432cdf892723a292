"""The ``flashcard`` directive, and decks of cards."""

from collections import Counter
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.cards.card_nodes import deck, flashcard, flashcard_back, flashcard_front
from trueloss.lessons.cells.moved_cells import cell_slot, cells_by_label, notebook_of
from trueloss.lessons.course.modes import lesson_of
from trueloss.lessons.domains import Kept, report_second_uses
from trueloss.lessons.html.folded import dropdown
from trueloss.pages.cards import CARD_OPTIONS
from trueloss.pages.directives import AnyDirective
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.run_phase import page_being_read
from trueloss.truth.card_rules import Card, card_diagnostics

#: How many characters of a front a name made from it takes.
_LONGEST = 60


class FlashcardDirective(AnyDirective, SphinxDirective):
    """Make a card: its first line is the front, what stands below is the back.

    The tree::

        <flashcard key="card:training-gradient@0123abcd">
            <flashcard_front>
            <flashcard_back>
                ...what the author wrote
                <rubric>, <cell_slot label="one-step" shows="output">, <container part="program">

    ``evidence`` names a cell: its output stands on the back, and its program in a dropdown there,
    unless several cards name it.
    """

    option_helps = CARD_OPTIONS
    option_spec = dict.fromkeys(CARD_OPTIONS, directives.unchanged_required)

    def run(self) -> list[nodes.Node]:
        """Return the card, and report what is wrong with it."""
        page = page_being_read()
        title = " ".join(" ".join(self.arguments).split())
        written = page.card(title, "\n".join(self.content), self.lineno)
        if written is None:
            message = "this card comes from another file; write it on the page itself"
            report([Diagnostic("card-front", self.lineno, message)], page.path)
            return []
        card = Card(**vars(written) | {"name": written.name or self._name(written.front)})
        cells = labelled_cells(notebook_of(self.state.document))
        report(card_diagnostics(card, cells), page.path)
        texts, messages = self.parse_inline(title, lineno=self.lineno)
        front = flashcard_front(title, "", *texts)
        back = flashcard_back()
        self.state.nested_parse(self.content, self.content_offset, back)
        if not card.front:
            return []
        CARDS.of(self.env).setdefault(self.env.docname, []).append(card)
        node = flashcard("", front, back, key=card.key, ids=[f"card-{card.name}"])
        node["evidence"] = card.evidence
        self.set_source_info(node)
        return [node, *messages]

    def _name(self, front: str) -> str:
        """Return a default name for a card: its lesson's, and the first words of its front."""
        lesson = (lesson_of(self.env.docname, self.config.trueloss_modes) or "").rpartition("/")[2]
        words = nodes.make_id(front)[:_LONGEST].rstrip("-")
        return "-".join(part for part in (lesson, words) if part)


class ShowEvidence(SphinxTransform):
    """Put the cell that a card names on its back.

    A cell that several cards name would stand there several times, so it stays in its place, and
    the backs link to it.
    """

    def apply(self, **_kwargs: Any) -> None:
        """Complete the backs of this page."""
        cards = [card for card in self.document.findall(flashcard) if card["evidence"]]
        uses = Counter(card["evidence"] for card in cards)
        cells = cells_by_label(self.document)
        for label, times in uses.items():
            if times > 1 and label in cells:
                cell, mark = cells[label], nodes.target("", "", ids=[_anchor(label)])
                cell.parent.insert(cell.parent.index(cell), mark)
        for card in cards:
            label = card["evidence"]
            _, back = card.children
            assert isinstance(back, flashcard_back)
            back.extend(_link(label) if uses[label] > 1 else _output(label))


def _output(label: str) -> list[nodes.Node]:
    program = cell_slot(label=label, shows="program")
    return [
        nodes.rubric("", "We ran it", evidence=label),
        cell_slot(label=label, shows="output"),
        dropdown("The program that printed this", "program", program),
    ]


def _link(label: str) -> list[nodes.Node]:
    text = "the program and what it printed"
    link = nodes.reference("", text, internal=True, refid=_anchor(label))
    return [nodes.paragraph("", "", nodes.Text("We ran it: "), link, nodes.Text("."))]


def _anchor(label: str) -> str:
    return nodes.make_id(f"cell-{label}")


class MakeDecks(SphinxTransform):
    """Put cards that stand one after the other into a deck."""

    def apply(self, **_kwargs: Any) -> None:
        """Find the cards of this page."""
        for card in list(self.document.findall(flashcard)):
            parent = card.parent
            place = parent.index(card)
            before = parent[place - 1] if place else None
            parent.remove(card)
            if isinstance(before, deck):
                before += card
            else:
                parent.insert(place, deck("", card))


#: The cards of each page in their order.
CARDS = Kept[list[Card]]("cards")


def report_card_names(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report every name that two cards bear."""
    pages = sorted(CARDS.of(env).items())
    named = ((card.name, (page, card.line)) for page, cards in pages for card in cards)
    report_second_uses(env, "card", named, "give this one another with :name:")
