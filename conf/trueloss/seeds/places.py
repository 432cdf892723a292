"""Find the line and number in another run of a cell that correspond to one here."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from trueloss.text.numerals import MINUS, PRINTED

#: A number in a line with its sign, so that a line whose +0.5 becomes -0.5 has the same words.
_NUMBER = re.compile(
    rf"(?:(?<![\w.])\+(?=[\d.]))?{PRINTED.pattern}|[-+]?\b(?:nan|inf)\b", PRINTED.flags
)
_MASK = "#"


def lines_of(printed: str) -> list[str]:
    """Return the non-blank lines of an output, with runs of blanks collapsed."""
    return [" ".join(line.split()) for line in printed.splitlines() if line.strip()]


def numbers_of(line: str) -> list[str]:
    """Return the numbers of a line in order, ``nan`` and ``inf`` too, with a hyphen for a minus."""
    return [found[0].replace(MINUS, "-") for found in _NUMBER.finditer(line)]


def same_numbers(said: Sequence[str], printed: Sequence[str]) -> bool:
    """Tell whether numbers of a text are those of an output, which may give them a plus."""
    return [number.removeprefix("+") for number in said] == [
        number.removeprefix("+") for number in printed
    ]


def words_of(line: str) -> str:
    """Return a line with its numbers masked, so that lines with the same words are equal."""
    return _NUMBER.sub(_MASK, line)


def with_numbers(line: str, numbers: Sequence[str]) -> str:
    """Return a line with its numbers replaced by others."""
    left = iter(numbers)
    return _NUMBER.sub(lambda _: next(left), line)


def counterparts(shown: Sequence[str], other: Sequence[str]) -> list[str | None]:
    """Return, for each line of an output, its counterpart in another run.

    Last lines correspond. Of the others, lines with the same words correspond in their order,
    wherever a ranking has put them; if the runs do not have equally many of them, lines in the
    same place correspond, provided that both outputs have equally many lines.
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
