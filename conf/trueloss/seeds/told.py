"""What readers are told of other seeds: beside the evidence of a question, and of a number."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from trueloss.pages.labelled_cells import Cell
from trueloss.pages.reader import Page
from trueloss.seeds.claims import blocks
from trueloss.seeds.files import read_seeds
from trueloss.seeds.findings import Held, Range, held, ranges
from trueloss.seeds.keys import keys_of
from trueloss.seeds.observed import RUNS, told


@dataclass(frozen=True)
class Told:
    """How often each key of a page came out, by its name, and the range of each number.

    ``ranges`` is by the text of the role that holds the number, which may stand in several places;
    ``moved`` says of cells whether they print something else with some of the seeds; of one that
    also draws, and prints the same, it says nothing.
    """

    held: Mapping[str, Held]
    ranges: Mapping[str, list[Range]]
    moved: Mapping[str, bool] = field(default_factory=dict)

    def range_of(self, role: str, near: int) -> Range | None:
        """Return the range of a number; of several with one text, of the one nearest to a line."""
        found = self.ranges.get(role, [])
        return min(found, key=lambda each: abs(each.claim.line - near), default=None)


def told_of(page: Page, text: str, cells: Mapping[str, Cell], folder: Path) -> Told | None:
    """Return what the runs with other seeds say of a page.

    ``None`` where it did not run with as many as readers are told of, or has changed since.
    """
    observed = read_seeds(folder, page.docname)
    if observed is None or observed.runs != RUNS or not observed.fits(page, cells):
        return None
    keys = [held(key, observed) for key in keys_of(page, cells)]
    printed = told(page, cells, charts=observed.charts)
    found = defaultdict(list)
    for block in blocks(text):
        for each in ranges(block, printed, observed):
            found[each.claim.role].append(each)
    held_by_name = {each.key.name: each for each in keys if each.runs}
    moved = {
        label: label in observed.cells
        for label, text in printed.items()
        if label in observed.cells or (text.strip() and not cells[label].drawn)
    }
    return Told(held_by_name, dict(found), moved)


def of_key(key: Held) -> str:
    """Return how often an answer is the same with other seeds, as a reader is told."""
    if key.always:
        return f"The same with {key.runs} of {key.runs} other seeds."
    others = ", ".join(
        f"with {count} no option passes"
        if key.none_passes(text)
        else f"{count} {_give(count)} “{text}”"
        for text, count in key.instead.items()
    )
    return (
        f"About this start: with other seeds {key.held} of {key.runs} "
        f"{_give(key.held)} this answer; {others}."
    )


def of_cell(*, moved: bool) -> str:
    """Return whether a cell prints the same with other seeds, as what follows "We ran it"."""
    return f": with {RUNS} other seeds it {'changes' if moved else 'is the same'}"


def _give(count: int) -> str:
    return "gives" if count == 1 else "give"


def of_number(number: Range) -> str:
    """Return the range of a number; empty where it is the same with all seeds."""
    if not number.varies:
        return ""
    ends = [number.as_written(part) for part in number.numbers]
    span = f"{ends[0]} to {ends[-1]}" if ends and ends[0] != ends[-1] else "".join(ends[:1])
    missing = number.came.count(None)
    return ", ".join([*([span] if span else []), *([f"none in {missing}"] if missing else [])])
