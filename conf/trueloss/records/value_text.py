"""The value of a chart's cell in a record: all that is in it, some numbers on a line."""

from collections.abc import Iterator, Mapping
from typing import Any

from trueloss.kernels.cell_values import Unreadable, decoded

#: How many numbers of a column stand on a line, so that a diff shows where one changed.
PER_LINE = 10

#: How far from even the steps of a sequence of decimals may be, as a share of a step.
_UNEVEN = 1e-5


def text_of_value(data: Any) -> str:
    """Return a value given as data: each of its columns, each row of a grid, on lines of its own.

    A line says which places of the column it holds, as in ``SGD / loss 11..20: 1.5 1.25 ...``;
    a sequence with even steps, which would take several lines, is cut to ``step 1..41: 0 1 .. 40``.
    """
    return "\n".join(_lines(decoded(data), ()))


def _lines(value: Any, place: tuple[str, ...]) -> Iterator[str]:
    name = " / ".join(place) or "value"
    if isinstance(value, Mapping | list) and not value:
        yield f"{name}: empty"
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _lines(item, (*place, _written(key)))
    elif isinstance(value, list) and any(isinstance(item, Mapping | list) for item in value):
        for number, item in enumerate(value, start=1):
            yield from _lines(item, (*place, f"#{number}"))
    elif isinstance(value, list):
        yield from _column(name, value)
    else:
        yield f"{name}: {_written(value)}"


def _column(name: str, items: list[Any]) -> Iterator[str]:
    # With two dots the places are no numbers, so no tolerance applies to the count.
    if len(items) > PER_LINE and _is_even(items):
        first, second, last = (_written(items[place]) for place in (0, 1, -1))
        yield f"{name} 1..{len(items)}: {first} {second} .. {last}"
        return
    for start in range(0, len(items), PER_LINE):
        row = items[start : start + PER_LINE]
        yield f"{name} {start + 1}..{start + len(row)}: {' '.join(map(_written, row))}"


def _is_even(items: list[Any]) -> bool:
    """Tell whether the first and the last number and their count say all the numbers between."""
    kinds = {type(item) for item in items}
    if kinds not in ({int}, {float}):
        return False
    first, step = items[0], (items[-1] - items[0]) / (len(items) - 1)
    spare = _UNEVEN * abs(step) if kinds == {float} else 0
    return all(abs(item - first - step * place) <= spare for place, item in enumerate(items))


def _written(item: Any) -> str:
    if isinstance(item, tuple):
        return ", ".join(map(_written, item))
    if isinstance(item, Unreadable):
        return item.kind
    # Six digits are two more than the usual tolerance needs. A decimal keeps its point: no count.
    return repr(float(f"{item:.6g}")) if isinstance(item, float) else str(item)
