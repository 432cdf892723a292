"""Comparisons on a page that other seeds refute: of two numbers, of one with a goal, with all."""

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from trueloss.seeds.claims import Block, Place, blocks, kind_of, thresholds
from trueloss.seeds.comparing_words import (
    COMPARES,
    EQUATES,
    OF_ALL,
    OF_HALF,
    SUPERLATIVE,
    is_strict,
    without_bounds,
)
from trueloss.seeds.findings import Doubt, Range, first_value, in_runs, ranges
from trueloss.seeds.observed import Observed
from trueloss.seeds.places import lines_of, numbers_of
from trueloss.seeds.reached import reached
from trueloss.seeds.replaced import replaced
from trueloss.seeds.signs import signs
from trueloss.seeds.than import than
from trueloss.seeds.worded import worded
from trueloss.truth.prose_numbers import ran_value

_RANKED = re.compile(r"\s*1[.)]\s")
_TIMES = re.compile(
    r"\b(?P<word>double|half|twice|(?:two|three|four|five|ten|\d+) times)\s+(?:as|that|the)\b",
    re.IGNORECASE,
)
_FACTORS = {
    "double": 2,
    "half": 2,
    "twice": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "ten": 10,
}
_SHARE = re.compile(r"(?P<some>\d+) of (?:the )?(?P<all>\d+)")


def doubts(text: str, printed: Mapping[str, str], observed: Observed) -> Iterator[Doubt]:
    """Yield what other seeds refute on a page, unless its text tells of one run."""
    goals = thresholds(text)
    for block in blocks(text):
        if not block.one_run:
            numbers = ranges(block, printed, observed)
            found = [
                *_turned(numbers, block),
                *_multiplied(numbers),
                *_crossed(numbers, goals),
                *_topped(numbers, printed, observed),
                *_shared(numbers, printed),
                *signs(numbers, printed),
                *worded(text, block, printed, observed),
                *reached(text, block, numbers, printed, observed),
                *than(block, printed, observed),
                *replaced(text, block, numbers, observed),
            ]
            listed = [doubt for doubt in found if doubt.refuted]
            told = {doubt.sentence for doubt in listed}
            alone = (doubt for doubt in _alone(numbers, printed) if doubt.refuted)
            listed += (doubt for doubt in alone if doubt.sentence not in told)
            yield from _by_sentence(listed)


def _by_sentence(found: Iterable[Doubt]) -> Iterator[Doubt]:
    """Yield of each sentence what most seeds refute, and how much else there is."""
    by_sentence: dict[str, list[Doubt]] = {}
    for doubt in found:
        by_sentence.setdefault(doubt.sentence.strip(), []).append(doubt)
    for same in by_sentence.values():
        worst, more = max(same, key=lambda doubt: doubt.refuted), len(same) - 1
        says = f"{worst.says} (and {more} more of this sentence)" if more else worst.says
        yield replace(worst, says=says)


def _turned(numbers: Sequence[Range], block: Block) -> Iterator[Doubt]:
    """Yield every two numbers beside each other with how often their order turns."""
    ranked = bool(_RANKED.match(block.text)) and is_strict(block.lead)
    for one, other in _pairs(numbers):
        said = [other.claim.sentence, one.claim.sentence]
        sentence = next(filter(is_strict, said), said[0])
        strict = ranked or is_strict(sentence)
        less, more = sorted((one, other), key=_shown)
        line = max(one.claim.line, other.claim.line)
        rows = [
            (first_value(left), first_value(right))
            for left, right in zip(less.came, more.came, strict=True)
            if left is not None and right is not None
        ]
        if _shown(less) < _shown(more):
            turned = sum(left > right or (strict and left == right) for left, right in rows)
            says = f"{less} is the lesser and {more} the greater here"
        else:
            equated = one.claim.sentence == other.claim.sentence
            equated = equated and bool(EQUATES.search(one.claim.sentence))
            turned = sum(left != right for left, right in rows) if equated else 0
            says = f"{less} and {more} are the same here, and the text says so"
        says = f"{says}, {_of_cells(one, other)}"
        yield Doubt(line, says, turned, len(less.came), sentence)


def _multiplied(numbers: Sequence[Range]) -> Iterator[Doubt]:
    """Yield each number said to be twice another, where that holds with less than half the seeds.

    Where only one of them stands in the sentence, which tells of the best or the like, the other
    is the one that fits.
    """
    for number in numbers:
        for said in _TIMES.finditer(number.claim.sentence):
            word = said["word"].lower().split()[0]
            factor = _FACTORS.get(word) or int(word)
            pairs = [pair for pair in _pairs(numbers) if number in pair]
            here = [pair for pair in pairs if pair[0].claim.sentence == pair[1].claim.sentence]
            one, other = min(
                here or (pairs if SUPERLATIVE.search(number.claim.sentence) else []),
                key=lambda pair: abs(_ratio(_shown(pair[0]), _shown(pair[1])) - factor),
                default=(number, number),
            )
            if round(_ratio(_shown(one), _shown(other))) != factor:
                continue
            ratios = [
                _ratio(first_value(left), first_value(right))
                for left, right in zip(one.came, other.came, strict=True)
                if left is not None and right is not None
            ]
            others = sum(not factor - 0.5 <= ratio <= factor + 0.5 for ratio in ratios)
            says = f"of {one} and {other} one is {factor} times the other here"
            others = others if others > len(one.came) / 2 else 0
            yield Doubt(number.claim.line, says, others, len(one.came), number.claim.sentence)


