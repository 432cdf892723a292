"""What follows from the runs with other seeds: answers that change, and ranges of numbers."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from trueloss.pages.ran_numbers import ROLE, read_ran
from trueloss.seeds.claims import Block, Claim, Place, claims_of
from trueloss.seeds.keys import Key
from trueloss.seeds.observed import NOTHING, Line, Observed
from trueloss.seeds.places import numbers_of, with_numbers
from trueloss.text.numerals import MINUS, value_of
from trueloss.truth.evidence import same_text


@dataclass(frozen=True)
class Held:
    """How often the key of a question came out, and what came out instead, by how often."""

    key: Key
    runs: int
    held: int
    instead: Mapping[str, int]

    @property
    def always(self) -> bool:
        """Whether it came out with all of them."""
        return self.held == self.runs

    @property
    def fails(self) -> bool:
        """Whether the key depends on the seed, and the question does not say so."""
        return not self.always and not self.key.about_one_start

    def none_passes(self, came: str) -> bool:
        """Whether what came instead is that nothing passes the check of a task."""
        return self.key.task and came == NOTHING

    def __str__(self) -> str:
        others = ", ".join(
            f"{'no option passes' if self.none_passes(text) else repr(text)} {count}"
            for text, count in self.instead.items()
        )
        return (
            f"the key {self.key.answer!r} comes out with {self.held} of {self.runs} other seeds; "
            f"instead: {others}"
        )


@dataclass(frozen=True)
class Range:
    """A number in prose, and what stood in its place with each of the seeds, if anything did."""

    claim: Claim
    came: tuple[str | None, ...]

    @property
    def varies(self) -> bool:
        """Whether something else stood there with some of the seeds."""
        return set(self.came) != {self.claim.printed}

    @property
    def here(self) -> list[str]:
        """What stood there, where anything did."""
        return [part for part in self.came if part is not None]

    @property
    def numbers(self) -> list[str]:
        """All that stood there, from the least to the greatest."""
        return sorted(self.here, key=first_value)

    def as_written(self, part: str) -> str:
        """Return what stood there with the signs that the page gives the number."""
        percent = "%" if self.claim.value.endswith("%") else ""
        return part.replace("-", MINUS, int(part.startswith("-"))) + percent

    def __str__(self) -> str:
        numbers = self.numbers
        span = f"{numbers[0]} to {numbers[-1]}" if numbers else "nothing"
        return f"{self.claim.value} (with other seeds: {span})"


@dataclass(frozen=True)
class Doubt:
    """What a page says with a sentence, its line, and with how many other seeds it is not so."""

    line: int
    says: str
    refuted: int
    runs: int
    sentence: str

    def __str__(self) -> str:
        shown = ROLE.sub(lambda role: read_ran(role["text"]).value, self.sentence)
        words = _OPTION.sub("", shown).split()
        quoted = " ".join(words[:_WORDS]) + " ..." * (len(words) > _WORDS)
        return (
            f"“{quoted}”: {self.says}; with {self.refuted} of {self.runs} other seeds it is not so"
        )


#: A line with an option of a directive, whose text may begin right below it.
_OPTION = re.compile(r"^:[\w-]+:.*$", re.MULTILINE)
#: How many words of a sentence are enough to find it.
_WORDS = 8


def held(key: Key, observed: Observed) -> Held:
    """Return how often the key of a question came out."""
    if key.settled_by is None:
        return Held(key, 0, 0, {})
    if key.task:
        came = observed.passes.get(key.settled_by, (key.answer,) * observed.runs)
    else:
        line = observed.line(key.settled_by, key.last)
        came = tuple(_last(line, run, key.answer) for run in range(observed.runs))
    others = Counter(text for text in came if not same_text(text, key.answer))
    return Held(key, len(came), len(came) - others.total(), dict(others.most_common()))


def _last(line: Line | None, run: int, answer: str) -> str:
    return answer if line is None else line.in_run(run) or NOTHING


def ranges(block: Block, printed: Mapping[str, str], observed: Observed) -> list[Range]:
    """Return each printed number of a block, with its values with other seeds."""
    return [
        Range(claim, in_runs(claim.printed, claim.place, observed))
        for claim in claims_of(block, printed)
    ]


def first_value(text: str) -> float:
    """Return the value of the first number; what is none counts as beyond all others."""
    value = value_of(numbers_of(text)[0])
    return math.inf if math.isnan(value) else value


def in_runs(shown: str, place: Place, observed: Observed) -> tuple[str | None, ...]:
    """Return what stood in a place in each run, ``None`` where there was nothing like it."""
    line = observed.line(place.cell, place.line)
    if line is None:
        return (shown,) * observed.runs
    return tuple(_number_in(line, run, shown, place.number) for run in range(observed.runs))


def _number_in(line: Line, run: int, shown: str, number: int) -> str | None:
    text = line.in_run(run)
    if text is None or len(numbers_of(text)) != len(numbers_of(line.shown)):
        return None
    numbers = numbers_of(text)[number - 1 :]
    # A text may leave out the plus that its cell printed.
    plain = numbers if "+" in shown else [each.removeprefix("+") for each in numbers]
    return with_numbers(shown, plain)
