"""Find in another run of a cell the line, and the number, that stand where one stood."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from trueloss.text.numerals import MINUS, PRINTED

#: What takes the place of a number in what is left of a line without its numbers.
_NUMBER = re.compile(rf"{PRINTED.pattern}|[-+]?\b(?:nan|inf)\b", PRINTED.flags)
_MASK = "#"


def lines_of(printed: str) -> list[str]:
    """Return the lines of an output that hold more than blanks, each blank in them a single one."""
    return [" ".join(line.split()) for line in printed.splitlines() if line.strip()]


def numbers_of(line: str) -> list[str]:
    """Return the numbers of a line in order, ``nan`` and ``inf`` too, with a hyphen for a minus."""
    return [found[0].replace(MINUS, "-") for found in _NUMBER.finditer(line)]


def words_of(line: str) -> str:
    """Return a line with a mask for each number, so that lines that say the same are the same."""
    return _NUMBER.sub(_MASK, line)


def with_numbers(line: str, numbers: Sequence[str]) -> str:
    """Return a line with other numbers in the places of its own."""
    left = iter(numbers)
    return _NUMBER.sub(lambda _: next(left), line)


def counterparts(shown: Sequence[str], other: Sequence[str]) -> list[str | None]:
    """Return for each line of an output the line of another run that stands for it.

    The last stands for the last. Of the others, a line stands for one with the same words, the
    second such line for the second, wherever a ranking has put it; where there are more of them in
    one run than in the other, or none, the line in the same place does, if there are as many lines.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(other):
        places[words_of(line)].append(place)
    counts = Counter(map(words_of, shown))
    seen: Counter[str] = Counter()
    found: list[str | None] = []
    for place, line in enumerate(shown):
        words = words_of(line)
        if counts[words] == len(places[words]):
            found.append(other[places[words][seen[words]]])
        else:
            found.append(other[place] if len(shown) == len(other) else None)
        seen[words] += 1
    return [*found[:-1], other[-1] if other else None] if found else []
