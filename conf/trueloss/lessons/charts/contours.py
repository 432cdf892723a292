"""Contours of a loss over two weights, traced by contourpy."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from trueloss.lessons.charts import svg

#: Fewer lines than this, and values between the round ones get lines too.
_FEW = 7


def levels(surface: Sequence[Sequence[float]], *, log: bool) -> list[float]:
    """Return round values of the loss, at which lines are drawn."""
    known = [value for row in surface for value in row if math.isfinite(value)]
    if log:
        known = [value for value in known if value > 0]
    if not known or min(known) == max(known):
        return known[:1]
    scale = svg.Axis(min(known), max(known), 0, 1, log=log)
    ticks = scale.ticks()
    if len(ticks) < _FEW:
        between = (3 * tick if log else (tick + after) / 2 for tick, after in pairwise(ticks))
        ticks = sorted({*ticks, *(float(f"{tick:.6g}") for tick in between)})
    return ticks


def contours(
    surface: Sequence[Sequence[float]],
    xs: Sequence[float],
    ys: Sequence[float],
    axes: tuple[svg.Axis, svg.Axis],
    at: Sequence[float],
) -> str:
    """Return, for each level, the area where the loss is lower; the areas darken one another."""
    import numpy as np
    from contourpy import FillType, contour_generator

    loss = np.ma.masked_invalid(np.array(surface))
    generator = contour_generator(
        x=np.array([axes[0].place(x) for x in xs], dtype=float),
        y=np.array([axes[1].place(y) for y in ys], dtype=float),
        z=loss,
        fill_type=FillType.OuterOffset,
    )
    below = float(loss.min()) - 1.0
    return "".join(
        f'<path class="tl-contour" d="{"".join(_outlines(generator.filled(below, level)))}"/>'
        for level in reversed(at)
    )


def _outlines(filled: Any) -> Iterator[str]:
    """Yield each ring of the polygons as a part of a path, in whole user units."""
    for points, offsets in zip(*filled, strict=True):
        for start, end in pairwise(offsets):
            places = [f"{left:.0f} {top:.0f}" for left, top in points[start:end]]
            yield f"M{'L'.join(place for place, _ in groupby(places))}Z"
