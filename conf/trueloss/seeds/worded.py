"""What a page says of the lines of a cell in words alone, and other seeds refute."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from trueloss.pages.ran_numbers import ROLE
from trueloss.seeds.cited import cell_above, without_options
from trueloss.seeds.claims import Block, sentences
from trueloss.seeds.columns import columns_of, rows_of
from trueloss.seeds.comparing_words import EXTREME
from trueloss.seeds.findings import Doubt
from trueloss.seeds.observed import Observed
from trueloss.seeds.places import lines_of, numbers_of, words_of

_RISES = r"climbs?|goes up|grows?|increases?|rises?"
_FALLS = r"decreases?|drops?|falls?|goes down|shrinks?"
_MONOTONE = re.compile(
    rf"\b(?P<how>never|always)\s+(?:(?P<up>{_RISES})|(?P<down>{_FALLS}))\b"
    rf"|\b(?:(?P<rises>{_RISES})|(?P<falls>{_FALLS}))\s+(?:at|in|with)\s+(?:each|every)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:,.!?]+(?:\s|$)|\b(?:and|but|while)\b")


def worded(
    text: str, block: Block, printed: Mapping[str, str], observed: Observed
) -> Iterator[Doubt]:
    """Yield what a block says without a number, of the cell that stands above it.

    What readers get wrong is told there to be false.
    """
    if "{mistakes}" in block.lead:
        return
    label = cell_above(text, block)
    if label is None or label not in printed:
        return
    lines = lines_of(printed[label])
    asks = block.lead if "{flashcard}" in block.lead else ""
    for line, sentence in sentences(block):
        says = without_options(sentence)
        found = [
            *_monotone(says, label, lines, observed),
            *_extreme(says, asks, label, lines, observed),
        ]
        yield from (Doubt(line, *each, observed.runs, says) for each in found)
        asks = asks if not says.strip() else ""


def _monotone(
    says: str, label: str, lines: Sequence[str], observed: Observed
) -> Iterator[tuple[str, int]]:
    """Yield each column that is said to rise or to fall, with how often it does not."""
    for said in _MONOTONE.finditer(says):
        never = (said["how"] or "").lower() == "never"
        sign = 1 if bool(said["up"] or said["rises"]) != never else -1
        for places, row in columns_of(label, lines):
            if len(row) > 2 and len({words_of(lines[at.line - 1]) for at in places}) == 1:
                rows = rows_of(places, lines, observed)
                other = sum(not _goes(each, sign, never=never) for each in rows)
                if _goes(row, sign, never=never):
                    yield f"so it is in the {len(row)} lines of the cell {label!r}", other


def _goes(row: Sequence[float], sign: int, *, never: bool) -> bool:
    """Tell whether numbers go one way, or ``never`` the other."""
    steps = [sign * (after - before) for before, after in itertools.pairwise(row)]
    return all(step >= 0 if never else step > 0 for step in steps)


def _extreme(
    says: str, asks: str, label: str, lines: Sequence[str], observed: Observed
) -> Iterator[tuple[str, int]]:
    """Yield each line that a superlative is about, with how often others reach it."""
    asked = EXTREME.search(asks)
    for clause in filter(str.strip, _CLAUSE.split(ROLE.sub("0", says))):
        top = EXTREME.search(clause) or asked
        asked = None
        if top is None or numbers_of(clause):
            continue
        signs = [-1] * bool(not top["greatest"]) + [1] * bool(not top["least"])
        for places, row in columns_of(label, lines):
            own = _named(clause, [lines[at.line - 1] for at in places])
            for sign in signs if own is not None else ():
                if _tops(row, own, sign):
                    rows = rows_of(places, lines, observed)
                    line = lines[places[own or 0].line - 1]
                    yield (
                        f"{line!r} is the {'least' if sign < 0 else 'greatest'} of the "
                        f"{len(row)} like it in the cell {label!r}",
                        sum(not _tops(each, own, sign) for each in rows),
                    )


def _tops(row: Sequence[float], own: int | None, sign: int) -> bool:
    others = [sign * value for place, value in enumerate(row) if place != own]
    return own is not None and len(others) > 1 and sign * row[own] > max(others)


def _named(clause: str, lines: Sequence[str]) -> int | None:
    """Return which of some lines, and no other, a clause names by the words of its own."""
    words = [set(re.findall(r"[a-z]\w*", line.lower())) for line in lines]
    shared = set.intersection(*words)
    said = set(re.findall(r"[a-z]\w*", clause.lower()))
    named = [place for place, own in enumerate(words) if own - shared and own - shared <= said]
    return named[0] if len(named) == 1 else None
