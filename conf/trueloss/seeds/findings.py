"""What follows from the runs with other seeds: answers that change, ranges, orders that turn."""

import itertools
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trueloss.seeds.claims import Block, Claim, Place, blocks, claims_of, kind_of, thresholds
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.places import numbers_of
from trueloss.text.numerals import value_of
from trueloss.truth.evidence import same_text
from trueloss.truth.prose_numbers import ran_value


@dataclass(frozen=True)
class Key:
    """A question with its key, and what settles it: the last line of a cell, or a task's check.

    ``settled_by`` is the label of the cell, or the name of the task; ``None`` where no run does.
    ``last`` is the number of the last line that the cell shows.
    """

    page: str
    line: int
    name: str
    answer: str
    settled_by: str | None
    last: int = 0
    task: bool = False
    about_one_start: bool = False


@dataclass(frozen=True)
class Held:
    """How often the key of a question came out, and what came out instead, by how often."""

    key: Key
    runs: int
    held: int
    instead: Mapping[str, int]

    @property
    def fails(self) -> bool:
        """Whether the key depends on the seed, and the question does not say so."""
        return self.held < self.runs and not self.key.about_one_start

    def __str__(self) -> str:
        others = ", ".join(f"{text!r} {count}" for text, count in self.instead.items())
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
    def numbers(self) -> list[str]:
        """All that stood there, from the least to the greatest."""
        return sorted((part for part in self.came if part is not None), key=_value)

    def __str__(self) -> str:
        numbers = self.numbers
        span = f"{numbers[0]} to {numbers[-1]}" if numbers else "nothing"
        return f"{self.claim.value} ({span})"


@dataclass(frozen=True)
class Turned:
    """Two numbers side by side, the lesser first, and how many seeds reverse them."""

    less: Range
    more: Range
    turned: int

    def __str__(self) -> str:
        return (
            f"{self.less} is the lesser and {self.more} the greater here, both of the cell "
            f"{self.less.claim.place.cell!r}; with {self.turned} of {len(self.less.came)} other "
            "seeds it is the other way round"
        )


@dataclass(frozen=True)
class Crossed:
    """A number that some seeds put on the other side of a threshold in the text."""

    number: Range
    threshold: str
    crossed: int

    def __str__(self) -> str:
        return (
            f"{self.number} is {self._side()} {self.threshold}, by which the page measures; with "
            f"{self.crossed} of {len(self.number.came)} other seeds it is not"
        )

    def _side(self) -> str:
        shown = _value(self.number.claim.printed)
        return "below" if shown < _value(ran_value(self.threshold)) else "above"


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
    return answer if line is None else line.in_run(run) or "nothing"


def ranges(block: Block, printed: Mapping[str, str], observed: Observed) -> list[Range]:
    """Return each printed number of a block, with its values with other seeds."""
    return [Range(claim, _in_runs(claim, observed)) for claim in claims_of(block, printed)]


def turned(text: str, printed: Mapping[str, str], observed: Observed) -> Iterator[Turned]:
    """Yield side-by-side numbers whose order turns, unless the text tells of one run."""
    for block in blocks(text):
        if not block.one_run:
            for one, other in pairs(ranges(block, printed, observed)):
                found = _turned(one, other)
                if found.turned:
                    yield found


def crossed(text: str, printed: Mapping[str, str], observed: Observed) -> Iterator[Crossed]:
    """Yield each number that crosses a threshold, unless the text tells of one run."""
    measures = thresholds(text)
    for block in blocks(text):
        for each in [] if block.one_run else ranges(block, printed, observed):
            for threshold in measures:
                if kind_of(threshold) == each.claim.kind:
                    there = sum(_crosses(part, each.claim.printed, threshold) for part in each.came)
                    if there:
                        yield Crossed(each, threshold, there)


def _crosses(part: str | None, shown: str, threshold: str) -> bool:
    """Return whether a threshold lies between two numbers."""
    between = _value(ran_value(threshold))
    return part is not None and (_value(part) - between) * (_value(shown) - between) < 0


def pairs(numbers: Sequence[Range]) -> Iterator[tuple[Range, Range]]:
    """Yield every two numbers of one kind that one cell printed in two places."""
    seen: set[frozenset[Place]] = set()
    for one, other in itertools.combinations(numbers, 2):
        places = frozenset((one.claim.place, other.claim.place))
        if (
            one.claim.place.cell == other.claim.place.cell
            and one.claim.kind == other.claim.kind
            and len(places) == 2
            and places not in seen
        ):
            seen.add(places)
            yield one, other


def _turned(one: Range, other: Range) -> Turned:
    less, more = sorted((one, other), key=lambda each: _value(each.claim.printed))
    if _value(less.claim.printed) == _value(more.claim.printed):
        return Turned(less, more, 0)
    rows = zip(less.came, more.came, strict=True)
    both = [(left, right) for left, right in rows if left is not None and right is not None]
    return Turned(less, more, sum(_value(left) > _value(right) for left, right in both))


def _value(text: str) -> float:
    """Return the value of a number; what is none counts as beyond all others."""
    value = value_of(text)
    return math.inf if math.isnan(value) else value


def _in_runs(claim: Claim, observed: Observed) -> tuple[str | None, ...]:
    """Return what stood in the place of a number in each run, ``None`` where there was none."""
    place = claim.place
    line = observed.line(place.cell, place.line)
    if line is None:
        return (claim.printed,) * observed.runs
    return tuple(_number_in(line, run, place) for run in range(observed.runs))


def _number_in(line: Line, run: int, place: Place) -> str | None:
    text = line.in_run(run)
    if text is None or len(numbers_of(text)) != len(numbers_of(line.shown)):
        return None
    return numbers_of(text)[place.number - 1]
