"""Traces: runs drawn over one another, to be played, stepped through and read off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trueloss.lessons.charts import svg
from trueloss.lessons.charts.chart_words import Series, sentence
from trueloss.lessons.charts.digits import NONE, packed, printed
from trueloss.lessons.charts.runs import Run, label, run_name, setting_text
from trueloss.text.counting import counted
from trueloss.text.filled import filled

_HEIGHTS = {1: 280.0, 2: 220.0}
_TOP, _BETWEEN, _FOOT = 32.0, 40.0, 50.0


@dataclass(frozen=True)
class Panel:
    """One plot: its columns, and its vertical axis in the two ways it may be drawn."""

    columns: tuple[str, ...]
    linear: svg.Axis
    log: svg.Axis | None
    is_log: bool

    @property
    def axis(self) -> svg.Axis:
        """The axis as it is drawn at first."""
        return self.log if self.is_log and self.log else self.linear

    def facts(self) -> dict[str, Any]:
        """Return what a script needs to draw lines in this plot."""
        log = self.log and [self.log.low, self.log.high]
        return {
            "columns": self.columns,
            "bottom": self.linear.start,
            "top": self.linear.end,
            "linear": [self.linear.low, self.linear.high],
            "log": log,
        }


@dataclass(frozen=True)
class Trace:
    """A chart of runs; ``shown`` says how many of them, from the first, are drawn at once."""

    title: str
    x: str
    groups: tuple[tuple[str, ...], ...]
    by: tuple[str, ...]
    runs: tuple[Run, ...]
    logs: frozenset[str]
    limits: Mapping[str, tuple[float, float]]

    #: The custom element.
    element = "tl-player"
    #: Whether a reader chooses what is shown.
    chooses = False

    @property
    def shown(self) -> Sequence[Run]:
        """The runs that are drawn at first."""
        return self.runs

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column drawn, in the order of the plots."""
        return tuple(column for group in self.groups for column in group)

    @property
    def summary(self) -> str:
        """What the chart shows, in words."""
        if len(self.runs) == 1:
            return sentence(*self.clauses(self.runs[0]))
        places = [x for run in self.runs for x in run.columns[self.x]]
        # Places, not steps: what is recorded before and after one step are two places.
        span = f"{label(self.x)} {printed(min(places))} to {printed(max(places))}"
        lead = f"{counted(len(self.runs), 'run')}, {span}."
        first = self.groups[0][0]
        each = (
            f"{run_name(self.by, run.settings)}: {self.series(run, first).course()}"
            for run in self.runs
        )
        return f"{lead} {' '.join(map(sentence, each))}"

    def series(self, run: Run, column: str) -> Series:
        """Return a column of a run with its names."""
        return Series(
            label(column),
            label(self.x),
            run.columns[self.x],
            run.columns[column],
            self.limits.get(column),
        )

    def clauses(self, run: Run) -> list[str]:
        """Return what each column of a run does."""
        return [self.series(run, column).course() for column in self.columns]

    def html(self, ident: str) -> str:
        """Return the chart for a page."""
        return filled(
            "chart-trace.html",
            chart=self,
            ident=ident,
            x=label(self.x),
            steps=max(len(run.columns[self.x]) for run in self.shown),
            scales=any(panel.log for panel in self.panels),
            log=any(panel.is_log for panel in self.panels),
            drawing=svg.plot(ident, self.height, self._drawing(ident, both=True)),
            readout=self._readout(),
            glance=self._at_a_glance(),
        )

    def picture(self, ident: str) -> str:
        """Return the chart as an SVG file of its own."""
        drawing = self._drawing(ident, both=False)
        return svg.alone(self.title, self.height, drawing, self._legend())

    def facts(self) -> dict[str, Any]:
        """Return what the script needs: plots and packed numbers, equal steps once."""
        steps: dict[str, int] = {}
        runs = []
        for run in self.runs:
            place = steps.setdefault(packed(run.columns[self.x]), len(steps))
            runs.append([place, *(packed(run.columns[column]) for column in self.columns)])
        return {
            "x": label(self.x),
            "names": [label(column) for column in self.columns],
            "runNames": [run_name(self.by, run.settings) for run in self.runs],
            "left": svg.LEFT,
            "right": svg.RIGHT,
            "xAxis": [self.x_axis.low, self.x_axis.high, self.x_axis.log],
            "panels": [panel.facts() for panel in self.panels],
            "steps": list(steps),
            "runs": runs,
        }

    @cached_property
    def x_axis(self) -> svg.Axis:
        """The horizontal axis of all plots."""
        values = (x for run in self.runs for x in run.columns[self.x])
        return svg.axis(
            values,
            (svg.LEFT, svg.RIGHT),
            log=self.x in self.logs,
            limits=self.limits.get(self.x),
            tight=True,
        )

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        """The plots from top to bottom."""
        each = _HEIGHTS.get(len(self.groups), 180.0)
        return tuple(
            self._panel(group, _TOP + place * (each + _BETWEEN), each)
            for place, group in enumerate(self.groups)
        )

    @property
    def height(self) -> float:
        """The height of the drawing in user units."""
        return self.panels[-1].linear.start + _FOOT

    def _panel(self, group: tuple[str, ...], top: float, height: float) -> Panel:
        values = [y for run in self.runs for column in group for y in run.columns[column]]
        cut = next((self.limits[column] for column in group if column in self.limits), None)
        ends = (top + height, top)
        is_log = not self.logs.isdisjoint(group)
        positive = any(y > 0 for y in values) and all(y > 0 for y in values if y == y)
        # Where the author names some, only these change their scale.
        named = not self.logs.isdisjoint(self.columns)
        may_be_log = is_log or (positive and not named and (cut is None or cut[0] > 0))
        return Panel(
            group,
            svg.axis(values, ends, limits=cut),
            svg.axis(values, ends, limits=cut, log=True) if may_be_log else None,
            is_log,
        )

    def _drawing(self, ident: str, *, both: bool) -> str:
        """Return axes and lines; ``both`` draws a second vertical axis for scripts to show."""
        parts: list[str] = []
        for place, panel in enumerate(self.panels):
            bottom, top = panel.linear.start, panel.linear.end
            parts += self._scales(panel, both=both)
            name = ", ".join(map(label, panel.columns))
            parts.append(svg.heading(svg.LEFT, top, name))
            parts.append(svg.frame(self.x_axis, top, bottom))
            parts.append(svg.clip(f"{ident}-clip-{place}", self.x_axis, top, bottom))
            lines = "".join(
                f'<path class="tl-line tl-s{style}" d="{self._path(run, column, panel)}"/>'
                for style, run, column in self._lines(panel)
            )
            parts.append(f'<g class="tl-lines" clip-path="url(#{ident}-clip-{place})">{lines}</g>')
        parts.append(svg.foot(self.x_axis, self.panels[-1].linear.start, label(self.x)))
        return "".join(parts)

    def _scales(self, panel: Panel, *, both: bool) -> Iterator[str]:
        if panel.log is None or not both:
            yield svg.grid(self.x_axis, panel.axis)
            return
        for kind, axis in (("linear", panel.linear), ("log", panel.log)):
            yield f'<g class="tl-{kind}-axis">{svg.grid(self.x_axis, axis)}</g>'

    def _path(self, run: Run, column: str, panel: Panel) -> str:
        return svg.line(run.columns[self.x], run.columns[column], self.x_axis, panel.axis)

    def _lines(self, panel: Panel) -> Iterator[tuple[int, Run, str]]:
        """Yield style, run and column of each line in a plot."""
        style = 0
        for run in self.shown:
            for column in panel.columns:
                style += 1
                yield style, run, column

    def _legend(self) -> list[str]:
        """Return the names of the lines: runs where several are shown, columns else."""
        if len(self.shown) > 1:
            return [run_name(self.by, run.settings) for run in self.shown]
        columns = max(self.groups, key=len)
        return list(map(label, columns)) if len(columns) > 1 else []

    def _readout(self) -> dict[str, Any]:
        """Return a table that is the legend too: a row for each run, a column for each column."""
        several = len(self.shown) > 1
        last = max(x for run in self.shown for x in run.columns[self.x])
        heads = [
            (0 if several or len(group) == 1 else style, label(column))
            for group in self.groups
            for style, column in enumerate(group, start=1)
        ]
        rows = []
        for style, run in enumerate(self.shown, start=1):
            at_last = run.columns[self.x][-1] == last
            cells = [
                printed(run.columns[column][-1]) if at_last else NONE for column in self.columns
            ]
            name = run_name(self.by, run.settings) if several else printed(last)
            rows.append((style if several else 0, name, cells))
        at = printed(last) if several else ""
        return {"corner": label(self.x), "at": at, "heads": heads, "rows": rows}

    def _at_a_glance(self) -> tuple[list[str], list[list[str]], int]:
        head = [label(name) for name in self.by] or ["run"]
        for column in map(label, self.columns):
            head += [f"{column}, first", "last", "lowest", "remarks"]
        return head, list(map(self._glance, self.runs)), len(self.by) or 1

    def _glance(self, run: Run) -> list[str]:
        cells = [setting_text(value) for value in run.settings] or ["1"]
        for column in self.columns:
            series = self.series(run, column)
            lowest = series.lowest()
            least = f"{printed(lowest[1])} at {printed(lowest[0])}" if lowest else NONE
            remarks = "; ".join(series.remarks())
            cells += [printed(series.ys[0]), printed(series.ys[-1]), least, remarks]
        return cells
