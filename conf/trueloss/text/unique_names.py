"""Names that only one may bear: a question or task, a card, a cell of a page."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

Place = TypeVar("Place")


def second_uses(named: Iterable[tuple[str | None, Place]]) -> Iterator[tuple[str, Place, Place]]:
    """Yield each name that is borne again, with the place that bore it first and the new one."""
    first_use: dict[str, Place] = {}
    for name, place in named:
        if name in first_use:
            yield name, first_use[name], place
        elif name is not None:
            first_use[name] = place
