"""What a series does, in words: for those who do not see its line, and for everybody else."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trueloss.lessons.charts.digits import printed
from trueloss.text.counting import counted

#: Places without a number that are named one by one.
_NAMED = 3


@dataclass(frozen=True)
class Series:
    """Numbers ``ys`` at the places ``xs``, and what both are called.

    ``limits`` are the ends of the axis where the author cut it.
    """

    name: str
    x_name: str
    xs: Sequence[float]
    ys: Sequence[float]
    limits: tuple[float, float] | None = None

    def course(self) -> str:
        """Return a clause: where it begins and ends, is lowest and highest, and has no number."""
        known = self._known()
        if not known:
            return f"{self.name} is no number at any {self.x_name}"
        first, last = known[0][1], known[-1][1]
        if printed(first) == printed(last) and len({printed(y) for _, y in known}) == 1:
            parts = [f"{self.name} is {printed(first)} throughout"]
        else:
            parts = [f"{self.name} goes from {printed(first)} to {printed(last)}"]
            for word, place in (("lowest", self.lowest()), ("highest", self.highest())):
                if place is not None and place[1] not in (first, last):
                    at = f"{self.x_name} {printed(place[0])}"
                    parts.append(f"{word} {printed(place[1])} at {at}")
        return ", ".join([*parts, *self.remarks()])

    def lowest(self) -> tuple[float, float] | None:
        """Return place and value of the lowest number; ``None`` where there is no number."""
        return min(self._known(), key=lambda point: point[1], default=None)

    def highest(self) -> tuple[float, float] | None:
        """Return place and value of the highest number; ``None`` where there is no number."""
        return max(self._known(), key=lambda point: point[1], default=None)

    def remarks(self) -> Iterator[str]:
        """Yield what a line cannot show: where numbers end, and where they leave the plot."""
        lost = [place for place, y in enumerate(self.ys) if not math.isfinite(y)]
        if lost and lost[-1] - lost[0] == len(self.ys) - 1 - lost[0] == len(lost) - 1:
            value = printed(self.ys[lost[0]])
            yield f"diverged at {self.x_name} {printed(self.xs[lost[0]])} ({value})"
        elif lost:
            places = ", ".join(printed(self.xs[place]) for place in lost[:_NAMED])
            others = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
            yield f"no number at {self.x_name} {places}{others}"
        if self.limits is not None:
            low, high = self.limits
            outside = [x for x, y in self._known() if not low <= y <= high]
            if outside:
                first = f"the first at {self.x_name} {printed(outside[0])}"
                yield f"outside the picture at {counted(len(outside), 'point')}, {first}"

    def _known(self) -> list[tuple[float, float]]:
        pairs = zip(self.xs, self.ys, strict=True)
        return [(x, y) for x, y in pairs if math.isfinite(y)]


def sentence(*clauses: str) -> str:
    """Return clauses as a sentence."""
    text = "; ".join(clauses)
    return f"{text[:1].upper()}{text[1:]}."
