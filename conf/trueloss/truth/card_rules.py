"""A flip card as data, and the rules that hold for it."""

from collections.abc import Iterator, Mapping

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.cards import WrittenCard
from trueloss.pages.labelled_cells import NO_LABEL, Cell
from trueloss.text.digests import digest_of
from trueloss.text.nearest import instead
from trueloss.text.slugs import SLUG


class Card(WrittenCard):
    """A card with a name, and what its schedule is kept under."""

    @property
    def key(self) -> str:
        """What a reader's schedule for the card is kept under; it changes with the card's text."""
        return f"card:{self.name}@{digest_of([self.front.split(), self.back.split()])}"


def card_diagnostics(card: Card, cells: Mapping[str, Cell]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a card; ``cells`` are the labelled cells of its page."""
    for rule, message in (*_sides(card), *_evidence(card, cells)):
        yield Diagnostic(rule, card.line, message, about=card.evidence or "")


def _sides(card: Card) -> Iterator[tuple[str, str]]:
    if not card.front:
        yield (
            "card-front",
            "the card has no front; write what it asks on its first line, as in "
            ":::{flashcard} What does the gradient tell?",
        )
    elif not SLUG.fullmatch(card.name):
        yield (
            "card-name",
            f"the name is {card.name!r}; give the card one with :name:, of lower-case letters, "
            "digits and single hyphens",
        )
    if not card.back:
        yield (
            "card-back",
            f"the card {card.front!r} has no back; write below its first line what a reader "
            "should recall",
        )


def _evidence(card: Card, cells: Mapping[str, Cell]) -> Iterator[tuple[str, str]]:
    if card.evidence is None:
        return
    cell = cells.get(card.evidence)
    if cell is None:
        yield (
            "card-evidence",
            f":evidence: names the cell {card.evidence!r}, which this page does not have; "
            f"{instead(card.evidence, cells, NO_LABEL)}",
        )
    elif cell.ran and not cell.printed.strip():
        yield (
            "card-evidence",
            f"the cell {card.evidence!r} prints nothing that the back could show; let it print, "
            "or remove :evidence:",
        )
