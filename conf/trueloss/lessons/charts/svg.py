"""Draw plots as SVG while the site is built: axes, lines, and the picture that stands alone.

Lengths are user units; a plot is ``WIDTH`` wide and scales with its page. Scripts move lines and
cursors in the same drawing, so what they need of an axis is two numbers.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from trueloss.lessons.charts.digits import printed
from trueloss.text.filled import filled

WIDTH = 640
LEFT, RIGHT = 66, 626
#: Lines that a reader can tell apart, by colour and by dashes.
STYLES = 6

_LARGEST = 1e300
_FAR_OUTSIDE = 2000.0


@dataclass(frozen=True)
class Axis:
    """Values from ``low`` to ``high`` along the lengths from ``start`` to ``end``."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def place(self, value: float) -> float | None:
        """Return where a value stands, perhaps outside; ``None`` for what has no place."""
        if not math.isfinite(value) or (self.log and value <= 0):
            return None
        low, high = self.low, self.high
        if self.log:
            value, low, high = math.log10(value), math.log10(low), math.log10(high)
        share = (value - low) / (high - low)
        place = self.start + share * (self.end - self.start)
        return max(-_FAR_OUTSIDE, min(_FAR_OUTSIDE, place))

    def holds(self, value: float) -> bool:
        """Tell whether a value lies between the ends."""
        return self.low <= value <= self.high

    def ticks(self) -> list[float]:
        """Return round values between the ends, some three to seven."""
        ticks = _log_ticks(self.low, self.high) if self.log else []
        return ticks if len(ticks) > 1 else _linear_ticks(self.low, self.high)


def axis(
    values: Iterable[float],
    place: tuple[float, float],
    *,
    log: bool = False,
    limits: tuple[float, float] | None = None,
    tight: bool = False,
) -> Axis:
    """Return an axis that holds the finite values, or the ``limits`` where they are given.

    Its ends are round values unless it is ``tight``. A logarithmic axis holds the positive ones.
    """
    known = [max(-_LARGEST, min(_LARGEST, value)) for value in values if math.isfinite(value)]
    if log:
        known = [value for value in known if value > 0]
    low, high = limits or (min(known, default=1.0), max(known, default=10.0))
    if log and low <= 0:
        low = min([value for value in known if value <= high], default=high / 1000)
    if low == high:
        low, high = (low / 2, high * 2) if log else (low - (abs(low) or 1), high + (abs(high) or 1))
    if not tight and limits is None:
        if log:
            low, high = low / 1.15, high * 1.15
        else:
            step = _nice_step(low, high)
            low, high = math.floor(low / step) * step, math.ceil(high / step) * step
    return Axis(low, high, *place, log=log)


def line(xs: Sequence[float], ys: Sequence[float], x_axis: Axis, y_axis: Axis) -> str:
    """Return the ``d`` of a path through the points, with gaps where a value has no place."""
    parts, pen = [], "M"
    for x, y in zip(xs, ys, strict=True):
        left, top = x_axis.place(x), y_axis.place(y)
        if left is None or top is None:
            pen = "M"
            continue
        # A point between two gaps becomes a dot.
        parts.append(f"{pen}{left:.1f} {top:.1f}" + ("h0" if pen == "M" else ""))
        pen = "L"
    return "".join(parts)


def dots(xs: Sequence[float], ys: Sequence[float], x_axis: Axis, y_axis: Axis) -> str:
    """Return the ``d`` of a path with a dot at every point that has a place."""
    places = ((x_axis.place(x), y_axis.place(y)) for x, y in zip(xs, ys, strict=True))
    known = ((left, top) for left, top in places if left is not None and top is not None)
    return "".join(f"M{left:.1f} {top:.1f}h0" for left, top in known)


