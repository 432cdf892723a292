"""Every flip card of the site, so that names are unique."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from trueloss.faults import Fault, report
from trueloss.truth.cards import Card


class CardDomain(Domain):
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

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is about to be read again."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for docname in docnames:
            if docname in otherdata["pages"]:
                self.pages[docname] = otherdata["pages"][docname]

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
                    report([Fault("card-name", card.line, message)], path)
                else:
                    place = self.env.doc2path(docname, base=False)
                    first_use[card.name] = f"{place}:{card.line}"


def cards_of(env: BuildEnvironment) -> CardDomain:
    """Return the register of the environment."""
    return cast("CardDomain", env.get_domain("card"))


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(CardDomain)
