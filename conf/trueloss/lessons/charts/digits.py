"""Numbers as a chart shows them: six digits, the same on the page and in its data."""

import math
from collections.abc import Iterable

#: Significant digits shown of every number.
DIGITS = 6

#: Symbols that need no escape in HTML or JSON; ``static/chart.js`` has the same.
_SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.!*()~"
_WIDTH = 5
_MANTISSAS = 10**DIGITS
_EXPONENTS = 640
_LOWEST_EXPONENT = -324
#: The codes after the largest number stand for what is none.
_NO_NUMBER = 2 * _EXPONENTS * _MANTISSAS

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
    """Return numbers at the digits shown, five symbols each.

    A sweep holds thousands of them; written out they would take twice the room.
    """
    return "".join(map(_pack, values))


def _pack(value: float) -> str:
    if math.isfinite(value):
        mantissa, exponent = digits_of(abs(value))
        code = (exponent - _LOWEST_EXPONENT) * _MANTISSAS + mantissa if mantissa else 0
        if value < 0 and mantissa:
            code += _EXPONENTS * _MANTISSAS
    else:
        code = _NO_NUMBER + (0 if math.isnan(value) else 1 if value > 0 else 2)
    symbols = []
    for _ in range(_WIDTH):
        code, place = divmod(code, len(_SYMBOLS))
        symbols.append(_SYMBOLS[place])
    return "".join(reversed(symbols))
