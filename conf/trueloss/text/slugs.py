"""Names of questions, tasks and cards: as they can stand in an address, and no two the same."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

#: Lower-case letters, digits and single hyphens, so that an address never has to be escaped.
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


Place = TypeVar("Place")


def second_uses(named: Iterable[tuple[str | None, Place]]) -> Iterator[tuple[str, Place, Place]]:
    """Yield each name that is borne again, with the place that bore it first and the new one."""
    first_use: dict[str, Place] = {}
    for name, place in named:
        if name in first_use:
            yield name, first_use[name], place
        elif name is not None:
            first_use[name] = place
