"""How far the numbers of a cell may lie from their record, as its author asks for it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trueloss.diagnostics.diagnostic import Diagnostic

#: Relative difference up to which two numbers count as the same. The fourth digit of a number
#: always weighs more; processors differ in the seventh.
DEFAULT = 1e-4


@dataclass(frozen=True)
class Tolerance:
    """How far two numbers may lie apart, relative to the smaller of the two.

    A whole number is a count and has to be the same, unless the author ``asked`` for a tolerance.
    """

    relative: float = DEFAULT
    asked: bool = False


def read_tolerance(
    options: Mapping[str, Any], line: int, otherwise: Tolerance
) -> tuple[Tolerance, list[Diagnostic]]:
    """Return the tolerance among the options of a cell, or of a page, at ``line``.

    If there is none, or it is not a number in [0, 1), it is ``otherwise``.
    """
    given = options.get("tolerance")
    if given is None:
        return otherwise, []
    try:
        relative = float(given)
    except (TypeError, ValueError):
        relative = math.nan
    if isinstance(given, bool) or not 0 <= relative < 1:
        message = (
            f"the tolerance is {given!r}; write a number from 0 to less than 1, "
            "as in :tolerance: 1e-3"
        )
        return otherwise, [Diagnostic("tolerance", line, message)]
    return Tolerance(relative, asked=True), []
