"""Tie numbers in prose to the cell that printed them."""

import re
from collections.abc import Mapping

from trueloss.truth.cells import Cell

#: A number as programs print it: sign, digits, decimals, exponent.
PRINTED_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:,\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?(?!\w)", re.I)


def ran_problem(value: str, label: str, cells: Mapping[str, Cell]) -> str | None:
    """Say what is wrong with the claim that a cell printed a value; ``None`` where it holds.

    The value is compared as a text, digit by digit, with every number the cell printed; a value
    that is no number has to stand in the output as it is.
    """
    cell = cells.get(label)
    if cell is None:
        return (
            f"the number {value} names the cell {label!r}, which this page does not have; "
            f"use one of its labels: {', '.join(cells) or 'none so far'}"
        )
    if not cell.ran:
        return None
    numbers = PRINTED_NUMBER.findall(cell.printed)
    wanted = value.replace("\N{MINUS SIGN}", "-").removesuffix("%")
    if wanted in numbers or (_as_number(wanted) is None and wanted in cell.printed):
        return None
    nearest = _nearest(wanted, numbers)
    return f"the cell {label!r} did not print {value}; the nearest it printed is {nearest}"


def _nearest(value: str, numbers: list[str]) -> str:
    target = _as_number(value)
    if target is None or not numbers:
        return "nothing like it"
    return min(numbers, key=lambda text: abs((_as_number(text) or 0.0) - target))


def _as_number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None
