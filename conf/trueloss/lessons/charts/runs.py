"""The value of a cell, read as runs: columns of numbers, told apart by settings."""

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trueloss.kernels.cell_values import Unreadable
from trueloss.lessons.charts.chart_options import (
    ChartError,
    MissingColumnError,
    listed,
    of_columns,
)
from trueloss.lessons.charts.digits import printed
from trueloss.text.numerals import is_number

#: What a run's rows are counted by where no column does.
STEP = "step"


@dataclass(frozen=True)
class Run:
    """One run: the value of each setting, and its columns, all equally long."""

    settings: tuple[Any, ...]
    columns: Mapping[str, Sequence[float]]


def read_runs(value: Any, wanted: Sequence[str], by: Sequence[str]) -> list[Run]:
    """Return the runs in a value, with the wanted columns.

    The value is a dict of columns, a list of dicts, or such a dict for each setting, nested; the
    settings ``by`` are columns, or the keys of the nested dicts from the outermost on. Raises
    ChartError.
    """
    table = _as_table(value)
    if by and not all(name in table for name in by):
        return [
            Run(settings, _columns(columns, wanted, _where(by, settings)))
            for settings, columns in _nested(table, by, by, ())
        ]
    if not by:
        return [Run((), _columns(table, wanted, ""))]
    columns = _columns(table, wanted, "")
    groups: dict[tuple[Any, ...], list[int]] = {}
    for row, settings in enumerate(zip(*(_settings(table, name) for name in by), strict=False)):
        groups.setdefault(settings, []).append(row)
    for name in by:
        _require_length(table[name], len(columns[wanted[0]]), name, wanted[0], "")
    return [
        Run(settings, {name: [column[row] for row in rows] for name, column in columns.items()})
        for settings, rows in groups.items()
    ]


def with_steps(run: Run, x: str | None, by: Sequence[str]) -> Run:
    """Return a run whose column ``x`` ascends; without a name for it, rows are counted from 0."""
    if x is None:
        count = len(next(iter(run.columns.values())))
        return Run(run.settings, {STEP: [float(row) for row in range(count)], **run.columns})
    places = run.columns[x]
    for place, (before, after) in enumerate(itertools.pairwise(places), start=1):
        if not after > before:
            raise ChartError(
                f"the column {x!r}{_where(by, run.settings)} goes from {printed(before)} to "
                f"{printed(after)} at place {place}; where that begins another run, name the "
                "setting that tells the runs apart in by"
            )
    if not all(map(math.isfinite, places)):
        raise ChartError(
            f"the column {x!r}{_where(by, run.settings)} holds something that is not a number"
        )
    return run


def full_grid(runs: list[Run], by: Sequence[str]) -> tuple[list[list[Any]], list[Run]]:
    """Return the values of each setting, and the runs in the order of their grid.

    Numbers ascend, words stand as they came; the last setting changes fastest. Raises ChartError
    where a combination has no run.
    """
    values = []
    for place in range(len(by)):
        found = list(dict.fromkeys(run.settings[place] for run in runs))
        values.append(sorted(found) if all(map(is_number, found)) else found)
    known = {run.settings: run for run in runs}
    grid = []
    for settings in itertools.product(*values):
        if settings not in known:
            raise ChartError(
                f"the grid has a hole: no run{_where(by, settings)}; run every combination of "
                f"{listed(by)}, or leave that value out"
            )
        grid.append(known[settings])
    return values, grid


def setting_text(value: Any) -> str:
    """Return the value of a setting as a reader sees it."""
    return printed(float(value)) if is_number(value) else str(value)


def run_name(by: Sequence[str], settings: Sequence[Any]) -> str:
    """Return what a reader calls a run, where words speak for themselves: ``SGD, rate 0.1``."""
    pairs = zip(by, settings, strict=True)
    return ", ".join(
        f"{label(name)} {setting_text(value)}" if is_number(value) else str(value)
        for name, value in pairs
    )


def label(column: str) -> str:
    """Return the name of a column as a reader sees it."""
    return column.replace("_", " ")


