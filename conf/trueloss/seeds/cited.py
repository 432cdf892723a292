"""Which cell a sentence rests on, and what it says of the lines of that cell, word by word."""

import re
from collections.abc import Collection

from trueloss.pages.ran_numbers import ROLE
from trueloss.seeds.claims import Block
from trueloss.text.number_words import NUMBERS

_CELL = re.compile(r"^:(?:cell|evidence|label):\s*(?P<label>\S+)\s*$", re.MULTILINE)
#: A line with an option of a directive, or the text of an option that a reader chooses from.
OPTION = re.compile(r"^(?::[\w-]+:.*|\s*- \[[ x]\].*)$", re.MULTILINE)
_WORD = re.compile(r"[a-z][\w/]*")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\d)")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|e|s)$")
_COMMON = (
    "a all an and are as at by for from had has have in is it its no not of on one or other that"
    " the their these they this those to two was were which with"
)
_MEANINGLESS = frozenset(_COMMON.split())


def cell_above(text: str, block: Block) -> str | None:
    """Return the label of the cell that a question, a card or a text above a block names last."""
    end = block.line + block.text.count("\n")
    named = _CELL.findall("\n".join(text.split("\n")[:end]))
    return named[-1] if named else None


def without_options(sentence: str) -> str:
    """Return what a sentence says by itself."""
    return OPTION.sub("", sentence)


def stems_of(text: str) -> set[str]:
    """Return the words of a text that mean something, without their endings."""
    found = _WORD.findall(ROLE.sub(" ", text).lower())
    return {stem_of(word) for word in found if word not in _MEANINGLESS}


def stem_of(word: str) -> str:
    """Return a word without its ending."""
    return _ENDING.sub("", word)


def own_words(text: str, others: Collection[str]) -> set[str]:
    """Return the words that a line has and some others have not."""
    return stems_of(text).difference(*map(stems_of, others))


def labels_of(text: str) -> set[str]:
    """Return the numbers by which a text may name a line, also those that it says in words."""
    words = _WORD.findall(text.lower())
    return {*_NUMBER.findall(text), *(str(NUMBERS[word]) for word in words if word in NUMBERS)}
