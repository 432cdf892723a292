"""Claims that a number is above, below or at a goal that the text says in words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from trueloss.seeds.cited import cell_above, stem_of, without_options
from trueloss.seeds.claims import Block, Place, sentences
from trueloss.seeds.findings import Doubt, Range, first_value, in_runs
from trueloss.seeds.goals import Goal, goals_of
from trueloss.seeds.observed import Observed
from trueloss.seeds.places import lines_of, numbers_of

#: What a number is in a text here, and what it is in each run.
Values = tuple[float, list[float]]

_PART = re.compile(r"(?P<some>\d+) of (?:the )?(?P<all>\d+)(?: (?P<noun>[a-z]+))?")
_QUANTITY = re.compile(
    r"\b(?:(?P<most>(?<!the )(?<!at )most|the majority of)|(?P<all>all|every|each)|(?P<none>no))"
    r"(?: of)?(?: the| these| those)? (?P<noun>[a-z]+)",
    re.IGNORECASE,
)


def reached(
    text: str,
    block: Block,
    numbers: Sequence[Range],
    printed: Mapping[str, str],
    observed: Observed,
) -> Iterator[Doubt]:
    """Yield what a block holds against a goal in words, with how many seeds it is not so."""
    if "{mistakes}" in block.lead:
        return
    for line, sentence in sentences(block):
        says = without_options(sentence)
        own = [number for number in numbers if number.claim.sentence == sentence]
        for goal in goals_of(says):
            known = [_values(number, goal, own, printed) for number in own or numbers]
            yield from _held_against(goal, line, sentence, [each for each in known if each])
        if not own:
            yield from _counted(text, block, line, sentence, printed, observed)


def _held_against(
    goal: Goal, line: int, sentence: str, known: Sequence[tuple[Range, Values]]
) -> Iterator[Doubt]:
    """Yield the numbers that meet a goal here; of shares the nearest to it."""
    met = [each for each in known if goal.met(each[1][0])]
    apart = [abs(shown - goal.value) for _, (shown, _) in met]
    near = [each for each, by in zip(met, apart, strict=True) if by == min(apart)]
    for number, (_, came) in near if goal.share else met:
        others = sum(not goal.met(value) for value in came)
        says = f"{number} is held against “{goal.said.strip()}”"
        yield Doubt(line, says, others, len(number.came), sentence)


def _values(
    number: Range, goal: Goal, beside: Sequence[Range], printed: Mapping[str, str]
) -> tuple[Range, Values] | None:
    """Return a number as the kind that a goal is; ``None`` where it is of another."""
    percent, measured = number.claim.kind
    shown, came = first_value(number.claim.printed), [first_value(part) for part in number.here]
    if not goal.share:
        return None if measured else (number, (shown, came))
    if percent:
        return number, (shown / 100, [value / 100 for value in came])
    whole = _whole(number, printed)
    if measured:
        return None
    if whole:
        return number, (shown / whole, [value / whole for value in came])
    wholes = [
        other
        for other in beside
        if other.claim.kind == number.claim.kind and first_value(other.claim.printed) > shown
    ]
    if len(wholes) != 1:
        return None
    rows = [
        first_value(part) / first_value(all_of)
        for part, all_of in zip(number.came, wholes[0].came, strict=True)
        if part is not None and all_of is not None and first_value(all_of)
    ]
    return number, (shown / first_value(wholes[0].claim.printed), rows)


def _whole(number: Range, printed: Mapping[str, str]) -> float | None:
    """Return what a number is a part of, where its line says so."""
    line = lines_of(printed[number.claim.place.cell])[number.claim.place.line - 1]
    some, *_ = numbers_of(number.claim.printed)
    wholes = [float(found["all"]) for found in _PART.finditer(line) if found["some"] == some]
    return wholes[0] if wholes else None


def _counted(
    text: str,
    block: Block,
    line: int,
    sentence: str,
    printed: Mapping[str, str],
    observed: Observed,
) -> Iterator[Doubt]:
    """Yield a quantity without a number, against the line that counts the same things."""
    label = cell_above(text, block)
    if label is None or label not in printed:
        return
    for said in _QUANTITY.finditer(without_options(sentence)):
        goal = _quantity(said)
        for at, row in enumerate(lines_of(printed[label]), start=1):
            for part in _PART.finditer(row):
                if stem_of(part["noun"] or "") != stem_of(said["noun"].lower()):
                    continue
                place = Place(label, at, len(numbers_of(row[: part.start()])) + 1)
                whole = float(part["all"])
                came = [each for each in in_runs(part["some"], place, observed) if each is not None]
                if whole and goal.met(float(part["some"]) / whole):
                    others = sum(not goal.met(first_value(each) / whole) for each in came)
                    says = f"“{said[0]}” is held against {row!r} of the cell {label!r}"
                    yield Doubt(line, says, others, observed.runs, sentence)


def _quantity(said: re.Match[str]) -> Goal:
    if said["most"]:
        return Goal(said[0], 0.5, 1, tie=False, share=True)
    return Goal(said[0], 0 if said["none"] else 1, 0, tie=True, share=True)
