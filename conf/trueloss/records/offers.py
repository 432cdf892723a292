"""What numbers in prose need: another value after a run, one where it is left open, or words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from trueloss.pages.labelled_cells import Cell
from trueloss.pages.ran_numbers import RanNumber
from trueloss.records.outputs import ERROR, CellRecord, Record
from trueloss.text.files import write_whole
from trueloss.text.numerals import PRINTED
from trueloss.truth.number_lines import loose_in_lines
from trueloss.truth.number_places import Place, led_to
from trueloss.truth.prose_numbers import nearest_number, printed_numbers, ran_value, was_printed
from trueloss.truth.unfilled_numbers import NoSuchNumberError, number_for

_PRINTED = ("stdout", "text/plain", ERROR)


@dataclass(frozen=True)
class Offer:
    """A number in prose, the value to take its place, and the words, if it needs others."""

    path: Path
    number: RanNumber
    new: str
    words: str = ""

    @property
    def role(self) -> str:
        """What the role is to hold."""
        if self.words:
            return f"{self.new} <{self.number.label}: {self.words}>"
        return self.new + self.number.text.removeprefix(self.number.value)


def offers(
    path: Path, ran: Iterable[RanNumber], old: Record | None, new: Mapping[str, Cell]
) -> Iterator[Offer]:
    """Yield an offer for each number in ``ran`` that its cell no longer prints in its place.

    The new number is the one to which its words lead or, without any, that stands where the old one
    stood in the cell's output; where that cannot be told, the nearest one. ``new`` are the labelled
    cells after their run.
    """
    before = {cell.name: _numbers(cell) for cell in old.cells} if old else {}
    for number in ran:
        value, label = number.value, number.label
        if label is None or label not in new or number.is_unfilled:
            continue
        printed, wanted = new[label].printed, ran_value(value)
        led = led_to(printed, number.words)
        if all(place.holds(wanted) for place in led) if led else was_printed(value, printed):
            continue
        found = _only(led, wanted) or _successor(
            wanted, before.get(label, []), printed_numbers(printed)
        )
        if found:
            yield Offer(path, number, _written_like(value, found))


def fills(path: Path, ran: Iterable[RanNumber], cells: Mapping[str, Cell]) -> Iterator[Offer]:
    """Yield an offer for each open number whose cell ran and that can be told; skip the others."""
    for number in ran:
        with suppress(NoSuchNumberError):
            if number.is_unfilled and (found := number_for(number, cells)):
                is_signed = f"`{number.text}`%" in number.sentence
                shown = found.removesuffix("%") if is_signed else found
                yield Offer(path, number, _written_like(number.value, shown))


def ties(path: Path, ran: Iterable[RanNumber], cells: Mapping[str, Cell]) -> Iterator[Offer]:
    """Yield an offer for each number that needs words to tie it to its line, and has none."""
    for loose in loose_in_lines(ran, cells):
        if loose.words and not loose.number.words:
            yield Offer(path, loose.number, loose.number.value, loose.words)


def mend(found: Iterable[Offer]) -> None:
    """Write the offered numbers into their pages, and leave every other byte as it is."""
    for offer in reversed(list(found)):  # a role on two lines comes to stand on one
        number = offer.number
        lines = offer.path.read_bytes().decode().split("\n")
        above, below = lines[: number.line - 1], "\n".join(lines[number.line - 1 :])
        rest = r"\s+".join(map(re.escape, number.text.removeprefix(number.value).split()))
        tail = f" <{number.label}: {offer.words}>`" if offer.words else ""
        mended = re.sub(
            rf"(\{{ran\}}`){re.escape(number.value)}(\s*{rest}`)",
            lambda role: role[1] + offer.new + (tail or role[2]),  # noqa: B023 (called at once)
            below,
            count=1,
        )
        write_whole(offer.path, "\n".join([*above, mended]))


def _numbers(cell: CellRecord) -> list[str]:
    before = [None, *cell.outputs]
    said = (
        output.text
        for output, above in zip(cell.outputs, before, strict=False)
        if output.kind in _PRINTED and not (above and above.size)  # that is a figure's text form
    )
    return printed_numbers("\n".join(said))


def _only(led: Sequence[Place], wanted: str) -> str | None:
    """Return the number to which words lead, if it is one and a number is wanted."""
    values = {place.value for place in led}
    return values.pop() if len(values) == 1 and PRINTED.fullmatch(wanted) else None


def _successor(value: str, before: list[str], after: list[str]) -> str | None:
    if len(before) == len(after) and value in before:
        return after[before.index(value)]
    return nearest_number(value, after)


def _written_like(old: str, new: str) -> str:
    """Write a new number with the minus, plus and percent sign that the old one had."""
    if new.startswith("-"):
        new = new if old.startswith("-") else "\N{MINUS SIGN}" + new[1:]
    elif old.startswith("+"):
        new = "+" + new
    return new.removesuffix("%") + "%" if old.endswith("%") else new
