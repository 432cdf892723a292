"""Two lines of a cell that a sentence compares by their words: this one is less than that one."""

import itertools
import re
from collections.abc import Iterator, Mapping

from trueloss.pages.ran_numbers import ROLE
from trueloss.seeds.cited import own_words, stems_of, without_options
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
            for label in observed.cells.keys() & printed.keys():
                for says, turned in _turned(said, label, printed[label], observed):
                    yield Doubt(line, says, turned, observed.runs, sentence)


def _turned(
    said: re.Match[str], label: str, printed: str, observed: Observed
) -> Iterator[tuple[str, int]]:
    lines = lines_of(printed)
    single = [number for number, line in enumerate(lines, start=1) if len(numbers_of(line)) == 1]
    left, right = stems_of(said["left"]), stems_of(said["right"])
    for one, other in itertools.permutations(single, 2):
        own = own_words(lines[one - 1], [lines[other - 1]])
        others = own_words(lines[other - 1], [lines[one - 1]])
        if not (own and others and own <= left and others <= right) or others & left:
            continue
        values = [numbers_of(lines[number - 1])[0] for number in (one, other)]
        here = first_value(values[0]) - first_value(values[1])
        if not here or (said["less"] and here > 0) or (said["more"] and here < 0):
            continue
        runs = zip(
            *(
                in_runs(value, Place(label, number, 1), observed)
                for value, number in zip(values, (one, other), strict=True)
            ),
            strict=True,
        )
        turned = sum(
            (first_value(left_of) - first_value(right_of)) * here <= 0
            for left_of, right_of in runs
            if left_of is not None and right_of is not None
        )
        yield f"{lines[one - 1]!r} and {lines[other - 1]!r} of the cell {label!r} are so", turned
