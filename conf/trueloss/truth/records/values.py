"""The value of a chart's cell in a record: each of its columns on one line."""

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from trueloss.execution.values import Unreadable, decoded

#: Numbers of a column that stand in a record, the first and the last among them.
SAMPLES = 9


def text_of_value(data: Any) -> str:
    """Return a value given as data, shortened: a line per column, with some of its numbers."""
    return "\n".join(_lines(decoded(data), ()))


def _lines(value: Any, place: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _lines(item, (*place, _name(key)))
    elif isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        for number, item in enumerate(value, start=1):
            yield from _lines(item, (*place, f"#{number}"))
    else:
        items = list(_flat(value))
        chosen = [_name(items[index]) for index in _sample(len(items))]
        count = f"{_shape(value)}: " if isinstance(value, list) else ""
        yield f"{' / '.join(place) or 'value'}: {count}{' '.join(chosen)}"


def _name(item: Any) -> str:
    if isinstance(item, tuple):
        return ", ".join(map(_name, item))
    if isinstance(item, Unreadable):
        return item.kind
    return f"{item:.6g}" if isinstance(item, float) else str(item)


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    else:
        yield value


def _shape(value: Any) -> str:
    sizes = []
    while isinstance(value, list):
        sizes.append(str(len(value)))
        value = value[0] if value else None
    return " x ".join(sizes)


def _sample(count: int) -> list[int]:
    """Return evenly spread places of a list, each once."""
    steps = max(1, min(SAMPLES, count) - 1)
    places = (round(step * (count - 1) / steps) for step in range(min(SAMPLES, count)))
    return [place for place, _ in itertools.groupby(places)]
