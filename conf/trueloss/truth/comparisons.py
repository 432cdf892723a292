"""What a sentence says of two numbers that programs printed: that one is more, or less.

Only what stands close together is decided: ``falls from 3 to 1``, ``smaller, 1 against 3``, and ``1
is less than 3``. The largest, the first, and what is always or twice so are of numbers that the
sentence as a rule does not name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.ran_numbers import ROLE, RanNumber, read_ran
from trueloss.text.numerals import value_of
from trueloss.truth.prose_numbers import ran_value

#: Stands for a number of a role.
_NUMBER = "\N{OBJECT REPLACEMENT CHARACTER}"
#: Words for what grows, with those for what shrinks.
_MOVES = (("rises", "falls"), ("rise", "fall"), ("rose", "fell"), ("grows", "shrinks"),
          ("risen", "fallen"), ("grew", "shrank"), ("grow", "shrink"), ("increases", "decreases"),
          ("climbs", "drops"), ("up", "down"))  # fmt: skip
_COMPARES = (("more", "less"), ("larger", "smaller"), ("greater", "lesser"), ("higher", "lower"),
             ("longer", "shorter"), ("farther", "closer"), ("better", "worse"),
             ("above", "below"))  # fmt: skip
_UNDECIDED = (("largest", "smallest"), ("highest", "lowest"), ("most", "least"), ("best", "worst"),
              ("longest", "shortest"), ("first", "last"), ("always", "never"), ("twice", "half"),
              ("all", "none"))  # fmt: skip
_PAIRS = (*_MOVES, *_COMPARES, *_UNDECIDED)
#: What each word turns into.
TURNED = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_WORD = re.compile(rf"\b(?:{'|'.join(TURNED)})\b", re.IGNORECASE)
_UP = {up for up, _ in _PAIRS}
_MOVING, _COMPARING = ({word for pair in pairs for word in pair} for pairs in (_MOVES, _COMPARES))

_CLAUSE = rf"(?:[^.;:{_NUMBER}]|\.\d)"
_FROM_TO = re.compile(rf"{_CLAUSE}{{0,60}}\bfrom\s{_NUMBER}{_CLAUSE}{{0,40}}\bto\s{_NUMBER}")
_TO, _FROM = re.compile(rf"\sto\s{_NUMBER}"), re.compile(rf"\bfrom\s{_NUMBER}{_CLAUSE}*$")
_AGAINST = re.compile(
    rf"(?:{_CLAUSE}|:){{0,80}}{_NUMBER}\s(?:against|instead of)\s{_CLAUSE}{{0,20}}{_NUMBER}"
)
_THAN = re.compile(rf"{_CLAUSE}{{0,20}}\bthan\b{_CLAUSE}{{0,30}}{_NUMBER}")
_BEFORE = re.compile(rf"{_NUMBER},?\s(?:is|are|was|were)\s{_CLAUSE}{{0,20}}$")
_NEGATED = re.compile(r"\b(?:no|not|never|hardly|without|neither|nor)\W+(?:\w+\W+)?$|n't\W+$")


@dataclass(frozen=True)
class Comparison:
    """A word that compares, where it stands in its sentence, and whether its numbers ``hold``.

    ``holds`` is ``None`` where they do not decide it.
    """

    word: str
    start: int
    values: tuple[str, ...] = ()
    holds: bool | None = None


def comparisons(sentence: str) -> Iterator[Comparison]:
    """Yield the words of a sentence that compare."""
    roles = [read_ran(role["text"]) for role in ROLE.finditer(sentence)]
    masked = ROLE.sub(lambda role: _NUMBER + "\0" * (len(role[0]) - 1), sentence)
    text, places = _without_marks(masked)
    for found in _WORD.finditer(text):
        word, start = found[0], places[found.start()]
        pair = _pair(found, text, roles)
        rising = _rises(found[0].lower(), sentence, roles)
        if not pair or rising is None:
            yield Comparison(word, start)
        else:
            more, less = pair if rising else pair[::-1]
            said = (pair[0].value, pair[1].value)
            yield Comparison(word, start, said, _value(more) > _value(less))


def comparison_diagnostics(numbers: Iterable[RanNumber]) -> Iterator[Diagnostic]:
    """Yield the comparisons of a page that its numbers contradict."""
    sentences = dict.fromkeys((number.line, number.sentence) for number in numbers)
    for line, sentence in sentences:
        for said in comparisons(sentence):
            if said.holds is False:
                one, other = said.values
                message = (
                    f"the sentence says {said.word!r} of {one} and {other}, and it is not so; "
                    f"write {TURNED[said.word.lower()]!r}, or mend the sentence"
                )
                yield Diagnostic("comparison", line, message)


def turned(sentence: str, said: Comparison) -> str:
    """Return a sentence with a word that compares turned round."""
    return (
        sentence[: said.start] + TURNED[said.word.lower()] + sentence[said.start + len(said.word) :]
    )


def _without_marks(masked: str) -> tuple[str, list[int]]:
    """Return a text without emphasis and the rest of roles, and where its characters stood."""
    kept = [place for place, character in enumerate(masked) if character not in "\0*"]
    return "".join(masked[place] for place in kept), kept


def _pair(
    found: re.Match[str], text: str, roles: list[RanNumber]
) -> tuple[RanNumber, RanNumber] | None:
    """Return the two numbers of which the word says that the first is more, or that it is less."""
    before, after, word = text[: found.start()], text[found.end() :], found[0].lower()
    if _NEGATED.search(before):
        return None
    nth = before.count(_NUMBER)
    numbers = [number if _is_number(number) else None for number in roles]
    places: tuple[int, int] | None = None
    if word in _MOVING and _FROM_TO.match(after):
        places = (nth + 1, nth)
    elif word in _MOVING and _TO.match(after) and _FROM.search(before):
        places = (nth, nth - 1)
    elif word in _COMPARING and _AGAINST.match(after):
        places = (nth, nth + 1)
    elif word in _COMPARING and _THAN.match(after) and _BEFORE.search(before):
        places = (nth - 1, nth)
    one, other = (numbers[place] for place in places) if places else (None, None)
    return (one, other) if one and other else None


def _rises(word: str, sentence: str, roles: list[RanNumber]) -> bool | None:
    """Return whether a word says that something is more; what is better, its measure tells."""
    if word not in ("better", "worse"):
        return word in _UP
    if all(number.value.endswith("%") for number in roles):
        return word in _UP
    if re.search(r"\b(?:loss|losses|error|off by)\b", sentence):
        return word not in _UP
    return None


def _is_number(number: RanNumber) -> bool:
    try:
        _value(number)
    except ValueError:
        return False
    return True


def _value(number: RanNumber) -> float:
    return value_of(ran_value(number.value))
