"""Flip cards as an author writes them, read from the Markdown of a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from trueloss.pages.directives import WrittenDirective
from trueloss.pages.markdown_text import block_text, line_text, tree_of

#: The options of the directive, each with what it is for.
CARD_OPTIONS = {
    "name": "a name of its own, over all cards; made from the front where left out",
    "evidence": "the label of a cell whose output stands on the back; where several cards name it, "
    "they link to it",
}


@dataclass(frozen=True)
class WrittenCard:
    """A card as its page has it.

    ``title`` and ``body`` are what the author wrote of its two sides, ``front`` and ``back`` the
    same without markup. ``evidence`` is the label of a cell whose output the back shows, and
    ``line`` is where the card begins. The ``name`` is empty where the author gave none.
    """

    line: int
    name: str
    front: str
    back: str
    evidence: str | None = None
    title: str = ""
    body: str = ""


def read_cards(found: Iterable[WrittenDirective], markdown: MarkdownIt) -> Iterator[WrittenCard]:
    """Yield the cards among the directives of a page."""
    for written in found:
        if written.name == "flashcard":
            title = " ".join(written.argument.split())
            back = (block_text(node, markdown) for node in tree_of(written.body, markdown))
            yield WrittenCard(
                line=written.line,
                name=written.options.get("name", ""),
                front=line_text(title, markdown),
                back="\n\n".join(back).strip(),
                evidence=written.options.get("evidence"),
                title=title,
                body=written.body,
            )
