"""Numbers whose sign a text tells, in words for it or as a direction."""

import re
from collections.abc import Iterator, Mapping, Sequence

from trueloss.seeds.comparing_words import SIGN
from trueloss.seeds.findings import Doubt, Range, first_value
from trueloss.seeds.places import lines_of

#: The heavier, the paler; it points upwards.
_DIRECTION = re.compile(
    r"\bthe \w+er\b[^.;]*, the (?:\w+er|less|more)\b|\b(?:downwards?|upwards?|opposite)\b",
    re.IGNORECASE,
)
#: What has a direction: a number of it says which.
_DIRECTED = re.compile(
    r"\b(?:change|correlation|gradient|slope|trend)s?\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)


def signs(numbers: Sequence[Range], printed: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield each number on a side of zero that its sentence names, or gives a direction for."""
    for number in numbers:
        sentence, shown = number.claim.sentence, first_value(number.claim.printed)
        said = SIGN.search(sentence)
        told = (shown < 0) == bool(said["below"]) if said else _directed(number, printed)
        signed = any(first_value(part) < 0 for part in (number.claim.printed, *number.here))
        if told and shown and signed:
            crossed = sum(first_value(part) * shown <= 0 for part in number.here)
            says = f"{number} is {'below' if shown < 0 else 'above'} zero here"
            yield Doubt(number.claim.line, says, crossed, len(number.came), sentence)


def _directed(number: Range, printed: Mapping[str, str]) -> bool:
    """Tell whether a sentence gives a direction, or a number is of something that has one."""
    line = lines_of(printed[number.claim.place.cell])[number.claim.place.line - 1]
    before = line.partition(number.claim.printed)[0]
    return bool(_DIRECTED.search(before) or _DIRECTION.search(number.claim.sentence))