def _ratio(one: float, other: float) -> float:
    """Return how many times the lesser the greater is; 0 where that cannot be said."""
    less, more = sorted((abs(one), abs(other)))
    return more / less if less and math.isfinite(more) else 0


def _pairs(numbers: Sequence[Range]) -> Iterator[tuple[Range, Range]]:
    """Yield every two numbers of one kind that one cell printed, or that one sentence compares."""
    seen: set[frozenset[Place]] = set()
    for one, other in itertools.combinations(numbers, 2):
        places = frozenset((one.claim.place, other.claim.place))
        if one.claim.kind == other.claim.kind and len(places) == 2 and places not in seen:
            seen.add(places)
            together = one.claim.sentence == other.claim.sentence
            if one.claim.place.cell == other.claim.place.cell or (
                together and COMPARES.search(one.claim.sentence)
            ):
                yield one, other


def _of_cells(one: Range, other: Range) -> str:
    cells = list(dict.fromkeys((one.claim.place.cell, other.claim.place.cell)))
    if len(cells) == 1:
        return f"both of the cell {cells[0]!r}"
    return f"of the cells {cells[0]!r} and {cells[1]!r}"


def _alone(numbers: Sequence[Range], printed: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield each count and percentage that is far from what most seeds give.

    What is a little more or less with each seed is no news to anybody, unless it says which of
    several is the best.
    """
    for number in numbers:
        claim, shown = number.claim, _shown(number)
        percent, measured = claim.kind
        if (measured and not percent) or "e" in claim.value:
            continue
        line = lines_of(printed[claim.place.cell])[claim.place.line - 1]
        before, _, after = line.partition(claim.printed)
        tells_which = (
            not percent and bool(SUPERLATIVE.search(before)) and not after.startswith(" of ")
        )
        far = max(5, abs(shown) / 20) if percent else 0 if tells_which else abs(shown) / 4
        others = sum(abs(first_value(part) - shown) > far for part in number.here)
        if tells_which or others > len(number.came) / 2:
            says = f"it is {'' if tells_which else 'about '}{number}"
            yield Doubt(claim.line, says, others, len(number.came), claim.sentence)


def _crossed(numbers: Sequence[Range], goals: Sequence[str]) -> Iterator[Doubt]:
    """Yield each number with how often it crosses a goal of its page."""
    for number, goal in itertools.product(numbers, goals):
        if kind_of(goal) == number.claim.kind:
            between, shown = first_value(ran_value(goal)), _shown(number)
            sides = [(first_value(part) - between) * (shown - between) for part in number.here]
            says = f"{number} is {'below' if shown < between else 'above'} {goal}"
            says = f"{says}, by which the page measures"
            crossed = sum(side < 0 for side in sides)
            yield Doubt(number.claim.line, says, crossed, len(number.came), number.claim.sentence)


def _topped(
    numbers: Sequence[Range], printed: Mapping[str, str], observed: Observed
) -> Iterator[Doubt]:
    """Yield each number that a superlative may be about, with how often others are beyond it."""
    for number in numbers:
        claim, lines = number.claim, lines_of(printed[number.claim.place.cell])
        if not SUPERLATIVE.search(without_bounds(claim.sentence)):
            continue
        others = [
            (
                numbers_of(text)[claim.place.number - 1],
                Place(claim.place.cell, line, claim.place.number),
            )
            for line, text in enumerate(lines, start=1)
            if line != claim.place.line and _alike(text, lines[claim.place.line - 1])
        ]
        shown = [first_value(other) for other, _ in others]
        for side, sign in (("greatest", 1), ("least", -1)):
            if len(shown) > 1 and all(sign * _shown(number) > sign * value for value in shown):
                rows = zip(
                    number.came, *(in_runs(*other, observed) for other in others), strict=True
                )
                beyond = sum(_is_beyond(row, sign) for row in rows)
                says = f"{number} is the {side} of the {len(others) + 1} like it"
                says = f"{says} in the cell {claim.place.cell!r}"
                yield Doubt(claim.line, says, beyond, len(number.came), claim.sentence)


def _alike(one: str, other: str) -> bool:
    """Tell whether two lines are rows of one table."""
    return len(numbers_of(one)) == len(numbers_of(other)) and len(one.split()) == len(other.split())


def _is_beyond(row: tuple[str | None, ...], sign: int) -> bool:
    own, *others = (None if part is None else sign * first_value(part) for part in row)
    return own is not None and any(other is not None and other >= own for other in others)


def _shared(numbers: Sequence[Range], printed: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield each part of a whole that is said to be all, none, or on one side of a half."""
    for number in numbers:
        claim = number.claim
        text = lines_of(printed[claim.place.cell])[claim.place.line - 1]
        some, *_ = numbers_of(claim.printed)
        wholes = [found["all"] for found in _SHARE.finditer(text) if found["some"] == some]
        for whole in wholes[:1]:
            half, shown = int(whole) / 2, _shown(number)
            told = f"{number}" if " of " in claim.value else f"{number} of {whole}"
            parts = [first_value(part) for part in number.here]
            if some in ("0", whole) and OF_ALL.search(claim.sentence):
                others = sum(part != shown for part in parts)
                says = f"{told} is said of all, or of none"
                yield Doubt(claim.line, says, others, len(number.came), claim.sentence)
            elif OF_HALF.search(claim.sentence):
                others = sum((part - half) * (shown - half) <= 0 for part in parts)
                says = f"{told} is held against a half"
                others = others if shown != half else 0
                yield Doubt(claim.line, says, others, len(number.came), claim.sentence)


def _shown(number: Range) -> float:
    return first_value(number.claim.printed)
