"""Numbers as a chart shows them: six digits, the same on the page and in its data."""

import math
from collections.abc import Iterable

#: Significant digits shown of every number.
DIGITS = 6

#: Symbols that need no escape in HTML or JSON; ``static/chart.js`` has the same.
_SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.!*()~"
_MANTISSAS: int = 10**DIGITS
_LOWEST_EXPONENT = -324
#: The powers of ten that numbers may have, and how many symbols each number then takes.
_ALL_EXPONENTS, _WIDE = 640, 5
_NEAR_EXPONENTS, _NARROW = 11, 4
_HEAD = 2

_MINUS = "\N{MINUS SIGN}"
#: Stands where a run has no value.
NONE = "\N{EN DASH}"


def digits_of(value: float) -> tuple[int, int]:
    """Return mantissa and exponent of a finite number: ``mantissa * 10**(exponent - 5)``.

    The mantissa has six digits and the sign of the number.
    """
    mantissa, _, exponent = f"{value:.{DIGITS - 1}e}".partition("e")
    return int(mantissa.replace(".", "")), int(exponent)


def printed(value: float) -> str:
    """Return a number as a reader sees it, with at most six significant digits."""
    if math.isnan(value):
        return "not a number"
    sign = _MINUS if value < 0 else ""
    if math.isinf(value):
        return f"{sign}infinity"
    mantissa, exponent = digits_of(abs(value))
    digits = str(mantissa).rstrip("0")
    if not digits:
        return "0"
    if -5 <= exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{digits}"
    if 0 <= exponent < DIGITS:
        whole = digits[: exponent + 1].ljust(exponent + 1, "0")
        return f"{sign}{whole}.{digits[exponent + 1 :]}".removesuffix(".")
    power = f"{_MINUS if exponent < 0 else ''}{abs(exponent)}"
    return f"{sign}{digits[0]}.{digits[1:]}".removesuffix(".") + f"e{power}"


def packed(values: Iterable[float]) -> str:
    """Return numbers at the digits shown, four symbols each, or five where they lie far apart.

    The two symbols before them say which: the lowest power of ten, counted from 1, or 0. A sweep
    holds thousands of numbers; written out they would take twice the room.
    """
    numbers = list(values)
    exponents = [digits_of(number)[1] for number in numbers if number and math.isfinite(number)]
    lowest = min(exponents, default=0)
    if max(exponents, default=0) - lowest < _NEAR_EXPONENTS:
        head, span, width = lowest - _LOWEST_EXPONENT + 1, _NEAR_EXPONENTS, _NARROW
    else:
        head, lowest, span, width = 0, _LOWEST_EXPONENT, _ALL_EXPONENTS, _WIDE
    codes = (_code(number, lowest, span) for number in numbers)
    return _symbols(head, _HEAD) + "".join(_symbols(code, width) for code in codes)


def _code(value: float, lowest: int, span: int) -> int:
    """Return a number as an integer: positive numbers, negative numbers, then what is no number."""
    negative = span * _MANTISSAS
    if not math.isfinite(value):
        return 2 * negative + (0 if math.isnan(value) else 1 if value > 0 else 2)
    mantissa, exponent = digits_of(abs(value))
    if not mantissa:
        return 0
    return (exponent - lowest) * _MANTISSAS + mantissa + (negative if value < 0 else 0)


def _symbols(code: int, width: int) -> str:
    symbols = []
    for _ in range(width):
        code, place = divmod(code, len(_SYMBOLS))
        symbols.append(_SYMBOLS[place])
    return "".join(reversed(symbols))
