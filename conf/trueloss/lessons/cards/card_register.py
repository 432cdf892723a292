"""Every flip card of the site, so that names are unique."""

from typing import cast

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.domains import PageDomain, report_second_uses
from trueloss.truth.card_rules import Card


class CardDomain(PageDomain):
    """Keeps the cards of each page, so that partial and parallel builds know them all."""

    name = "card"
    label = "Card"
    initial_data = {"pages": {}}  # noqa: RUF012 (Sphinx declares it so, and copies it)

    @property
    def pages(self) -> dict[str, list[Card]]:
        """The cards of each page in their order, by docname."""
        return cast("dict[str, list[Card]]", self.data["pages"])

    def add(self, docname: str, card: Card) -> None:
        """Note a card of a page."""
        self.pages.setdefault(docname, []).append(card)


def cards_of(env: BuildEnvironment) -> CardDomain:
    """Return the register of the environment."""
    return cast("CardDomain", env.get_domain("card"))


def report_card_names(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report every name that two cards bear."""
    pages = sorted(cards_of(env).pages.items())
    named = ((card.name, (page, card.line)) for page, cards in pages for card in cards)
    report_second_uses(env, "card", named, "give this one another with :name:")
