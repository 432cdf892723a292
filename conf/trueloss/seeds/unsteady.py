"""What of an output is another with some seeds: an order, a word, a sign, a small count."""

import itertools
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from trueloss.seeds.cited import own_words, stems_of
from trueloss.seeds.columns import columns_of, rows_of
from trueloss.seeds.findings import first_value
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.places import lines_of, numbers_of
from trueloss.seeds.replaced import FEW, gone_from

#: Up to here a count is told as a word, or is what an "only" or a "once" is about.
_SMALL = 3


ORDER = "another order"
#: Name a place in lines that have no words.
_PLACES = frozenset(("column", "diagonal", "line", "row"))


@dataclass(frozen=True)
class Unsteady:
    """Lines of a cell as they are shown, the same in a run where it differs, and what differs.

    ``named`` are the words that a sentence has where it tells of this: of two lines those that
    only one of them has.
    """

    what: str
    shown: str
    instead: str
    count: int
    named: tuple[frozenset[str], ...]

    def is_told_by(self, said: Set[str]) -> bool:
        """Tell whether a sentence of some words is about this."""
        named = self.named or (_PLACES & said,)
        return any(own and own <= said for own in named) or (
            len(named) > 1 and all(own & said for own in named)
        )


def unsteady(label: str, printed: str, observed: Observed) -> Iterator[Unsteady]:
    """Yield what is another with three or more of ten seeds."""
    lines = lines_of(printed)
    few = FEW * observed.runs
    found = [*_orders(label, lines, observed)]
    for line in observed.cells.get(label, ()):
        found += _words(line)
        found += _numbers(line)
    yield from (each for each in found if each.count >= few)


def _orders(label: str, lines: Sequence[str], observed: Observed) -> Iterator[Unsteady]:
    for places, row in columns_of(label, lines):
        rows = rows_of(places, lines, observed)
        for one, other in itertools.combinations(range(len(row)), 2):
            here = row[one] - row[other]
            turned = [run for run, each in enumerate(rows) if here * (each[one] - each[other]) < 0]
            if turned and len(rows) == observed.runs:
                at = [places[one].line, places[other].line]
                yield Unsteady(
                    ORDER,
                    "; ".join(lines[number - 1] for number in at),
                    "; ".join(_in_run(label, number, lines, turned[0], observed) for number in at),
                    len(turned),
                    _own([lines[number - 1] for number in at]),
                )


def _own(lines: Sequence[str]) -> tuple[frozenset[str], ...]:
    """Return the words of each of two lines that the other has not."""
    one, other = lines
    return frozenset(own_words(one, [other])), frozenset(own_words(other, [one]))


def _in_run(label: str, number: int, lines: Sequence[str], run: int, observed: Observed) -> str:
    line = observed.line(label, number)
    return lines[number - 1] if line is None else line.in_run(run) or ""


def _words(line: Line) -> Iterator[Unsteady]:
    gone, count = gone_from(line)
    others = [text for text in line.texts if text is not None and not gone & _split(text)]
    if gone and others:
        yield Unsteady("other words", line.shown, others[0], count, (frozenset(gone),))


def _split(text: str) -> set[str]:
    return set(text.lower().split())


def _numbers(line: Line) -> Iterator[Unsteady]:
    """Yield each number whose sign turns, and each small count that is another."""
    runs = range(len(next(iter(line.numbers.values()), line.texts)))
    lines = [line.in_run(run) or "" for run in runs]
    words = frozenset(stems_of(line.shown))
    named = (words,) if words else ()
    for place, part in enumerate(numbers_of(line.shown)):
        shown = first_value(part)
        came = [(text, numbers_of(text)) for text in lines]
        values = [(text, first_value(row[place])) for text, row in came if len(row) > place]
        turned = [text for text, value in values if value * shown < 0]
        others = [text for text, value in values if value != shown]
        if turned:
            yield Unsteady("another sign", line.shown, turned[0], len(turned), named)
        elif others and "." not in part and abs(shown) <= _SMALL:
            yield Unsteady("another count", line.shown, others[0], len(others), named)
