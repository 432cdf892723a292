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


def cards_of(env: BuildEnvironment) -> CardDomain:
    """Return the register of the environment."""
    return cast("CardDomain", env.get_domain("card"))


def report_card_names(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report every name that two cards bear."""
    pages = cards_of(env).pages
    first_use: dict[str, str] = {}
    for docname in sorted(pages):
        for card in pages[docname]:
            if card.name in first_use:
                message = (
                    f"the name {card.name!r} belongs to the card at {first_use[card.name]} "
                    "already; give this one another with :name:"
                )
                path = Path(env.doc2path(docname))
                report([Diagnostic("card-name", card.line, message)], path)
            else:
                place = env.doc2path(docname, base=False)
                first_use[card.name] = f"{place}:{card.line}"
