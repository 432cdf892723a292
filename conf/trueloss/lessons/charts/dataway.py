"""The data's way through a model: what comes out of each layer, as a table drawn like a diagram."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from trueloss.lessons.charts import svg
from trueloss.lessons.charts.chart_options import ChartError, key, listed
from trueloss.lessons.charts.chart_words import sentence
from trueloss.lessons.charts.digits import printed
from trueloss.lessons.charts.runs import label
from trueloss.text.counting import counted
from trueloss.text.filled import filled
from trueloss.text.numerals import is_number

#: Numbers of a station that are shown.
SHOWN = 12


@dataclass(frozen=True)
class DatawayOptions:
    """The keys of ``:dataway:``."""

    name: Any = key("the key that names a station", "layer")
    shape: Any = key("the key of its shape", "shape")
    values: Any = key("the key of the numbers that leave it", "sample")


@dataclass(frozen=True)
class Station:
    """A place on the way: what it is called, the shape of its data, some numbers of it."""

    name: str
    shape: str
    values: Sequence[float]
    more: tuple[str, ...]


@dataclass(frozen=True)
class Dataway:
    """A chart of stations; ``head`` names the columns after the shape."""

    title: str
    stations: tuple[Station, ...]
    head: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What the chart shows, in words."""
        way = ", then ".join(f"{station.name} {station.shape}" for station in self.stations)
        return sentence(f"{counted(len(self.stations), 'station')}: {way}")

    def html(self, ident: str) -> str:
        """Return the chart for a page; it needs no script."""
        return filled(
            "chart-dataway.html",
            chart=self,
            ident=ident,
            head=list(self.head),
            stations=[(station, list(_heated(station.values))) for station in self.stations],
            shown=SHOWN,
        )

    def picture(self, _ident: str) -> str:
        """Return the chart as an SVG file of its own."""
        lines = []
        for place, station in enumerate(self.stations):
            top = 10 + 62 * place
            values = ", ".join(printed(value) for value in station.values[:6])
            rest = ", …" if len(station.values) > 6 else ""
            arrow = f"M{svg.LEFT} {top + 46}v14" if place < len(self.stations) - 1 else ""
            lines.append(
                f'<path class="tl-frame" d="M20 {top}H{svg.RIGHT}v44H20Z{arrow}"/>'
                f'<text x="32" y="{top + 18}">{escape(station.name)} {escape(station.shape)}</text>'
                f'<text x="32" y="{top + 36}">{escape(values + rest)}</text>'
            )
        return svg.alone(self.title, 62.0 * len(self.stations), "".join(lines))


def _heated(values: Sequence[float]) -> Iterator[tuple[str, str, bool]]:
    """Yield the first numbers: their text, how large they are among all, whether below zero."""
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    for value in values[:SHOWN]:
        heat = abs(value) / largest if largest and math.isfinite(value) else 0.0
        yield printed(value), f"{heat:.2f}", value < 0


def read_dataway(value: Any, options: DatawayOptions, title: str) -> Dataway:
    """Read a cell's value as a list of stations; raise ChartError."""
    if not isinstance(value, list) or not value or not all(isinstance(i, Mapping) for i in value):
        raise ChartError(
            "the cell ends in no list of stations; end it with a list of dicts, as in "
            '[{"layer": "input", "shape": data.shape, "sample": data[0]}, ...]'
        )
    wanted = [str(name) for name in (options.name, options.shape, options.values)]
    others = [str(name) for name in value[0] if str(name) not in wanted]
    stations = []
    for place, item in enumerate(value):
        found = {str(name): part for name, part in item.items()}
        for name in (*wanted, *others):
            if name not in found:
                raise ChartError(f"station {place} has no key {name!r}; it has {listed(found)}")
        stations.append(
            Station(
                str(found[wanted[0]]),
                _shape(found[wanted[1]], place, wanted[1]),
                list(_numbers(found[wanted[2]], place, wanted[2])),
                tuple(_text(found[name]) for name in others),
            )
        )
    return Dataway(title, tuple(stations), tuple(map(label, others)))


def _shape(shape: Any, place: int, name: str) -> str:
    if isinstance(shape, list) and all(size is None or isinstance(size, int) for size in shape):
        sizes = ["any" if size is None else str(size) for size in shape]
        return f"({', '.join(sizes)}{',' if len(sizes) == 1 else ''})"
    raise ChartError(
        f"station {place} has {shape!r} for {name!r}; write the shape as whole numbers, "
        "as in data.shape"
    )


def _numbers(values: Any, place: int, name: str) -> Iterator[float]:
    if isinstance(values, list):
        for value in values:
            yield from _numbers(value, place, name)
    elif is_number(values):
        yield float(values)
    else:
        raise ChartError(f"station {place} holds {values!r} among {name!r}; write numbers alone")


def _text(value: Any) -> str:
    return printed(float(value)) if is_number(value) else str(value)
