"""Spreads: one number of many runs as a histogram, held against the reader's own guess."""

import itertools
import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from trueloss.lessons.charts import svg
from trueloss.lessons.charts.chart_options import ChartError, key, limits
from trueloss.lessons.charts.chart_words import sentence
from trueloss.lessons.charts.digits import printed
from trueloss.lessons.charts.runs import label, numbers, read_runs
from trueloss.text.counting import counted
from trueloss.text.filled import filled

_TOP, _BOTTOM, _RUG, _FOOT = 32.0, 220.0, 18.0, 50.0
_BINS = 24


@dataclass(frozen=True)
class SpreadOptions:
    """The keys of ``:spread:``."""

    value: Any = key("the column whose numbers are spread")
    within: Any = key("two numbers between which values are counted", None)
    guess: Any = key("the question that the reader answers first", None)
    log: Any = key("true for a logarithmic axis", default=False)


@dataclass(frozen=True)
class Spread:
    """A chart of the finite ``values``; ``lost`` more runs have no number."""

    title: str
    name: str
    values: Sequence[float]
    lost: int
    within: tuple[float, float] | None
    guess: str | None
    log: bool

    element = "tl-spread"

    @property
    def inside(self) -> int:
        """How many values lie within the bounds, these included."""
        low, high = self.within or (-math.inf, math.inf)
        return sum(low <= value <= high for value in self.values)

    @property
    def share(self) -> float:
        """The percentage of all runs whose value lies within the bounds."""
        return 100 * self.inside / (len(self.values) + self.lost)

    @property
    def summary(self) -> str:
        """What the chart shows, in words."""
        low, high = printed(min(self.values)), printed(max(self.values))
        parts = [
            f"{label(self.name)} of {counted(len(self.values) + self.lost, 'run')}: "
            f"from {low} to {high}, median {printed(self.median)}"
        ]
        if self.lost:
            parts.append(f"{counted(self.lost, 'run')} without a number")
        return sentence(*parts) + (f" {self._counted()}" if self.within else "")

    @property
    def median(self) -> float:
        """The value in the middle."""
        return statistics.median(self.values)

    def html(self, ident: str) -> str:
        """Return the chart for a page."""
        scale = svg.Axis(0, 100, svg.LEFT, svg.RIGHT)
        return filled(
            "chart-spread.html",
            chart=self,
            ident=ident,
            drawing=svg.plot(ident, self.height, self._drawing()),
            rows=[[printed(low), printed(high), str(number)] for low, high, number in self._bins],
            facts=self._facts(),
            width=svg.WIDTH,
            left=svg.LEFT,
            right=svg.RIGHT,
            place=lambda share: f"{scale.place(share):.1f}",
        )

    def _facts(self) -> dict[str, Any]:
        return {
            "asks": "share" if self.within else "value",
            "truth": self.share if self.within else self.median,
            "text": self._counted() if self.within else f"The median is {printed(self.median)}.",
            "axis": [self.axis.low, self.axis.high, self.axis.log],
            "left": svg.LEFT,
            "right": svg.RIGHT,
        }

    def picture(self, _ident: str) -> str:
        """Return the chart as an SVG file of its own."""
        return svg.alone(self.title, self.height, self._drawing())

    @property
    def height(self) -> float:
        """The height of the drawing in user units."""
        return _BOTTOM + _RUG + _FOOT

    @cached_property
    def axis(self) -> svg.Axis:
        """The axis of the values."""
        return svg.axis(self.values, (svg.LEFT, svg.RIGHT), log=self.log)

    @cached_property
    def _bins(self) -> list[tuple[float, float, int]]:
        """Return lower and upper end of each bar, and how many values it holds."""
        edges = list(self._edges())
        found = [0] * (len(edges) - 1)
        for value in self.values:
            place = sum(edge <= value for edge in edges) - 1
            found[min(max(place, 0), len(found) - 1)] += 1
        pairs = itertools.pairwise(edges)
        return [(low, high, number) for (low, high), number in zip(pairs, found, strict=True)]

    def _edges(self) -> Iterator[float]:
        axis = self.axis
        if axis.log:
            ratio = (axis.high / axis.low) ** (1 / _BINS)
            yield from (axis.low * ratio**place for place in range(_BINS + 1))
            return
        ticks = axis.ticks()
        steps = ((ticks[1] - ticks[0]) / parts for parts in (2, 4, 5, 10))
        step = min(steps, key=lambda step: abs((axis.high - axis.low) / step - _BINS))
        first = math.floor(axis.low / step + 1e-9)
        for place in range(first, math.ceil(axis.high / step - 1e-9) + 1):
            yield float(f"{place * step:.10g}")

    def _drawing(self) -> str:
        most = max(number for _, _, number in self._bins)
        counts = svg.axis([0.0, float(most)], (_BOTTOM, _TOP))
        foot = _BOTTOM + _RUG
        parts = [svg.grid(self.axis, counts), svg.heading(svg.LEFT, _TOP, "runs")]
        if self.within:
            low, high = (self.axis.place(value) or self.axis.start for value in self.within)
            low, high = max(low, self.axis.start), min(high, self.axis.end)
            if low < high:
                band = f"M{low:.1f} {_TOP:g}H{high:.1f}V{foot:g}H{low:.1f}Z"
                parts.append(f'<path class="tl-band" d="{band}"/>')
        bars = "".join(self._bar(*found, counts) for found in self._bins if found[2])
        rug = "".join(
            f"M{self.axis.place(value) or self.axis.start:.1f} {_BOTTOM + 5:g}v{_RUG - 8:g}"
            for value in self.values
        )
        parts.append(f'<path class="tl-bars" d="{bars}"/><path class="tl-rug" d="{rug}"/>')
        parts.append(svg.frame(self.axis, _TOP, foot))
        parts.append(svg.foot(self.axis, foot, label(self.name)))
        return "".join(parts)

    def _bar(self, low: float, high: float, number: int, counts: svg.Axis) -> str:
        left, right = self.axis.place(low) or 0.0, self.axis.place(high) or 0.0
        return (
            f"M{left + 0.7:.1f} {_BOTTOM:g}V{counts.place(number) or 0:.1f}"
            f"H{right - 0.7:.1f}V{_BOTTOM:g}Z"
        )

    def _counted(self) -> str:
        low, high = map(printed, self.within or ())
        runs = counted(len(self.values) + self.lost, "run")
        verb = "lies" if self.inside == 1 else "lie"
        return f"{self.inside} of {runs} {verb} between {low} and {high}: {self.share:.1f}%."


def read_spread(value: Any, options: SpreadOptions, title: str) -> Spread:
    """Read a cell's value as one number of each run; raise ChartError."""
    name = str(options.value)
    is_column = isinstance(value, list) and not any(isinstance(row, dict) for row in value)
    column = numbers(value, name) if is_column else read_runs(value, [name], ())[0].columns[name]
    known = [number for number in column if math.isfinite(number)]
    if not known:
        raise ChartError(f"the column {name!r} holds no finite number; a spread needs some")
    if options.log and min(known) <= 0:
        least = printed(min(known))
        raise ChartError(f"the axis of {name!r} is logarithmic and has no place for {least}")
    within = None if options.within is None else limits(options.within, "within")
    guess = None if options.guess is None else str(options.guess)
    return Spread(title, name, known, len(column) - len(known), within, guess, bool(options.log))
