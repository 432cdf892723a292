"""Two lines of a cell that a sentence compares by their words: this one is less than that one."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence, Set

from trueloss.pages.ran_numbers import ROLE
from trueloss.seeds.cited import labels_of, stems_of, without_options
from trueloss.seeds.claims import Block, Place, sentences
from trueloss.seeds.findings import Doubt, first_value, in_runs
from trueloss.seeds.observed import Observed
from trueloss.seeds.places import lines_of, numbers_of

_LESS = r"cheaper|earlier|fewer|less|lower|shorter|smaller|sooner"
_MORE = r"bigger|greater|higher|larger|later|longer|more"
_EITHER = r"better|worse|\w{3,}er"
_THAN = re.compile(
    rf"^(?P<left>[^.;:]*?\b(?:(?P<less>{_LESS})|(?P<more>{_MORE})|(?:{_EITHER}))\b[^.;:]*?)"
    r"\bthan\b(?P<right>[^.;:,]*)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:if|no|not|never|whether)\b", re.IGNORECASE)


def than(block: Block, printed: Mapping[str, str], observed: Observed) -> Iterator[Doubt]:
    """Yield each comparison without a number of two lines of any cell of the page."""
    if "{mistakes}" in block.lead:
        return
    for line, sentence in sentences(block):
        said = _THAN.search(without_options(sentence).strip())
        if said and not ROLE.search(sentence) and not _NOT.search(said["left"]):
            for label in sorted(observed.cells.keys() & printed.keys()):
                for says, turned in _turned(said, label, printed[label], observed):
                    yield Doubt(line, says, turned, observed.runs, sentence)


def _turned(
    said: re.Match[str], label: str, printed: str, observed: Observed
) -> Iterator[tuple[str, int]]:
    lines = lines_of(printed)
    left, right = (stems_of(said[side]) | labels_of(said[side]) for side in ("left", "right"))
    for one, other in itertools.permutations(range(1, len(lines) + 1), 2):
        pair = [lines[number - 1] for number in (one, other)]
        values = list(map(numbers_of, pair))
        moved = {*_moved(label, one, observed), *_moved(label, other, observed)}
        mine, theirs = (_names(text, moved) for text in pair)
        own, others = mine - theirs, theirs - mine
        named = own and others and own <= left and others <= right and not others & left
        if not named or len(values[0]) != len(values[1]):
            continue
        for at in sorted(moved):
            places = [Place(label, number, at) for number in (one, other)]
            shown = [row[at - 1] for row in values]
            both = zip(shown, places, strict=True)
            turned = _count(said, shown, [in_runs(*each, observed) for each in both])
            if turned:
                yield f"{pair[0]!r} and {pair[1]!r} of the cell {label!r} are so", turned


def _count(
    said: re.Match[str], shown: Sequence[str], came: Sequence[tuple[str | None, ...]]
) -> int:
    """Return with how many seeds two numbers are not in the order that a sentence tells of."""
    here = first_value(shown[0]) - first_value(shown[1])
    if not here or (said["less"] and here > 0) or (said["more"] and here < 0):
        return 0
    rows = [row for row in zip(*came, strict=True) if None not in row]
    apart = [first_value(one or "") - first_value(other or "") for one, other in rows]
    return sum(each * here <= 0 for each in apart)


def _moved(label: str, number: int, observed: Observed) -> set[int]:
    line = observed.line(label, number)
    return set(line.numbers) if line else set()


def _names(text: str, moved: Set[int]) -> set[str]:
    """Return the words of a line, and the numbers in it that are the same with all seeds."""
    numbers = enumerate(numbers_of(text), start=1)
    return stems_of(text) | {part for place, part in numbers if place not in moved}
