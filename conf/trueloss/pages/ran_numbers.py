"""The numbers of a page that its author ties to a cell: ``{ran}`1.37 <one-step>` ``.

After the label may stand the first words of the line that was printed: ``<one-step: the loss>``.
While drafting, a question mark stands for the number: ``{ran}`? <one-step: the loss>` ``.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from trueloss.pages.directives import WrittenDirective
from trueloss.text.numerals import MINUS

#: Stands for a number that nobody has filled in yet; a sign or a percent sign may stand beside it.
UNFILLED = "?"

_VALUE_AND_LABEL = re.compile(
    r"(?P<value>.+?)\s*<(?P<label>[^<>]+?)(?::\s+(?P<words>.+?))?\s*>", re.DOTALL
)


@dataclass(frozen=True)
class RanNumber:
    """A ``value`` that the cell of a ``label`` printed; ``text`` is all that the role holds.

    ``words`` are those with which the printed line begins, empty where the author gave none.
    Without a label it is not well written, and the value is the whole text.
    """

    line: int
    text: str
    value: str
    label: str | None
    words: str = ""

    @property
    def is_unfilled(self) -> bool:
        """Whether the number is still to be filled in."""
        return self.value.strip(f"+-{MINUS}% ") == UNFILLED


def read_ran(text: str, line: int = 1) -> RanNumber:
    """Return the number that the text of a role holds."""
    found = _VALUE_AND_LABEL.fullmatch(text)
    if found is None:
        return RanNumber(line, text, text, None)
    words = " ".join((found["words"] or "").split())
    return RanNumber(line, text, found["value"], found["label"], words)


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
                yield read_ran(child.content, first_line + start)
