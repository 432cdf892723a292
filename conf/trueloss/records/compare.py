"""Compare what a page prints now with its record, or with a second run."""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from trueloss.pages.tolerance import Tolerance
from trueloss.records.compare_texts import compare_texts
from trueloss.records.outputs import CellRecord, Output, Record, shown

NOTHING = "nothing"


@dataclass(frozen=True)
class Change:
    """One place where two outputs of a page disagree.

    ``page`` is a docname, ``line`` the line of the ``cell`` on its page, ``what`` says which of
    its outputs. ``relative`` is the largest relative difference of the numbers in ``old`` and
    ``new``, where numbers are all that differs.
    """

    page: str
    line: int
    what: str
    old: str
    new: str
    relative: float | None = None
    cell: str = field(default="", compare=False)


@dataclass(frozen=True)
class Expectations:
    """What a comparison needs to know of a page besides its records.

    ``lines`` has the line of each cell on the page, ``tolerances`` what each asks for, both by
    the cell's name. A cell missing there has line 1 and the usual tolerance.
    """

    lines: Mapping[str, int]
    tolerances: Mapping[str, Tolerance]

    def line(self, cell: str) -> int:
        """Return the line of a cell on its page."""
        return self.lines.get(cell, 1)


def compare_records(old: Record, new: Record, page: Expectations) -> Iterator[Change]:
    """Yield every difference between two records of a page, in the order of the page."""
    for name, one, other in _paired(old, new):
        line = page.line(name if other else _in_its_place(name, old, new))
        if one is None or other is None:
            what = f"the cell {name}"
            present = _count((one or other).outputs)  # type: ignore[union-attr] # never both
            old_text, new_text = (NOTHING, present) if one is None else (present, NOTHING)
            yield Change(new.page, line, what, old_text, new_text, cell=name)
            continue
        tolerance = page.tolerances.get(name, Tolerance())
        for what, before, after, relative in _compare_cells(one, other, tolerance):
            said = f"{what} of the cell {name}"
            yield Change(new.page, line, said, before, after, relative, name)
    yield from _moved(old, new, page)


def _paired(old: Record, new: Record) -> Iterator[tuple[str, CellRecord | None, CellRecord | None]]:
    """Yield the cells of both records by name, those that are gone after the rest."""
    before = {cell.name: cell for cell in old.cells}
    for cell in new.cells:
        yield cell.name, before.pop(cell.name, None), cell
    for name, cell in before.items():
        yield name, cell, None


def _in_its_place(gone: str, old: Record, new: Record) -> str:
    """Return the name of the cell that now has the place of one that is gone."""
    place = [cell.name for cell in old.cells].index(gone)
    return [gone, *(cell.name for cell in new.cells[: place + 1])][-1]


def _moved(old: Record, new: Record, page: Expectations) -> Iterator[Change]:
    names = {cell.name for cell in old.cells} & {cell.name for cell in new.cells}
    before = [cell.name for cell in old.cells if cell.name in names]
    after = [cell.name for cell in new.cells if cell.name in names]
    if before != after:
        first = next(name for name, other in zip(after, before, strict=True) if name != other)
        what = "the order of the cells"
        yield Change(new.page, page.line(first), what, ", ".join(before), ", ".join(after))


_Difference = tuple[str, str, str, float | None]


def _compare_cells(old: CellRecord, new: CellRecord, tolerance: Tolerance) -> Iterator[_Difference]:
    """Hold the first stdout against the first stdout, the second image against the second."""
    before, after = _by_kind(old.outputs), _by_kind(new.outputs)
    for key in [*after, *(key for key in before if key not in after)]:
        one, other = before.get(key), after.get(key)
        if one and other:
            yield from _compare_outputs(one, other, tolerance)
        else:
            yield key[0], shown(one) if one else NOTHING, shown(other) if other else NOTHING, None
    one_order = [kind for kind, count in before if (kind, count) in after]
    other_order = [kind for kind, count in after if (kind, count) in before]
    if one_order != other_order:
        yield "the order of the outputs", ", ".join(one_order), ", ".join(other_order), None


def _by_kind(outputs: tuple[Output, ...]) -> dict[tuple[str, int], Output]:
    """Return the outputs of a cell by their kind and their place among those of that kind."""
    counts: Counter[str] = Counter()
    found: dict[tuple[str, int], Output] = {}
    for output in outputs:
        found[output.kind, counts[output.kind]] = output
        counts[output.kind] += 1
    return found


def _compare_outputs(old: Output, new: Output, tolerance: Tolerance) -> Iterator[_Difference]:
    if old.size != new.size:
        one, other = " ".join(old.size or ()), " ".join(new.size or ())
        comparison = compare_texts(one, other, tolerance)
        if not comparison.same:
            yield f"{old.kind}, its size,", shown(old), shown(new), comparison.relative
    if compare_texts(old.text, new.text, tolerance).same:
        return
    for before, after in _differing(old.text.split("\n"), new.text.split("\n")):
        one, other = "\n".join(before), "\n".join(after)
        comparison = compare_texts(one, other, tolerance)
        # No line and one empty line make the same text.
        if not comparison.same or len(before) != len(after):
            yield old.kind, _lines(before), _lines(after), comparison.relative


def _lines(lines: Sequence[str]) -> str:
    return "\n".join(lines) or ("a line break" if lines else NOTHING)


def _differing(old: list[str], new: list[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the lines that differ: one by one where their number is the same, else in blocks."""
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    whole = ("replace", 0, len(old), 0, len(new))
    matches = (whole,) if len(old) == len(new) else tuple(matcher.get_opcodes())
    for tag, start, end, new_start, new_end in matches:
        before, after = old[start:end], new[new_start:new_end]
        if tag != "equal" and len(before) == len(after):
            yield from (([one], [other]) for one, other in zip(before, after, strict=True))
        elif tag != "equal":
            yield before, after


def _count(outputs: tuple[Output, ...]) -> str:
    texts = [shown(output) for output in outputs]
    return "\n".join(texts) or "a cell without output"