def numbers(column: Any, name: str, where: str = "") -> list[float]:
    """Return a column as numbers; raise ChartError for what is none, and for no data at all."""
    if not isinstance(column, list):
        raise ChartError(f"the column {name!r}{where} is {_shown(column)}; write a list of numbers")
    for place, item in enumerate(column):
        if not is_number(item):
            raise ChartError(
                f"the column {name!r}{where} holds {_shown(item)} at place {place}; "
                "write numbers alone, as in float(loss)"
            )
    if not column:
        raise ChartError(f"the column {name!r}{where} is empty; record at least one number")
    return [float(item) for item in column]


def _as_table(value: Any) -> dict[Any, Any]:
    if isinstance(value, list) and value and all(isinstance(row, Mapping) for row in value):
        for place, row in enumerate(value):
            if row.keys() != value[0].keys():
                raise ChartError(
                    f"the row at place {place} has {listed(row)} and the first row has "
                    f"{listed(value[0])}; give every row the same keys"
                )
        return {name: [row[name] for row in value] for name in value[0]}
    if isinstance(value, dict) and value:
        return value
    raise ChartError(
        f"the cell ends in {_shown(value)}; end it with a dict of columns, as in "
        '{"step": steps, "loss": losses}'
    )


def _nested(
    value: Any, rest: Sequence[str], by: Sequence[str], settings: tuple[Any, ...]
) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:
    if not rest:
        yield settings, _as_table(value)
        return
    if not isinstance(value, dict) or not value:
        raise ChartError(
            f"the value holds {_shown(value)}{_where(by, settings)}; write a dict with a key for "
            f"each {rest[0]}"
        )
    for key, item in value.items():
        keys = key if isinstance(key, tuple) else (key,)
        if len(keys) > len(rest):
            raise ChartError(
                f"the key {key!r} has {len(keys)} values for {listed(rest)}; name every setting "
                "in by"
            )
        if any(not isinstance(part, str | int | float) for part in keys):
            raise ChartError(f"the key {key!r} is not a setting; write numbers or words as keys")
        is_column = isinstance(item, list) and all(map(is_number, item))
        if is_column or not isinstance(item, dict | list):
            raise ChartError(
                f"the value has no column {rest[0]!r}, and {key!r} holds {_shown(item)}, no run; "
                f"write the settings {listed(by)} as columns, or a dict of columns for each"
            )
        yield from _nested(item, rest[len(keys) :], by, (*settings, *keys))


def _columns(table: dict[Any, Any], wanted: Sequence[str], where: str) -> dict[str, list[float]]:
    named = {str(name): column for name, column in table.items()}
    for name in wanted:
        if name not in named:
            message = f"the value has no column {name!r}{where}; {of_columns(name, named)}"
            raise MissingColumnError(name, message)
    columns = {name: numbers(named[name], name, where) for name in wanted}
    for name, column in columns.items():
        _require_length(column, len(columns[wanted[0]]), name, wanted[0], where)
    return columns


def _require_length(column: Sequence[Any], length: int, name: str, first: str, where: str) -> None:
    if len(column) != length:
        raise ChartError(
            f"the column {name!r}{where} has {len(column)} values and {first!r} has {length}; "
            "record both at every step"
        )


def _settings(table: dict[Any, Any], name: str) -> list[Any]:
    column = table[name]
    if not isinstance(column, list):
        raise ChartError(f"the column {name!r} is {_shown(column)}; write one value for each row")
    for place, item in enumerate(column):
        if not isinstance(item, str | int | float):
            raise ChartError(
                f"the column {name!r} holds {_shown(item)} at place {place}; "
                "a setting is a number or a word"
            )
    return column


def _where(by: Sequence[str], settings: Sequence[Any]) -> str:
    pairs = zip(by, settings, strict=False)
    known = ", ".join(f"{label(name)} {setting_text(value)}" for name, value in pairs)
    return f" with {known}" if known else ""


def _shown(value: Any) -> str:
    """Return a value for a message, cut to what fits."""
    if isinstance(value, Unreadable):
        return f"an object of the class {value.kind}"
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
