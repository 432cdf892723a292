"""What a number is in a text: one grammar, read in three ways.

No reading takes a part of a word, such as the 1 of conv1, or of a version or an address, such as
2.21.0, for a number; .5 is one for all. They differ in what may touch a number:

- ``PRINTED`` stands alone: 1.5x is none, and a final point ends a sentence.
- ``COMPARED`` is every value in an output: the 1.5 of 1.5x, 5. as NumPy prints it, nan and inf.
- ``CLAIMED`` is a decimal or a percentage in prose: 0.5, the 1.5 of 1.5x, 30%, and no whole number.
"""

import re
from typing import TypeGuard

MINUS = "\N{MINUS SIGN}"

_ALONE = r"(?<![\w.])"
_EXPONENT = rf"(?:e[-+{MINUS}]?\d+)"
#: The rows of a CSV, such as 5,123.4,0.98 or 1000,200.5, have no thousands.
_THOUSANDS = r"(?<!\d,)[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!\.?\d|,\d)"
_POINT_FIRST = rf"\.\d+{_EXPONENT}?"
_GROUPED = r"\d+(?:,\d{3})*"
_PERCENT = r"\s?%|\sper\s?cent\b"


def _grammar(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


PRINTED = _grammar(
    rf"""{_ALONE}[-{MINUS}]?(?>
        {_THOUSANDS} | \d+(?:\.\d+|\.(?={_EXPONENT}))?{_EXPONENT}? | {_POINT_FIRST}
    )(?!\w|\.\d)"""
)
COMPARED = _grammar(
    rf"""{_ALONE}[-+{MINUS}]?(?:
        {_THOUSANDS} | (?>\d+(?:\.\d*)?)(?!\.\d){_EXPONENT}? | {_POINT_FIRST}
        | (?:nan|inf|infinity)\b
    )"""
)
#: The hyphen of 0.1-0.5 is no sign.
CLAIMED = _grammar(
    rf"""(?P<number>(?:(?<![\w.%)\]])[-{MINUS}])?{_ALONE}(?:
        (?:{_GROUPED})?{_POINT_FIRST} | \d+{_EXPONENT} | {_GROUPED}(?={_PERCENT})
    ))(?!\.?\d)(?P<percent>{_PERCENT})?"""
)


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether a value is a number and no truth value."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def holds_number(text: str) -> bool:
    """Tell whether a text says a number: 4, -0.5, 30%, 1.5x, the 1 of Dense(1)."""
    return PRINTED.search(text) is not None or CLAIMED.search(text) is not None


def value_of(number: str) -> float:
    """Return the value of a number: with its sign, thousands, nan and inf. Raises ValueError."""
    return float(number.replace(",", "").replace(MINUS, "-"))