def grid(x_axis: Axis, y_axis: Axis) -> str:
    """Return the lines and numbers of the vertical axis."""
    parts = []
    for tick in y_axis.ticks():
        top = f"{y_axis.place(tick) or 0:.1f}"
        parts.append(f'<path class="tl-gridline" d="M{x_axis.start:g} {top}H{x_axis.end:g}"/>')
        parts.append(_text(f"{x_axis.start - 8:g}", top, tick_text(tick), "tl-end", ' dy=".35em"'))
    return "".join(parts)


def foot(x_axis: Axis, bottom: float, name: str) -> str:
    """Return the numbers and the name of the horizontal axis, below ``bottom``."""
    parts = []
    for tick in x_axis.ticks():
        left = f"{x_axis.place(tick) or 0:.1f}"
        parts.append(f'<path class="tl-gridline" d="M{left} {bottom:g}v5"/>')
        parts.append(_text(left, f"{bottom + 8:g}", tick_text(tick), "tl-middle", ' dy=".9em"'))
    middle = (x_axis.start + x_axis.end) / 2
    parts.append(_text(f"{middle:g}", f"{bottom + 30:g}", name, "tl-middle", ' dy=".9em"'))
    return "".join(parts)


def heading(left: float, top: float, text: str) -> str:
    """Return the name of a vertical axis, above it."""
    return _text(f"{left:g}", f"{top - 10:g}", text, "tl-name")


def frame(x_axis: Axis, top: float, bottom: float) -> str:
    """Return the line around a plot."""
    return (
        f'<path class="tl-frame" '
        f'd="M{x_axis.start:g} {top:g}H{x_axis.end:g}V{bottom:g}H{x_axis.start:g}Z"/>'
    )


def clip(ident: str, x_axis: Axis, top: float, bottom: float) -> str:
    """Return the part of a plot in which lines show."""
    return (
        f'<clipPath id="{ident}"><rect x="{x_axis.start - 4:g}" y="{top - 4:g}" '
        f'width="{x_axis.end - x_axis.start + 8:g}" height="{bottom - top + 8:g}"/></clipPath>'
    )


def plot(ident: str, height: float, content: str) -> str:
    """Return a drawing that its page's title names and its summary describes."""
    return (
        f'<svg class="tl-plot" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'aria-labelledby="{ident}-title" aria-describedby="{ident}-summary">{content}</svg>'
    )


def alone(title: str, height: float, content: str, legend: Sequence[str] = ()) -> str:
    """Return a complete SVG file: the drawing, its title, and a legend below it."""
    values = {"title": title, "height": height, "content": content, "legend": legend}
    return filled("chart-picture.svg", width=WIDTH, left=LEFT, **values).removesuffix("\n")


def tick_text(value: float) -> str:
    """Return a number beside an axis, in few letters."""
    text = printed(value)
    if len(text) <= 5 or not value:
        return text
    mantissa, exponent = f"{value:.5e}".split("e")
    short = mantissa.rstrip("0").removesuffix(".") + "e" + str(int(exponent))
    short = short.replace("-", "\N{MINUS SIGN}")
    return min(text, short, key=len)


def _text(left: object, top: str, text: str, style: str = "", more: str = "") -> str:
    style = f' class="{style}"' if style else ""
    return f'<text x="{left}" y="{top}"{style}{more}>{escape(text)}</text>'


def _nice_step(low: float, high: float) -> float:
    raw = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(raw))
    return next(step for step in (power, 2 * power, 5 * power, 10 * power) if step >= raw * 0.99)


def _linear_ticks(low: float, high: float) -> list[float]:
    step = _nice_step(low, high)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [float(f"{number * step:.10g}") for number in range(first, last + 1)]


def _log_ticks(low: float, high: float) -> list[float]:
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    stride = max(1, math.ceil((last - first + 1) / 6))
    if last - first >= 2:
        return [10.0**power for power in range(first, last + 1, stride)]
    ticks = (digit * 10.0**power for power in range(first - 1, last + 1) for digit in (1, 2, 5))
    return [float(f"{tick:.3g}") for tick in ticks if low <= tick <= high]
