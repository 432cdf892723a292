"""The settings of traces and sweeps, and how a cell's value is read by them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trueloss.lessons.charts import svg
from trueloss.lessons.charts.chart_options import (
    ChartError,
    MissingColumnError,
    key,
    limits,
    listed,
    names,
)
from trueloss.lessons.charts.runs import STEP, Run, read_runs, with_steps
from trueloss.lessons.charts.trace import Trace


@dataclass(frozen=True)
class TraceOptions:
    """The keys of ``:trace:`` and ``:sweep:``."""

    y: Any = key("the column to draw, or a list; a list in the list shares one plot")
    x: Any = key("the column of the horizontal axis; without it, steps are counted", None)
    by: Any = key("the setting, or settings, that tell runs apart", ())
    log: Any = key("columns whose axis is logarithmic at first", ())
    range: Any = key("ends of an axis, by its column: {loss: [0, 10]}", None)


def read_trace(value: Any, options: TraceOptions, title: str) -> Trace:
    """Read a cell's value as runs to be drawn over one another; raise ChartError."""
    trace: Trace = read_runs_as(Trace, value, options, title)
    if len(trace.runs) > svg.STYLES:
        raise ChartError(
            f"the value has {len(trace.runs)} runs, and a reader tells {svg.STYLES} lines apart; "
            "use :sweep:, or record fewer"
        )
    if len(trace.runs) > 1 and any(len(group) > 1 for group in trace.groups):
        raise ChartError(
            f"{len(trace.runs)} runs with several columns in one plot cannot be told apart; "
            f"give each column its own: y: [{', '.join(trace.columns)}]"
        )
    return trace


def read_runs_as(form: type[Trace], value: Any, options: TraceOptions, title: str) -> Any:
    """Read runs as a chart of the given class; raise ChartError."""
    panels = options.y if isinstance(options.y, list) else [options.y]
    groups = tuple(names(panel, "y") for panel in panels)
    columns = [column for group in groups for column in group]
    if not columns or len(set(columns)) < len(columns) or max(map(len, groups)) > svg.STYLES:
        raise ChartError(
            f"y is {options.y!r}; name at least one column, each once, up to {svg.STYLES} in a plot"
        )
    x = None if options.x is None else str(options.x)
    by = names(options.by, "by")
    logs = names(options.log, "log")
    axes = {x or STEP, *columns}
    cut = {} if options.range is None else options.range
    if not isinstance(cut, Mapping):
        raise ChartError(f"range is {cut!r}; write it as in range: {{{columns[0]}: [0, 10]}}")
    for name in (*logs, *cut):
        if name not in axes:
            raise ChartError(
                f"{name!r} is not an axis of this chart; it has {listed(sorted(axes))}"
            )
    chart = form(
        title=title,
        x=x or STEP,
        groups=groups,
        by=by,
        runs=tuple(_runs(value, x, columns, by)),
        logs=frozenset(logs),
        limits={name: limits(pair, f"range of {name}") for name, pair in cut.items()},
    )
    if chart.x in logs and any(place <= 0 for run in chart.runs for place in run.columns[chart.x]):
        raise ChartError(f"the axis of {chart.x!r} is logarithmic and begins at 0 or below")
    return chart


def _runs(value: Any, x: str | None, columns: list[str], by: Sequence[str]) -> Iterator[Run]:
    """Yield the runs of a value; steps are counted where nobody recorded them."""
    try:
        runs = read_runs(value, [*([x] if x else []), *columns], by)
    except MissingColumnError as error:
        if x != STEP or error.name != STEP:
            raise
        x, runs = None, read_runs(value, columns, by)
    for run in runs:
        yield with_steps(run, x, by)
