"""Every flip card of the site, so that names are unique."""

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.domains import Kept, report_second_uses
from trueloss.truth.card_rules import Card

#: The cards of each page in their order.
CARDS = Kept[list[Card]]("cards")


def report_card_names(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report every name that two cards bear."""
    pages = sorted(CARDS.of(env).items())
    named = ((card.name, (page, card.line)) for page, cards in pages for card in cards)
    report_second_uses(env, "card", named, "give this one another with :name:")
