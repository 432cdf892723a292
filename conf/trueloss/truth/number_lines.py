"""Tie each number in prose to its line, where its cell printed others too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.labelled_cells import Cell
from trueloss.pages.ran_numbers import RanNumber
from trueloss.truth.number_places import Place, in_lines, led_to, named_in, path_to, places_in
from trueloss.truth.prose_numbers import ran_value


@dataclass(frozen=True)
class Loose:
    """A number that may be that of another line, why, and the words that tie it to its own."""

    number: RanNumber
    why: str
    words: str | None

    @property
    def role(self) -> str:
        """What the role is to hold."""
        words = self.words or "the first words of its line"
        return f"{self.number.value} <{self.number.label}: {words}>"

    @property
    def diagnostic(self) -> Diagnostic:
        """What its author is told."""
        advice = f"write {{ran}}`{self.role}`, or let `nox -s check -- --fill` write it"
        if self.number.words or self.words is None:
            advice = f"write {{ran}}`{self.role}`, or the number that is meant"
        return Diagnostic("number-line", self.number.line, f"{self.why}; {advice}")


def line_diagnostics(
    numbers: Iterable[RanNumber], cells: Mapping[str, Cell]
) -> Iterator[Diagnostic]:
    """Yield the numbers of a page that may be those of other lines."""
    for loose in loose_in_lines(numbers, cells):
        yield loose.diagnostic


def loose_in_lines(numbers: Iterable[RanNumber], cells: Mapping[str, Cell]) -> Iterator[Loose]:
    """Yield the numbers whose words, or whose sentences, do not lead to them alone.

    A cell that printed one number alone asks for no words, and no cell for what no words can do:
    where a sentence leads to a number and to others like it, signs may be all that part them.
    What a cell did not print at all is for another rule.
    """
    for number in numbers:
        cell = cells.get(number.label or "")
        if cell is None or not cell.ran:
            continue
        value, printed = ran_value(number.value), cell.printed
        places = places_in(printed)
        standing = [place for place in places if place.holds(value)]
        alone = len({place.value for place in places}) == 1
        if not standing or (alone and not number.words):
            continue
        words = number.words
        found = led_to(printed, words) if words else named_in(printed, number.said)
        if found and all(place.holds(value) for place in found):
            continue
        path = path_to(printed, value, number.said)
        elsewhere = found and not any(place.holds(value) for place in found)
        if elsewhere or path or words:
            yield Loose(number, _why(number, value, found, standing), path)


def _why(number: RanNumber, value: str, found: list[Place], standing: list[Place]) -> str:
    here = f"{number.value} stands in {in_lines(standing)}"
    others = [place for place in found if not place.holds(value)]
    leading = f"the words {number.words!r}" if number.words else "the words of the sentence"
    if others:
        return f"{leading} lead to {in_lines(others, values=True)}, and {here}"
    if number.words:
        return f"{leading} lead to no number of the cell {number.label!r}, and {here}"
    return f"{here}, one of several numbers of the cell {number.label!r}"
