"""Loss landscapes: the loss over one or two weights, and the path of each optimizer."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from trueloss.lessons.charts import svg
from trueloss.lessons.charts.chart_options import ChartError, key, of_columns
from trueloss.lessons.charts.chart_words import sentence
from trueloss.lessons.charts.contours import contours, levels
from trueloss.lessons.charts.digits import NONE, packed, printed
from trueloss.lessons.charts.runs import STEP, Run, label, numbers, read_runs
from trueloss.text.counting import counted
from trueloss.text.filled import filled

_TOP, _FOOT = 32.0, 50.0
_SURFACE_HEIGHT, _CURVE_HEIGHT = 400.0, 270.0


@dataclass(frozen=True)
class LandscapeOptions:
    """The keys of ``:landscape:``."""

    x: Any = key("the column of the first weight")
    y: Any = key("the column of the second weight, or of the loss where there is one weight")
    z: Any = key("the loss over two weights, a row for each value of y", None)
    log: Any = key("columns whose axis or contours are logarithmic", ())
    paths: Any = key("the entry that holds the paths, by optimizer", "paths")


@dataclass(frozen=True)
class Landscape:
    """A chart of a loss; ``surface`` has a row for each of ``ys``, and is empty for one weight."""

    title: str
    names: tuple[str, ...]
    xs: Sequence[float]
    ys: Sequence[float]
    surface: Sequence[Sequence[float]]
    paths: tuple[Run, ...]
    logs: frozenset[str]

    element = "tl-landscape"

    @property
    def loss(self) -> str:
        """The column that is the loss."""
        return self.names[-1]

    @property
    def summary(self) -> str:
        """What the chart shows, in words."""
        values = [value for row in self.surface or [self.ys] for value in row]
        known = [value for value in values if math.isfinite(value)]
        low, high = printed(min(known, default=math.nan)), printed(max(known, default=math.nan))
        over = " and ".join(map(label, self.names[:-1]))
        gaps = len(values) - len(known)
        clauses = [f"{label(self.loss)} over {over}, from {low} to {high}"]
        if gaps:
            clauses.append(f"no number at {counted(gaps, 'point')}")
        return " ".join([sentence(*clauses), *(sentence(self._course(run)) for run in self.paths)])

    def html(self, ident: str) -> str:
        """Return the chart for a page."""
        return filled(
            "chart-landscape.html",
            chart=self,
            ident=ident,
            drawing=svg.plot(ident, self.height, self._drawing(ident)),
            loss=label(self.loss),
            lines=", ".join(map(printed, self._levels)) if self.surface else "",
            steps=max((len(run.columns[self.names[0]]) for run in self.paths), default=0),
            heads=[(0, label(name)) for name in self.names],
            rows=[
                (style, run.settings[0], self._at(run, -1))
                for style, run in enumerate(self.paths, start=1)
            ],
            glance=self._at_a_glance(),
            facts=self._facts(),
        )

    def picture(self, ident: str) -> str:
        """Return the chart as an SVG file of its own."""
        legend = [run.settings[0] for run in self.paths]
        return svg.alone(self.title, self.height, self._drawing(ident), legend)

    @property
    def height(self) -> float:
        """The height of the drawing in user units."""
        return self.y_axis.start + _FOOT

    @cached_property
    def x_axis(self) -> svg.Axis:
        """The axis of the first weight."""
        return svg.axis(self.xs, (svg.LEFT, svg.RIGHT), tight=True)

    @cached_property
    def y_axis(self) -> svg.Axis:
        """The axis of the second weight, or of the loss where there is one weight."""
        height = _SURFACE_HEIGHT if self.surface else _CURVE_HEIGHT
        log = not self.surface and self.loss in self.logs
        return svg.axis(self.ys, (_TOP + height, _TOP), log=log, tight=bool(self.surface))

    @cached_property
    def _levels(self) -> list[float]:
        return levels(self.surface, log=self.loss in self.logs)

    def _drawing(self, ident: str) -> str:
        bottom, top = self.y_axis.start, self.y_axis.end
        x, y = self.names[:2]
        if self.surface:
            loss = contours(
                self.surface, self.xs, self.ys, (self.x_axis, self.y_axis), self._levels
            )
        else:
            path = svg.line(self.xs, self.ys, self.x_axis, self.y_axis)
            loss = f'<path class="tl-curve" d="{path}"/>'
        paths = "".join(
            f'<path class="tl-line tl-s{style}" '
            f'd="{svg.line(run.columns[x], run.columns[y], self.x_axis, self.y_axis)}"/>'
            f'<path class="tl-dots tl-s{style}" '
            f'd="{svg.dots(run.columns[x], run.columns[y], self.x_axis, self.y_axis)}"/>'
            for style, run in enumerate(self.paths, start=1)
        )
        return (
            svg.grid(self.x_axis, self.y_axis)
            + svg.heading(svg.LEFT, top, label(y))
            + svg.clip(f"{ident}-clip", self.x_axis, top, bottom)
            + f'<g clip-path="url(#{ident}-clip)">{loss}<g class="tl-lines">{paths}</g></g>'
            + svg.frame(self.x_axis, top, bottom)
            + svg.foot(self.x_axis, bottom, label(x))
        )

    def _facts(self) -> dict[str, Any]:
        return {
            "x": STEP,
            "names": [label(name) for name in self.names],
            "runNames": [run.settings[0] for run in self.paths],
            "left": svg.LEFT,
            "right": svg.RIGHT,
            "xAxis": [self.x_axis.low, self.x_axis.high, False],
            "yAxis": [self.y_axis.low, self.y_axis.high, self.y_axis.log],
            "bottom": self.y_axis.start,
            "top": self.y_axis.end,
            "runs": [
                [packed(run.columns[name]) if name in run.columns else "" for name in self.names]
                for run in self.paths
            ],
        }

    def _at(self, run: Run, place: int) -> list[str]:
        return [
            printed(run.columns[name][place]) if name in run.columns else NONE
            for name in self.names
        ]

    def _course(self, run: Run) -> str:
        steps = len(run.columns[self.names[0]]) - 1
        start, end = (
            ", ".join(
                f"{label(name)} {text}"
                for name, text in zip(self.names, self._at(run, place), strict=True)
                if name in run.columns
            )
            for place in (0, -1)
        )
        way = f"{run.settings[0]}: from {start} to {end} in {counted(steps, 'step')}"
        return ", ".join([way, *self._remarks(run)])

    def _remarks(self, run: Run) -> list[str]:
        x, y = self.names[:2]
        for place, point in enumerate(zip(run.columns[x], run.columns[y], strict=True)):
            if not all(map(math.isfinite, point)):
                return [f"diverged at step {place}"]
            if not (self.x_axis.holds(point[0]) and self.y_axis.holds(point[1])):
                return [f"leaves the picture at step {place}"]
        return []

    def _at_a_glance(self) -> tuple[list[str], list[list[str]]]:
        head = ["path", "steps"]
        for name in map(label, self.names):
            head += [f"{name}, first", "last"]
        rows = [
            [
                run.settings[0],
                str(len(run.columns[self.names[0]]) - 1),
                *(
                    cell
                    for pair in zip(self._at(run, 0), self._at(run, -1), strict=True)
                    for cell in pair
                ),
                "; ".join(self._remarks(run)),
            ]
            for run in self.paths
        ]
        return [*head, "remarks"], rows


def read_landscape(value: Any, options: LandscapeOptions, title: str) -> Landscape:
    """Read a cell's value as a loss and the paths over it; raise ChartError."""
    if not isinstance(value, Mapping):
        raise ChartError(
            "the cell ends in no dict; end it with the columns "
            f"{options.x!r}, {options.y!r} and the paths"
        )
    wanted = [str(options.x), str(options.y), *([str(options.z)] if options.z else [])]
    columns = {str(name): column for name, column in value.items()}
    for name in wanted:
        if name not in columns:
            raise ChartError(f"the value has no column {name!r}; {of_columns(name, columns)}")
    logs = options.log if isinstance(options.log, list | tuple) else [options.log]
    if set(logs) - {wanted[-1]}:
        raise ChartError(f"log is {options.log!r}; only the loss {wanted[-1]!r} may be logarithmic")
    xs = numbers(columns[wanted[0]], wanted[0])
    ys = numbers(columns[wanted[1]], wanted[1])
    _require_ascending(xs, wanted[0])
    surface: list[list[float]] = []
    if options.z:
        _require_ascending(ys, wanted[1])
        surface = _surface(columns[wanted[2]], wanted, len(xs), len(ys))
    elif len(ys) != len(xs):
        raise ChartError(
            f"the column {wanted[1]!r} has {len(ys)} values and {wanted[0]!r} has {len(xs)}; "
            "compute the loss at every weight"
        )
    paths = _paths(columns.get(str(options.paths), {}), wanted)
    return Landscape(title, tuple(wanted), xs, ys, surface, paths, frozenset(logs))


