"""Every flip card of the site, so that names are unique."""

from pathlib import Path
from typing import cast

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.domains import PageDomain
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

    def check_consistency(self) -> None:
        """Report every name that two cards bear."""
        first_use: dict[str, str] = {}
        for docname in sorted(self.pages):
            for card in self.pages[docname]:
                if card.name in first_use:
                    message = (
                        f"the name {card.name!r} belongs to the card at {first_use[card.name]} "
                        "already; give this one another with :name:"
                    )
                    path = Path(self.env.doc2path(docname))
                    report([Diagnostic("card-name", card.line, message)], path)
                else:
                    place = self.env.doc2path(docname, base=False)
                    first_use[card.name] = f"{place}:{card.line}"


def cards_of(env: BuildEnvironment) -> CardDomain:
    """Return the register of the environment."""
    return cast("CardDomain", env.get_domain("card"))


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(CardDomain)
