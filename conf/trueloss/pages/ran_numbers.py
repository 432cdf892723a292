"""The numbers of a page that its author ties to a cell: ``{ran}`1.37 <one-step>` ``.

After the label may stand words that lead to the number: ``<one-step: the loss>``.
While drafting, a question mark stands for the number: ``{ran}`? <one-step: the loss>` ``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt

from trueloss.pages.directives import WrittenDirective
from trueloss.text.numerals import MINUS

#: Stands for a number that nobody has filled in yet; a sign or a percent sign may stand beside it.
UNFILLED = "?"

_VALUE_AND_LABEL = re.compile(
    r"(?P<value>.+?)\s*<(?P<label>[^<>]+?)(?::\s+(?P<words>.+?))?\s*>", re.DOTALL
)
#: The role, whatever it holds.
ROLE = re.compile(r"\{ran\}`(?P<text>[^`]*)`")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")


@dataclass(frozen=True)
class RanNumber:
    """A ``value`` that the cell of a ``label`` printed; ``text`` is all that the role holds.

    ``words`` are those that lead to it in what the cell printed, empty where the author gave none.
    ``sentence`` is its line, and ``item`` the first line of the item that it belongs to, if that
    is another one. Without a label it is not well written, and the value is the whole text.
    """

    line: int
    text: str
    value: str
    label: str | None
    words: str = ""
    sentence: str = ""
    item: str = ""

    @property
    def is_unfilled(self) -> bool:
        """Whether the number is still to be filled in."""
        return self.value.strip(f"+-{MINUS}% ") == UNFILLED

    @property
    def said(self) -> str:
        """What the author says around it: its sentence and item, without the numbers of roles."""
        return ROLE.sub("", f"{self.item}\n{self.sentence}")


def read_ran(text: str, line: int = 1, sentence: str = "", item: str = "") -> RanNumber:
    """Return the number that the text of a role holds."""
    found = _VALUE_AND_LABEL.fullmatch(text)
    if found is None:
        return RanNumber(line, text, text, None)
    words = " ".join((found["words"] or "").split())
    return RanNumber(line, text, found["value"], found["label"], words, sentence, item)


def ran_numbers(
    text: str, directives: Iterable[WrittenDirective], markdown: MarkdownIt
) -> Iterator[RanNumber]:
    """Yield the numbers in the text of a page, and in all its ``directives``."""
    yield from _in_text(text, 1, markdown)
    for written in directives:
        if not written.is_verbatim:
            yield from _in_text(written.argument, written.line, markdown)
            yield from _in_text(written.body, written.body_line, markdown)


def _in_text(text: str, first_line: int, markdown: MarkdownIt) -> Iterator[RanNumber]:
    if "{ran}" not in text:
        return
    lines = text.split("\n")
    start = 0
    for token in markdown.parse(text + "\n"):
        start = max(start, token.map[0]) if token.map else start
        for child in token.children or ():
            if child.type == "myst_role" and child.meta["name"] == "ran":
                places = range(start, len(lines))
                start = next(
                    (place for place in places if f"`{child.content}`" in lines[place]), start
                )
                item = _item(lines, start)
                yield read_ran(child.content, first_line + start, lines[start], item)


def _item(lines: Sequence[str], number: int) -> str:
    """Return the first line of the item that a line goes on with."""
    start = number
    while start and lines[start - 1].strip() and not _ITEM.match(lines[start]):
        start -= 1
    return lines[start] if start < number and _ITEM.match(lines[start]) else ""
