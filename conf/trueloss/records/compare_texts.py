"""Texts that agree but for the last digits of their numbers."""

import math
import re
from dataclasses import dataclass

from trueloss.pages.tolerance import Tolerance
from trueloss.text.numerals import COMPARED, MINUS, value_of


@dataclass(frozen=True)
class Comparison:
    """Whether two texts agree, and the largest relative difference where only numbers differ."""

    same: bool
    relative: float | None


def compare_texts(old: str, new: str, tolerance: Tolerance) -> Comparison:
    """Hold one text against another: numbers within the tolerance, everything else exactly.

    Blanks beside a number may differ where the number's own width does.
    """
    if old == new:
        return Comparison(same=True, relative=0.0)
    left, right = list(COMPARED.finditer(old)), list(COMPARED.finditer(new))
    if len(left) != len(right) or not _same_between(old, new, left, right):
        return Comparison(same=False, relative=None)
    same, largest = True, 0.0
    for one, other in zip(left, right, strict=True):
        relative = relative_difference(value_of(one[0]), value_of(other[0]))
        largest = max(largest, relative)
        if _is_whole(one) and _is_whole(other) and not tolerance.asked:
            # As text, because a float holds no more than sixteen digits.
            same &= relative == 0 and _digits(one) == _digits(other)
        else:
            same &= relative <= tolerance.relative
    return Comparison(same, largest)


def relative_difference(old: float, new: float) -> float:
    """Return how far two numbers lie apart, relative to the smaller; NaN equals NaN."""
    if old == new or (math.isnan(old) and math.isnan(new)):
        return 0.0
    if not (math.isfinite(old) and math.isfinite(new)) or 0 in (old, new):
        return math.inf
    return abs(new - old) / min(abs(old), abs(new))


def _is_whole(found: re.Match[str]) -> bool:
    return _digits(found).isdigit()


def _digits(found: re.Match[str]) -> str:
    return found[0].lstrip(f"-+{MINUS}").replace(",", "")


def _same_between(
    old: str, new: str, left: list[re.Match[str]], right: list[re.Match[str]]
) -> bool:
    """Tell whether the texts between the numbers are the same."""
    widths = [len(one[0]) == len(other[0]) for one, other in zip(left, right, strict=True)]
    gaps = list(zip(_gaps(old, left), _gaps(new, right), strict=True))
    for place, (one, other) in enumerate(gaps):
        # The number on either side may have become longer, and its padding shorter.
        before_fixed = place == 0 or widths[place - 1]
        after_fixed = place == len(widths) or widths[place]
        if not before_fixed:
            one, other = one.lstrip(" "), other.lstrip(" ")
        if not after_fixed:
            one, other = one.rstrip(" "), other.rstrip(" ")
        if one != other:
            return False
    return True


def _gaps(text: str, numbers: list[re.Match[str]]) -> list[str]:
    starts = [0, *(found.end() for found in numbers)]
    ends = [*(found.start() for found in numbers), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]
