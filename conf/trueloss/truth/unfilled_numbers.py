"""The number that a question mark in prose stands for: ``{ran}`? <one-step: the loss>` ``."""

from collections.abc import Mapping

from trueloss.pages.labelled_cells import Cell
from trueloss.pages.ran_numbers import UNFILLED, RanNumber
from trueloss.text.numerals import PRINTED
from trueloss.truth.number_places import led_to, places_in


class NoSuchNumberError(ValueError):
    """It cannot be told which number is meant; the message says what to write."""


def number_for(number: RanNumber, cells: Mapping[str, Cell]) -> str | None:
    """Return the number that its cell printed, digit by digit, with its percent sign.

    It is the first one after the words with which its line begins or, where there are none, the
    only one of the cell. ``None`` stands for a cell that did not run. Raises NoSuchNumberError.
    """
    cell = cells.get(number.label or "")
    if cell is None:
        message = f"the page has no cell {number.label!r}; its labels are {', '.join(cells)}"
        raise NoSuchNumberError(message)
    if not cell.ran:
        return None
    found = list(dict.fromkeys(_found(cell.printed, number.words)))
    if len(found) == 1:
        return found[0]
    many = f"several numbers ({', '.join(found[:3])}{', …' * (len(found) > 3)})"
    after = f" after {number.words!r} at the start of a line" if number.words else ""
    lines = [line for line in cell.printed.splitlines() if PRINTED.search(line)]
    words = PRINTED.split(lines[0], 1)[0].strip() if lines else "the loss"
    raise NoSuchNumberError(
        f"the cell {cell.label!r} printed {many if found else 'no number'}{after}; write the first "
        f"words of the line, up to the number, as in {{ran}}`{UNFILLED} <{cell.label}: {words}>`"
    )


def _found(printed: str, words: str) -> list[str]:
    return [place.written for place in (led_to(printed, words) if words else places_in(printed))]
