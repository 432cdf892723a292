"""What a page printed with other seeds, as far as that differs from what it shows."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trueloss.kernels.cell_values import gives_data
from trueloss.pages.blanks import Blank
from trueloss.pages.labelled_cells import Cell, labelled_cells
from trueloss.pages.reader import Page, code_cells
from trueloss.pages.tries import Tried
from trueloss.seeds.places import counterparts, lines_of, numbers_of, with_numbers, words_of
from trueloss.seeds.trials import Trial
from trueloss.text.python_source import what_runs

#: With how many other seeds a page runs.
RUNS = 10
#: Raise it where seeds are moved in another way, or the same runs written down in another way.
_FORM = 2
#: What passes a check, or was printed, where nothing did, or was.
NOTHING = "nothing"


@dataclass(frozen=True)
class Line:
    """A line of an output that is not the same with all seeds.

    ``number`` is its place among the lines of its cell that are not empty, from 1. Where only its
    numbers differ, ``numbers`` has what each came to in the runs, by their place in the line, from
    1; otherwise ``texts`` has the line of each run, ``None`` where it has no such line.
    """

    number: int
    shown: str
    numbers: dict[int, tuple[str, ...]]
    texts: tuple[str | None, ...] = ()

    def in_run(self, run: int) -> str | None:
        """Return the line as a run printed it, counted from 0."""
        if self.texts:
            return self.texts[run]
        parts = enumerate(numbers_of(self.shown), start=1)
        own = [self.numbers[place][run] if place in self.numbers else part for place, part in parts]
        return with_numbers(self.shown, own)


@dataclass(frozen=True)
class Observed:
    """The results of a page's runs with other seeds.

    ``cells`` has the lines that differ, by the label of their cell; ``passes`` what passed the
    check of a task in each run, by its name, where that differs; ``failed`` says of runs that
    failed why, by their number from 1. ``charts`` is false in files from before it was kept what
    the cells of charts print.
    """

    page: str
    digest: str
    runs: int
    cells: dict[str, tuple[Line, ...]]
    passes: dict[str, tuple[str, ...]]
    failed: dict[int, str]
    charts: bool = True

    def fits(self, page: Page, cells: Mapping[str, Cell]) -> bool:
        """Tell whether these are results of what a page runs, and prints, now."""
        return self.digest == digest_of(page, cells)

    def line(self, cell: str, number: int) -> Line | None:
        """Return a line of a cell, ``None`` where it is the same with all seeds."""
        found = (line for line in self.cells.get(cell, ()) if line.number == number)
        return next(found, None)


def observe(trial: Trial) -> Observed:
    """Hold the runs of a page with other seeds against the one that it shows."""
    page = trial.page
    own = labelled_cells(trial.shown.together().notebook)
    others = [told(page, labelled_cells(work.together().notebook)) for work in trial.moved]
    cells = {
        label: tuple(
            _differing(lines_of(text), [lines_of(other.get(label, "")) for other in others])
        )
        for label, text in told(page, own).items()
    }
    tried = [work.tried() for work in (trial.shown, *trial.moved)]
    passes = {
        blank.name: tuple(passing(blank, done.get(blank.name)) for done in tried)
        for blank in page.blanks
    }
    return Observed(
        page.docname,
        digest_of(page, own),
        len(trial.moved),
        {label: lines for label, lines in cells.items() if lines},
        {name: found[1:] for name, found in passes.items() if len(set(found)) > 1},
        {
            number: failure.message
            for number, work in enumerate(trial.moved, start=1)
            for failure in list(work.failures())[:1]
        },
    )


def digest_of(page: Page, cells: Mapping[str, Cell]) -> str:
    """Return a digest of what a page runs and what its labelled cells printed, not of its text."""
    return hashlib.sha256("\0".join(_of_runs(page, cells)).encode()).hexdigest()[:12]


def _of_runs(page: Page, cells: Mapping[str, Cell]) -> Iterator[str]:
    yield str(_FORM)
    # Once a page has run, its tasks are cells of its notebook as well.
    own = [cell for _, cell in code_cells(page.notebook) if "blank" not in cell.metadata]
    for cell in own:
        yield from (cell.metadata.get("label", ""), what_runs(cell.source))
    for blank in page.blanks:
        yield from (blank.name, what_runs(blank.program), blank.check)
        yield from (choice.code for gap in blank.gaps for choice in gap.choices)
    for place in page.places.values():
        # Where its author asked for a tolerance, another processor prints other digits.
        if place.label in cells and not place.task and not place.tolerance.asked:
            yield cells[place.label].printed


def passing(blank: Blank, done: Tried | None) -> str:
    """Return the choices that pass the check of a task, in words."""
    outcomes = done.of(blank) if done else {}
    passed = [places for places, outcome in sorted(outcomes.items()) if outcome.passed]
    return in_words(blank, passed)


def in_words(blank: Blank, combinations: Sequence[tuple[int, ...]]) -> str:
    """Return combinations of choices as a text."""
    return " or ".join(", ".join(blank.codes(places)) for places in combinations) or NOTHING


def told(page: Page, cells: Mapping[str, Cell], *, charts: bool = True) -> dict[str, str]:
    """Return what each labelled cell, and each task, printed for readers.

    Of a cell that gives a chart it is what the cell printed on its way, or nothing without
    ``charts``.
    """
    drawn = {
        cell.metadata.get("label")
        for _, cell in code_cells(page.notebook)
        if gives_data(cell.metadata)
    }
    return {
        label: cell.stdout if label in drawn else cell.printed
        for label, cell in cells.items()
        if cell.ran and (charts or label not in drawn)
    }


def _differing(shown: list[str], others: list[list[str]]) -> list[Line]:
    rows = zip(*(counterparts(shown, other) for other in others), strict=True)
    lines = zip(shown, rows, strict=True) if others else ()
    return [
        _line(number, line, row)
        for number, (line, row) in enumerate(lines, start=1)
        if set(row) != {line}
    ]


def _line(number: int, shown: str, row: tuple[str | None, ...]) -> Line:
    same = [line for line in row if line is not None and words_of(line) == words_of(shown)]
    if len(same) < len(row):
        return Line(number, shown, {}, row)
    columns = list(zip(*map(numbers_of, same), strict=True))
    own = numbers_of(shown)
    return Line(
        number,
        shown,
        {
            place: column
            for place, (part, column) in enumerate(zip(own, columns, strict=True), start=1)
            if set(column) != {part}
        },
    )
