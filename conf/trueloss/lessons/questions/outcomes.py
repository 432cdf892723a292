"""What a program did that was filled in, as a reader sees it."""

from docutils import nodes

from trueloss.pages.tries import Outcome


def did(outcome: Outcome) -> list[nodes.Node]:
    """Return what a program printed, was warned of, and ended with."""
    said = [text for text in (outcome.warned, outcome.verdict) if text]
    shown: list[nodes.Node] = [listing(outcome.printed, "none")] if outcome.printed else []
    shown += [nodes.paragraph("", "", nodes.literal("", text)) for text in said]
    return shown or [nodes.paragraph("", "It printed nothing.")]


def listing(text: str, language: str = "python") -> nodes.literal_block:
    """Return a program or an output."""
    return nodes.literal_block(text, text, language=language)
