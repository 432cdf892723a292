"""New values for the numbers in prose: for those that a run changed, and for those left open."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from trueloss.pages.labelled_cells import Cell
from trueloss.pages.ran_numbers import RanNumber
from trueloss.records.outputs import ERROR, CellRecord, Record
from trueloss.text.files import write_whole
from trueloss.truth.prose_numbers import nearest_number, printed_numbers, ran_value, was_printed
from trueloss.truth.unfilled_numbers import NoSuchNumberError, number_for

_PRINTED = ("stdout", "text/plain", ERROR)


@dataclass(frozen=True)
class Offer:
    """A number in prose that its cell does not print, and the value to take its place."""

    path: Path
    number: RanNumber
    new: str


def offers(
    path: Path, ran: Iterable[RanNumber], old: Record | None, new: Mapping[str, Cell]
) -> Iterator[Offer]:
    """Yield an offer for each number in ``ran`` that its cell no longer prints.

    The new number is the one that stands where the old one stood in the cell's output; where
    that cannot be told, the nearest one. ``new`` are the labelled cells after their run.
    """
    before = {cell.name: _numbers(cell) for cell in old.cells} if old else {}
    for number in ran:
        value, label = number.value, number.label
        if label is None or label not in new or number.is_unfilled:
            continue
        if was_printed(value, new[label].printed):
            continue
        fresh = printed_numbers(new[label].printed)
        found = _successor(ran_value(value), before.get(label, []), fresh)
        if found:
            yield Offer(path, number, _written_like(value, found))


def fills(path: Path, ran: Iterable[RanNumber], cells: Mapping[str, Cell]) -> Iterator[Offer]:
    """Yield an offer for each open number whose cell ran and that can be told; skip the others."""
    for number in ran:
        with suppress(NoSuchNumberError):
            if number.is_unfilled and (found := number_for(number, cells)):
                yield Offer(path, number, _written_like(number.value, found))


def mend(found: Iterable[Offer]) -> None:
    """Write the offered numbers into their pages, and leave every other byte as it is."""
    for offer in found:
        number = offer.number
        lines = offer.path.read_bytes().decode().split("\n")
        above, below = lines[: number.line - 1], "\n".join(lines[number.line - 1 :])
        rest = r"\s+".join(map(re.escape, number.text.removeprefix(number.value).split()))
        role = rf"(\{{ran\}}`){re.escape(number.value)}(\s*{rest}`)"
        mended = re.sub(role, rf"\g<1>{offer.new}\g<2>", below, count=1)
        write_whole(offer.path, "\n".join([*above, mended]))


def _numbers(cell: CellRecord) -> list[str]:
    before = [None, *cell.outputs]
    said = (
        output.text
        for output, above in zip(cell.outputs, before, strict=False)
        if output.kind in _PRINTED and not (above and above.size)  # that is a figure's text form
    )
    return printed_numbers("\n".join(said))


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
    return new + "%" if old.endswith("%") else new
