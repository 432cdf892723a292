"""What the text of a page says with the numbers of its cells: each alone, and two beside another.

Two numbers of one cell that stand in one paragraph, list or table are told beside each other, and
a reader compares them.
"""

import itertools
import operator
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trueloss.pages.ran_numbers import ROLE, RanNumber, read_ran
from trueloss.seeds.places import lines_of, numbers_of, same_numbers
from trueloss.truth.number_places import led_to
from trueloss.truth.prose_numbers import ran_value

#: Words by which a text limits itself to what was drawn here.
ONE_RUN = re.compile(
    r"\b(?:this|these|one|single)\s+(?:[\w/]+\s+)?"
    r"(?:draws?|divisions?|orders?|runs?|seeds?|splits?|starts?)\b"
    r"|\b(?:changes?|depends?|differs?|var(?:y|ies))\s+(?:on|with|from)\s+(?:\w+\s+)?"
    r"(?:draw|order|run|seed|split|start)\b",
    re.IGNORECASE,
)
#: A number that a page measures others by: a goal above 90%, a score below 0.5.
_THRESHOLD = re.compile(
    r"\b(?:above|at least|at most|below|less than|more than|over|under)\s+(?P<number>\d[\d.,]*%?)"
)
_FENCE = re.compile(r"\s*(?::{3,}|`{3,})")
#: The end of a sentence, of an item, of a row.
_STOP = re.compile(r"[.!?]['\")]*\s|\n\s*(?=[-*+|]|\d+[.)]\s)")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s|\s")


@dataclass(frozen=True)
class Place:
    """Where a number stands in an output: the line and the place in it, both from 1.

    Of a value with several numbers, such as 17 of 20, it is the place of the first.
    """

    cell: str
    line: int
    number: int


@dataclass(frozen=True)
class Claim:
    """A number in prose, the line of its page, and where in the output of its cell it stands.

    ``role`` is all that the role holds, ``sentence`` what the number is said in.
    """

    line: int
    role: str
    sentence: str
    value: str
    place: Place

    @property
    def printed(self) -> str:
        """The number as its cell printed it."""
        return ran_value(self.value)

    @property
    def kind(self) -> tuple[bool, bool]:
        """Tell percentages from other numbers, and counts from measures."""
        return kind_of(self.value)


@dataclass(frozen=True)
class Block:
    """A paragraph, a list or a table with its first line, and whether it tells of one run.

    ``lead`` is the fence that opens above it, or else the block before it. ``code`` is true of
    what stands between backticks.
    """

    line: int
    text: str
    one_run: bool
    lead: str = ""
    code: bool = False


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a page; a list is one, even with blank lines between items.

    A block also tells of one run where the one before it, which leads to it, says so.
    """
    before, all_lines = "", text.split("\n")
    inside = list(itertools.accumulate(map(_is_backticks, all_lines), operator.xor))
    for start, lines in _merged(list(_raw(all_lines))):
        block, above = "\n".join(lines), all_lines[start - 2] if start > 1 else ""
        lead = above if _FENCE.match(above) else before
        one_run = bool(ONE_RUN.search(f"{before}\n{block}"))
        yield Block(start, block, one_run, lead, inside[start - 1])
        before = block


def _is_backticks(line: str) -> bool:
    return line.lstrip().startswith("```")


def sentences(block: Block) -> Iterator[tuple[int, str]]:
    """Yield the sentences, the items or the rows of a block, each with its first line."""
    start = 0
    for end in (*(found.end() for found in _STOP.finditer(block.text)), len(block.text)):
        yield block.line + block.text.count("\n", 0, start), block.text[start:end]
        start = end


def _raw(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between blank lines and fences."""
    held: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip() and not _FENCE.match(line):
            held.append(line)
        elif held:
            yield number - len(held), held
            held = []
        if _FENCE.match(line):
            yield number, []


def _merged(raw: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    start, held = 0, list[str]()
    for number, lines in raw:
        if held and lines and _ITEM.match(held[0]) and _ITEM.match(lines[0]):
            held += [*[""] * (number - start - len(held)), *lines]
            continue
        if held:
            yield start, held
        start, held = number, list(lines)
    if held:
        yield start, held


def kind_of(value: str) -> tuple[bool, bool]:
    """Tell percentages from other numbers, and counts from measures."""
    percent = value.endswith("%")
    return percent, percent or "." in value


def thresholds(text: str) -> list[str]:
    """Return the thresholds in a text, as it writes them."""
    found = (match["number"].rstrip(".,") for match in _THRESHOLD.finditer(text))
    return list(dict.fromkeys(found))


def claims_of(block: Block, printed: Mapping[str, str]) -> list[Claim]:
    """Return the numbers of a block that cells printed; ``printed`` is by the cells' labels."""
    found: list[Claim] = []
    for role in ROLE.finditer(block.text):
        number, before = read_ran(role["text"]), block.text[: role.start()]
        label = number.label or ""
        if label not in printed:
            continue
        output, taken = printed[label], {claim.place for claim in found}
        place = _tied(number, output) or place_of(number.value, label, output, before, taken)
        if place is not None:
            line = block.line + before.count("\n")
            sentence = _sentence(block.text, *role.span())
            found.append(Claim(line, number.text, sentence, number.value, place))
    return found


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence, the item or the row of a table, around a part of a text."""
    begins = max((found.end() for found in _STOP.finditer(text, 0, start)), default=0)
    ends = _STOP.search(text, end)
    return text[begins : ends.end() if ends else len(text)]


def _tied(number: RanNumber, printed: str) -> Place | None:
    """Return where a number stands to which its author's words lead."""
    value = ran_value(number.value)
    found = next((each for each in led_to(printed, number.words) if each.holds(value)), None)
    if found is None:
        return None
    line = len(lines_of("\n".join(printed.splitlines()[: found.row])))
    return Place(str(number.label), line, len(numbers_of(found.line[: found.start])) + 1)


def place_of(
    value: str, label: str, printed: str, said: str, taken: Collection[Place] = ()
) -> Place | None:
    """Return where a number stands in the output of its cell.

    If several lines have it, take the one that shares most words with what is ``said`` since the
    number before it, and then on its own line of the page and the one above, rather one that is
    not ``taken``.
    """
    said_number = ran_value(value)
    wanted = numbers_of(said_number)
    places = [
        (number, place, line)
        for number, line in enumerate(lines_of(printed), start=1)
        for place in _places(wanted, numbers_of(line))
        # Of 17 of 20, the words too.
        if len(wanted) == 1 or said_number in line
    ]
    if not places:
        return None
    near, above = _words(said.rpartition("`")[2]), _words("\n".join(said.split("\n")[-2:]))
    number, place, _ = max(
        places,
        key=lambda each: (
            *_shared(each[2], near, above),
            Place(label, *each[:2]) not in taken,
        ),
    )
    return Place(label, number, place)


def _places(wanted: list[str], numbers: list[str]) -> list[int]:
    """Return where numbers begin among others, from 1."""
    long = len(wanted)
    starts = range(len(numbers)) if wanted else ()
    return [start + 1 for start in starts if same_numbers(wanted, numbers[start : start + long])]


def _shared(line: str, *said: set[str]) -> list[int]:
    return [len(words & _words(line)) for words in said]


def _words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Za-z]\w+|\d[\d.]*", text)}
