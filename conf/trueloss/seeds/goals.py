"""Numbers that a text says in words: nine in ten, more than half, before the tenth step."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trueloss.text.number_words import NUMBERS, ORDINALS

_COUNTS = {word: number for word, number in NUMBERS.items() if number} | {
    "a": 1,
    "an": 1,
    "a hundred": 100,
}
_PARTS = {"half": 2, "halve": 2, "quarter": 4} | {
    word: number for word, number in ORDINALS.items() if 2 < number <= 20
}
_COUNT = "|".join(sorted(_COUNTS, key=len, reverse=True))
_ABOVE, _BELOW = r"above|over|more than|beyond|exceeds?", r"below|under|less than|fewer than"
_SIDE = rf"(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<least>at least)|(?P<most>at most))"
_SHARE = re.compile(
    r"(?P<vague>\b(?:about|almost|around|close to|every|nearly|roughly|some)\s+)?"
    rf"(?:\b{_SIDE}\s+)?\b(?:"
    rf"(?P<some>{_COUNT}) (?:in|of|out of)(?: every)? (?P<all>{_COUNT})"
    r"|(?:(?P<times>a|an|one|two|three|four|five|nine) |(?P<alone>(?=half\b)))(?P<part>"
    + "|".join(sorted(_PARTS, key=len, reverse=True))
    + r")(?P<many>s)?(?!-)"
    r"|(?P<half>(?<!at )most(?= of\b)|(?:the )?majority)"
    r")\b(?P<after> \w+)?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:(?P<before>before)|(?P<by>by|until|within)|(?P<after>after)) (?:the|its|their) "
    rf"(?P<ordinal>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|none|not|never|nobody|nothing|neither)\b[^.;:,]*$", re.IGNORECASE)
#: Follow a share, where another word would be what an ordinal counts: a third neuron.
_FOLLOWS = frozenset(("of", "as", "and", "or", "to", "in", "at", "on", "is", "are", "was", "more"))


@dataclass(frozen=True)
class Goal:
    """A number that a text holds others against.

    ``side`` is 1 where they are above it, -1 where below, 0 where they are the same; ``tie`` says
    whether they may reach it. A ``share`` is of a whole, any other number a count.
    """

    said: str
    value: float
    side: int
    tie: bool
    share: bool

    def met(self, value: float) -> bool:
        """Tell whether a number is on the side of the goal that the text says."""
        if abs(value - self.value) < 1e-9:
            return self.tie
        return (value - self.value) * self.side > 0


def goals_of(text: str) -> Iterator[Goal]:
    """Yield the goals that a sentence says in words."""
    for found in _SHARE.finditer(text):
        goal = _share(found, negated=bool(_NEGATED.search(text[: found.start()])))
        if goal and not found["vague"]:
            yield goal
    for found in _ORDINAL.finditer(text):
        word = found["ordinal"].lower()
        value = ORDINALS.get(word) or int(word[:-2])
        side = 1 if found["after"] else -1
        yield Goal(found[0], value, side, bool(found["by"]), share=False)


def _share(found: re.Match[str], *, negated: bool) -> Goal | None:
    value = _value_of(found)
    if value is None:
        return None
    said = found[0].removesuffix(found["after"] or "")
    if found["half"]:
        side, tie = 1, False
    elif found["least"] or found["most"]:
        side, tie = (1 if found["least"] else -1), True
    else:
        side = bool(found["above"]) - bool(found["below"])
        tie = not side
    if negated and side:
        side, tie = -side, not tie
    return None if negated and not side else Goal(said, value, side, tie, share=True)


def _value_of(found: re.Match[str]) -> float | None:
    """Return the share that words say; ``None`` where they say which one of several it is."""
    if found["half"]:
        return 0.5
    if found["some"]:
        value = _COUNTS[found["some"].lower()] / _COUNTS[found["all"].lower()]
        return value if value < 1 else None
    part = found["part"].lower()
    after = (found["after"] or "").strip().lower()
    if not (found["many"] or part == "half") and after and after not in _FOLLOWS:
        return None
    return _COUNTS[(found["times"] or "one").lower()] / _PARTS[part]
