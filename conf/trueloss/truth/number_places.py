"""Where the numbers of an output stand, and the words that lead to them.

A number has a way to it: the words of the less indented lines above its line, and those of its
line before it. An author writes some of them in their order, and means the next number after them:
in ``SGD: mean 0.5, worst 0.7`` the words ``SGD worst`` lead to 0.7, and so does ``SGD #2``. Words
that head its column, or follow it in its line, may come last. Where a sentence holds all that
names a number, nobody has to write any.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import shorten

from trueloss.text.counting import counted
from trueloss.text.numerals import MINUS, PRINTED, value_of

_TOKEN = re.compile(rf"(?P<number>{PRINTED.pattern})|\w[\w.'-]*", PRINTED.flags)
_COUNTED = re.compile(r"#(\d+)")
#: What parts the columns of a table.
_GAP = re.compile(r"\s{2,}")
#: How many words an offer has at most, and from how many it takes them.
_LONGEST, _TELLING = 4, 10
#: Words that name nothing.
_EMPTY = re.compile(
    "an?|and|are|as|at|by|for|from|has|in|is|its?|of|on|or|that|the|their|this|to|was|with"
)


@dataclass(frozen=True)
class Token:
    """A word or number of a line as it is ``shown``, folded as ``text``, and where it stands."""

    shown: str
    text: str
    start: int
    end: int
    is_number: bool


@dataclass(frozen=True)
class Place:
    """A number in an output, its ``line``, which is the ``row``-th of it, and the way to it.

    ``starts`` are the places on the way where a line begins, and ``own`` those of the tokens that
    name its line or stand between the number before and it; a number that names a line, or comes
    right after another one, has no ``name``. ``column`` heads its column, ``after`` is what follows
    it in its line, and ``label`` names the line.
    """

    value: str
    row: int
    line: str
    start: int
    way: tuple[Token, ...]
    starts: tuple[int, ...]
    own: tuple[int, ...]
    column: tuple[Token, ...]
    after: tuple[Token, ...]
    label: tuple[str, ...]
    is_named: bool

    @property
    def written(self) -> str:
        """The number with the percent sign that was printed after it."""
        after = self.line[self.start + len(self.value) :]
        return self.value + "%" if after.lstrip(" ").startswith("%") else self.value

    @property
    def name(self) -> frozenset[str]:
        """All words and numbers that name this number and its line."""
        return _telling_words([*(self.way[place] for place in self.own), *self.column])

    @property
    def described(self) -> frozenset[str]:
        """All that may tell this number from others."""
        return _telling_words([*self.way, *self.column, *self.after])

    def holds(self, value: str) -> bool:
        """Return whether a value, as its cell has to have printed it, stands here."""
        number = PRINTED.search(value)
        if number is None or number[0] == value:
            return self.value == value
        return self.line.startswith(value, max(0, self.start - number.start()))

    def fits(self, words: Sequence[str], starts: Iterable[int], *, behind: bool) -> bool:
        """Return whether the words lead here from one of the starts of a line.

        The last of them may stand ``behind`` the number, or else above it at most.
        """
        counted = _COUNTED.fullmatch(words[-1])
        path, count = (words[:-1], int(counted[1])) if counted else (words, 1)
        ends = (self._walk(path, start, behind=behind) for start in starts)
        return any(end is not None and self._is_next(end, count) for end in ends)

    def is_after(self, words: Sequence[str]) -> bool:
        """Return whether the words hold all that names its line, which it is no part of."""
        label, size = [*self.label], len(self.label)
        before = [token.text for token in self.way[self.starts[-1] :]][:size]
        held = ([*words[place : place + size]] for place in range(len(words)))
        return before == label and label in held

    def _walk(self, words: Sequence[str], start: int, *, behind: bool = True) -> int | None:
        """Return the place on the way after the words, -1 where they name its column."""
        way = [token.text for token in self.way[start:]]
        if way and way[:1] != [*words[:1]]:
            return None
        place = 0
        for number, word in enumerate(words):
            if word not in way[place:]:
                heads = {token.text for token in self.column}
                left = {*words[number:]} - {token.text for token in self.after if behind}
                if not left <= heads:
                    return None
                return -1 if left else start + place
            place = way.index(word, place) + 1
        return start + place

    def _is_next(self, end: int, count: int) -> bool:
        return end < 0 or sum(token.is_number for token in self.way[end:]) == count - 1

    def paths(self) -> Iterator[str]:
        """Yield what may lead here, as it is shown: few words first, and those near the number.

        Only where no words suffice, the numbers between them and this one are counted, or those
        beside it named.
        """
        ways = ((False, False), (True, False), (False, True))
        for (counts, numbers), length in itertools.product(ways, range(_LONGEST)):
            for start in reversed(self.starts):
                for rest in itertools.combinations(self._telling(start, numbers=numbers), length):
                    words = self._in_order(start, rest)
                    end = self._walk([token.text for token in words], start)
                    shown = [token.shown for token in words]
                    if not counts:
                        yield " ".join(shown)
                    elif end is not None and end >= 0:
                        count = 1 + sum(token.is_number for token in self.way[end:])
                        yield " ".join([*shown, f"#{count}"])

    def _telling(self, start: int, *, numbers: bool) -> list[Token]:
        own = [self.way[place] for place in self.own if place > start]
        above = self.starts[-1]
        words = [
            token
            for place, token in enumerate(self.way)
            if place > start and (numbers or place < above or not token.is_number)
        ]
        after = [token for token in self.after if numbers or not token.is_number]
        told = dict.fromkeys([*self.column, *reversed(own), *reversed(words), *after])
        return sorted(told, key=lambda token: bool(_EMPTY.fullmatch(token.text)))[:_TELLING]

    def _in_order(self, start: int, rest: Sequence[Token]) -> list[Token]:
        way = self.way[start + 1 :]
        on_the_way = [token for token in way if token in rest]
        others = [token for token in rest if token not in way]
        return [*self.way[start : start + 1], *on_the_way, *others]


def _telling_words(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.text for token in tokens if not _EMPTY.fullmatch(token.text))


def tokens_of(text: str) -> Iterator[Token]:
    """Yield the words and numbers of a text."""
    for found in _TOKEN.finditer(text):
        shown = found[0].rstrip(".'-")
        folded = shown.replace(MINUS, "-").lower()
        if not found["number"]:
            folded = folded.removesuffix("'s")
            folded = folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded
        yield Token(shown, folded, found.start(), found.end(), bool(found["number"]))


@lru_cache(maxsize=512)
def places_in(printed: str) -> tuple[Place, ...]:
    """Return every number of an output, in order."""
    return tuple(_places(printed.replace(MINUS, "-").expandtabs().splitlines()))


def led_to(printed: str, path: str) -> list[Place]:
    """Return the numbers to which words lead from the beginning of a line, or from anywhere.

    A line that has no other words before the number is preferred: ``SGD`` is not ``SGD, momentum``.
    """
    counted = [found[0] for found in _COUNTED.finditer(path)]
    words = [token.text for token in tokens_of(_COUNTED.sub("", path))] + counted[-1:]
    places = places_in(printed) if words else ()
    for behind, anywhere in ((False, False), (True, False), (False, True), (True, True)):
        found = [
            place
            for place in places
            if place.fits(words, range(len(place.way)) if anywhere else place.starts, behind=behind)
        ]
        if found:
            return [place for place in found if place.is_after(words)] or found
    return []


def path_to(printed: str, value: str, said: str) -> str | None:
    """Return the fewest words that lead to a value alone.

    Where it stands in several places, it is the one that shares most words with what is ``said``.
    """
    words = {token.text for token in tokens_of(said)}
    standing = [place for place in places_in(printed) if place.holds(value)]
    for place in sorted(standing, key=lambda place: -len(words & place.described)):
        for path in place.paths():
            found = led_to(printed, path)
            if found and all(other.holds(value) for other in found):
                return path
    return None


def named_in(printed: str, said: str) -> list[Place]:
    """Return the numbers that a sentence names in full; of several, those with longest names."""
    words = {token.text for token in tokens_of(said)}
    places = [place for place in places_in(printed) if place.is_named]
    shared = frozenset.intersection(*(place.name for place in places)) if places else frozenset()
    named = [place for place in places if shared < place.name <= words | shared]
    longest = max((len(place.name) for place in named), default=0)
    return [place for place in named if len(place.name) == longest]


def in_lines(places: Sequence[Place], *, values: bool = False) -> str:
    """Return the lines of some numbers in words, each with its number if asked for."""
    said = dict.fromkeys(
        f"{place.value} in " * values + repr(shorten(place.line, 60, placeholder=" ..."))
        for place in places
    )
    first, *more = said
    left = f" and {counted(len(more), 'other')}" if more else ""
    return f"the line {first}{left}" if not values else f"{first}{left}"


def _places(lines: Sequence[str]) -> Iterator[Place]:
    above: list[tuple[int, tuple[Token, ...]]] = []
    header = ""
    for row, line in enumerate(lines, start=1):
        tokens = tuple(tokens_of(line))
        is_row = len(_GAP.split(line.strip())) > 2
        header = (header or (line if _is_header(line) else "")) if is_row else ""
        indent = len(line) - len(line.lstrip())
        above = [outer for outer in above if outer[0] < indent]
        heading = [token for _, outer in above for token in outer]
        lengths = (len(outer) for _, outer in above)
        starts = tuple(itertools.accumulate(lengths, initial=0))
        label, before = _label_end(line, tokens), 0
        for index, token in enumerate(tokens):
            if token.is_number:
                own = (
                    len(heading) + place
                    for place in range(index)
                    if place >= before or tokens[place].end <= label
                )
                column = _column(header, tokens, token) if header != line else ()
                follows = index > before or (index and tokens[index - 1].end <= label)
                yield Place(
                    token.text,
                    row,
                    line,
                    token.start,
                    (*heading, *tokens[:index]),
                    starts,
                    tuple(own),
                    column,
                    tokens[index + 1 :],
                    tuple(other.text for other in tokens if other.end <= label),
                    header != line and token.end > label and bool(column or follows),
                )
                before = index + 1
        if len(tokens) == 1 or any(not token.is_number for token in tokens):
            above.append((indent, tokens))


def _is_header(line: str) -> bool:
    """Return whether the cells of a row are words, or numbers that grow, as those of steps do."""
    _, *cells = _GAP.split(line.strip())
    numbers = [
        value_of(token.text) for cell in cells for token in tokens_of(cell) if token.is_number
    ]
    return len(numbers) != 1 and all(one < other for one, other in itertools.pairwise(numbers))


def _label_end(line: str, tokens: Sequence[Token]) -> int:
    """Return where the words end that name a line: at a colon, a gap, a comma or a number."""
    gap = _GAP.search(line, len(line) - len(line.lstrip()))
    numbers = [token.end for token in tokens if token.is_number] or [0]
    first = numbers[0] if tokens[:1] and tokens[0].is_number else 0
    named = max(first, line.find(":"), gap.start() if gap else 0) or line.find(",")
    return named if named > 0 or len(numbers) == 1 else numbers[0]


def _column(header: str, row: Sequence[Token], number: Token) -> tuple[Token, ...]:
    """Return what heads the column of a number: the cell above it, or its part right above."""
    for cell in re.finditer(r"\S+(?:\s\S+)*", header):
        below = [token for token in row if _overlap(token, *cell.span())]
        if number in below:
            heads = [token for token in tokens_of(header) if _overlap(token, *cell.span())]
            if below == [number]:
                return tuple(heads)
            return tuple(head for head in heads if _overlap(head, number.start, number.end))
    return ()


def _overlap(token: Token, start: int, end: int) -> bool:
    return token.start < end and start < token.end