def _surface(rows: Any, wanted: Sequence[str], width: int, height: int) -> list[list[float]]:
    x, y, z = wanted
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ChartError(f"the column {z!r} is not a grid; write a list of numbers for each {y}")
    if len(rows) != height:
        raise ChartError(f"the grid {z!r} has {len(rows)} rows and {y!r} has {height} values")
    for place, row in enumerate(rows):
        if len(row) != width:
            raise ChartError(
                f"the grid {z!r} has a hole: row {place} has {len(row)} values, {x!r} has {width}"
            )
    return [numbers(row, z) for row in rows]


def _paths(paths: Any, wanted: Sequence[str]) -> tuple[Run, ...]:
    if not isinstance(paths, Mapping):
        raise ChartError("the paths are not a dict; write a dict of columns for each optimizer")
    if len(paths) > svg.STYLES:
        raise ChartError(
            f"the value has {len(paths)} paths, and a reader tells {svg.STYLES} lines apart; "
            "record fewer"
        )
    runs = []
    for name, columns in paths.items():
        known = [column for column in wanted if column != wanted[-1] or len(wanted) == 2]
        if isinstance(columns, Mapping) and wanted[-1] in columns:
            known = list(wanted)
        try:
            run = read_runs(columns, known, ())[0]
        except ChartError as error:
            raise ChartError(f"the path {name!r}: {error}") from None
        runs.append(Run((str(name),), run.columns))
    return tuple(runs)


def _require_ascending(values: list[float], name: str) -> None:
    for before, after in pairwise(values):
        if not after > before:
            raise ChartError(
                f"the column {name!r} goes from {printed(before)} to {printed(after)}; "
                "write its values in ascending order"
            )
    if len(values) < 2:
        raise ChartError(f"the column {name!r} has one value; a landscape needs at least two")
