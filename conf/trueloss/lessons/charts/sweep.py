"""Sweeps: a run for every combination of settings, one shown at a time.

Between two values of a setting nothing is drawn: a slider stops where a run exists.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from trueloss.lessons.charts.chart_options import ChartError
from trueloss.lessons.charts.chart_words import sentence
from trueloss.lessons.charts.runs import Run, full_grid, label, run_name, setting_text
from trueloss.lessons.charts.trace import Trace
from trueloss.lessons.charts.trace_options import TraceOptions, read_runs_as
from trueloss.text.counting import counted
from trueloss.text.numerals import is_number

#: Numbers of a setting beyond which only the ends are written out.
_MANY = 6


@dataclass(frozen=True)
class Sweep(Trace):
    """A chart of the run that its reader chooses; ``values`` are those of each setting."""

    values: tuple[tuple[Any, ...], ...] = ()

    chooses = True

    @property
    def shown(self) -> Sequence[Run]:
        """The run that is drawn at first."""
        return self.runs[:1]

    @property
    def summary(self) -> str:
        """What the first run does, in words."""
        settings = " and ".join(
            f"{label(name)} ({_enumerated(values)})"
            for name, values in zip(self.by, self.values, strict=True)
        )
        lead = f"{counted(len(self.runs), 'run')}, one for each {settings}."
        return f"{lead} Shown: {self._text(self.runs[0])}"

    @property
    def settings(self) -> list[tuple[str, list[str], list[str]]]:
        """Name and values of each setting, and the stops of its slider: none where it has words."""
        return [
            (label(name), list(map(setting_text, values)), _stops(values))
            for name, values in zip(self.by, self.values, strict=True)
        ]

    def facts(self) -> dict[str, Any]:
        """Return what the script needs, with the grid and a text for each run."""
        return {
            **super().facts(),
            "grid": [[setting_text(value) for value in values] for values in self.values],
            "lead": self.summary.partition(" Shown: ")[0] + " Shown: ",
            "texts": [self._text(run) for run in self.runs],
        }

    def _text(self, run: Run) -> str:
        text = sentence(*self.clauses(run)).removesuffix(".")
        return f"{run_name(self.by, run.settings)}. {text}."


def _enumerated(values: tuple[Any, ...]) -> str:
    """Return the values of a setting, or their ends where they are many."""
    stops = _stops(values)
    if 0 < len(stops) < len(values):
        return " to ".join(stops)
    return ", ".join(map(setting_text, values))


def _stops(values: tuple[Any, ...]) -> list[str]:
    """Return the numbers of a setting, or their ends where they are many; no words."""
    if not all(map(is_number, values)):
        return []
    texts = list(map(setting_text, values))
    return [texts[0], texts[-1]] if len(texts) > _MANY else texts


def read_sweep(value: Any, options: TraceOptions, title: str) -> Sweep:
    """Read a cell's value as runs over a full grid of settings; raise ChartError."""
    if not options.by:
        raise ChartError(
            ":sweep: lacks by: the setting, or settings, that tell runs apart; "
            "write it as in :sweep: {y: loss, by: [learning rate]}"
        )
    chart: Sweep = read_runs_as(Sweep, value, options, title)
    values, runs = full_grid(list(chart.runs), chart.by)
    return replace(chart, runs=tuple(runs), values=tuple(map(tuple, values)))
