"""The tables in which a program says which number an option stands for.

A program that chooses the option nearest to what it found has each number twice: in the text of
the option, and as the value to which it is compared. Nothing else notices where the two differ.
"""

import ast
import math
import re
from collections.abc import Iterable, Iterator

from trueloss.text.numerals import PRINTED, is_number, value_of
from trueloss.truth.theatre import folded

#: "Less than 1 point" may stand for 0.4.
BOUND = re.compile(r"\b(less|fewer|more|under|over|below|above|at (?:most|least))\b", re.IGNORECASE)
#: An option and the number that the program gives it.
Row = tuple[str, float]


def wrong_rows(program: ast.Module, options: Iterable[str]) -> Iterator[Row]:
    """Yield the options that a table gives another number than they say.

    A table of which fewer than two options, or fewer than half of them, have their own number is
    about something else: counts that begin at 0, or weights.
    """
    known = {folded(option) for option in options}
    for node in ast.walk(program):
        if isinstance(node, ast.Dict):
            rows = [row for row in _rows(node) if _is_of(row[0], known) and _number(row[0])]
            wrong = [row for row in rows if not _fits(*row)]
            if len(rows) - len(wrong) >= max(2, len(wrong) + 1):
                yield from wrong


def _rows(table: ast.Dict) -> Iterator[Row]:
    for key, value in zip(table.keys, table.values, strict=True):
        if key is not None:
            sides = [_literal(key), _literal(value)]
            texts = [side for side in sides if isinstance(side, str)]
            numbers = [side for side in sides if is_number(side)]
            if texts and numbers:
                yield texts[0], numbers[0]


def _literal(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


def _is_of(text: str, options: set[str]) -> bool:
    """Tell whether a text is an option, or the part of one that the program completes."""
    return any(folded(text) in option for option in options)


def _number(text: str) -> list[str]:
    """Return the number that a text says; none where it says several, or a bound."""
    found = [match[0] for match in PRINTED.finditer(text)]
    return found if len(found) == 1 and not BOUND.search(text) else []


def _fits(text: str, number: float) -> bool:
    said = value_of(_number(text)[0])
    # "It falls by 5 points" is -5.
    return any(math.isclose(abs(number), abs(each)) for each in (said, said / 100))
