"""The columns of numbers in an output, and what stood in them with other seeds."""

from collections.abc import Iterator, Sequence

from trueloss.seeds.claims import Place
from trueloss.seeds.findings import first_value, in_runs
from trueloss.seeds.observed import Observed
from trueloss.seeds.places import numbers_of, words_of

Rows = list[tuple[float, ...]]


def columns_of(label: str, lines: Sequence[str]) -> Iterator[tuple[list[Place], list[float]]]:
    """Yield each column of numbers that have the same word before them, and what it shows."""
    found: dict[tuple[int, int, str], list[tuple[Place, float]]] = {}
    for line, text in enumerate(lines, start=1):
        parts, numbers = words_of(text).split("#"), numbers_of(text)
        for place, number in enumerate(numbers, start=1):
            before = parts[place - 1].split()[-1:] if place <= len(parts) else []
            key = len(numbers), place, "".join(before)
            found.setdefault(key, []).append((Place(label, line, place), first_value(number)))
    for column in found.values():
        if len(column) > 1:
            yield [place for place, _ in column], [value for _, value in column]


def rows_of(places: Sequence[Place], lines: Sequence[str], observed: Observed) -> Rows:
    """Return a column in each run that has all of it."""
    came = [
        in_runs(numbers_of(lines[place.line - 1])[place.number - 1], place, observed)
        for place in places
    ]
    rows = zip(*came, strict=True)
    return [tuple(first_value(part or "nan") for part in row) for row in rows if None not in row]
