"""The ``flashcard`` directive, and decks of cards."""

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from trueloss.faults import report
from trueloss.lessons.card_register import cards_of
from trueloss.lessons.cells import MoveCells, cell_slot, notebook_of
from trueloss.lessons.dropdowns import dropdown
from trueloss.lessons.flashcard_nodes import deck, flashcard, flashcard_back, flashcard_front
from trueloss.lessons.modes import lesson_of
from trueloss.truth.cards import Card, card_faults
from trueloss.truth.cells import labelled_cells

#: Where a name that is made from a front ends, in characters.
_LONGEST = 60


@dataclass(frozen=True)
class FlashcardOptions:
    """The options of the directive, each with what it is for."""

    name: str | None = field(
        default=None,
        metadata={"help": "a name of its own, over all cards; made from the front where left out"},
    )
    evidence: str | None = field(
        default=None,
        metadata={"help": "the label of a cell whose output stands on the back"},
    )


KNOWN = tuple(known.name for known in fields(FlashcardOptions))


class FlashcardDirective(SphinxDirective):
    """Make a card: its first line is the front, what stands below is the back.

    The tree::

        <flashcard key="card:training-gradient@0123abcd">
            <flashcard_front>
            <flashcard_back>
                ...what the author wrote
                <rubric>, <cell_slot label="one-step" shows="output">, <container part="program">

    ``evidence`` names a cell: its output stands on the back, and its program in a dropdown there.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = dict.fromkeys(KNOWN, directives.unchanged_required)

    def run(self) -> list[nodes.Node]:
        """Return the card, and report what is wrong with it."""
        title = " ".join(" ".join(self.arguments).split())
        texts, messages = self.parse_inline(title, lineno=self.lineno)
        front = flashcard_front(title, "", *texts)
        back = flashcard_back()
        self.state.nested_parse(self.content, self.content_offset, back)
        given = FlashcardOptions(**self.options)
        card = Card(
            line=self.lineno,
            name=given.name or self._name(front.astext()),
            front=front.astext(),
            back=back.astext().strip(),
            evidence=given.evidence,
        )
        report(
            card_faults(card, labelled_cells(notebook_of(self.state.document))),
            Path(self.env.doc2path(self.env.docname)),
        )
        if not card.front:
            return []
        cards_of(self.env).add(self.env.docname, card)
        if card.evidence:
            program = cell_slot(label=card.evidence, shows="program")
            back += nodes.rubric("", "We ran it")
            back += cell_slot(label=card.evidence, shows="output")
            back += dropdown("The program that printed this", "program", program)
        node = flashcard("", front, back, key=card.key, ids=[f"card-{card.name}"])
        self.set_source_info(node)
        return [node, *messages]

    def _name(self, front: str) -> str:
        """Return a name for a card whose author gave none: its lesson's, and its first words."""
        lesson = (lesson_of(self.env.docname) or "").rpartition("/")[2]
        words = nodes.make_id(front)[:_LONGEST].rstrip("-")
        return "-".join(part for part in (lesson, words) if part)


class MakeDecks(SphinxTransform):
    """Put cards that stand one after the other into a deck."""

    default_priority = MoveCells.default_priority + 20

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


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("flashcard", FlashcardDirective)
    app.add_transform(MakeDecks)
