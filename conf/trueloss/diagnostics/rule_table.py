"""The table of rules: every code that a diagnostic of ours bears, from the files in ``rules/``.

A file is a room of rules and reads as the page that readers get: its title, what it is about, and
for each rule a heading with its code, what the rule says, why, and below ``Wrong:`` and ``Right:``
the files of an example. After the language, a fence names the file that it holds, from the root of
a repository, and how the file is kept, where that matters; without a name it is a page. What
stands above the first rule of a room is there for all its examples.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).parent / "rules"
_SIDES = ("Wrong:", "Right:")


@dataclass(frozen=True)
class File:
    """A file of an example: its language, its name if it has one, how it is kept, its text."""

    language: str
    name: str
    kept: str
    text: str


@dataclass(frozen=True)
class Rule:
    """A rule, its reason, and an example of each side of it."""

    code: str
    says: str
    why: str
    wrong: tuple[File, ...]
    right: tuple[File, ...]


@dataclass(frozen=True)
class Room:
    """Rules about one thing, by code, and the files ``given`` to all their examples."""

    title: str
    about: str
    given: tuple[File, ...]
    rules: tuple[Rule, ...]


@cache
def rooms() -> tuple[Room, ...]:
    """Return all rooms by the names of their files."""
    return tuple(_room(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md")))


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by their codes."""
    return {rule.code: rule for room in rooms() for rule in room.rules}


def _room(text: str) -> Room:
    tokens = MarkdownIt().parse(text)
    starts = [place for place, token in enumerate(tokens) if token.type == "heading_open"]
    first, *others = (tokens[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True))
    about = "\n\n".join(_paragraphs(first[3:]))
    return Room(first[1].content, about, _files(first), tuple(map(_rule, others)))


def _rule(tokens: Sequence[Token]) -> Rule:
    sides = [place for place, token in enumerate(tokens) if token.content in _SIDES]
    wrong, right = (place for place in sides if tokens[place].type == "inline")
    says, *why = _paragraphs(tokens[3:wrong])
    return Rule(
        tokens[1].content,
        says,
        "\n\n".join(why),
        _files(tokens[wrong:right]),
        _files(tokens[right:]),
    )


def _paragraphs(tokens: Iterable[Token]) -> Iterator[str]:
    return (
        token.content
        for token in tokens
        if token.type == "inline" and token.level == 1 and token.content not in _SIDES
    )


def _files(tokens: Iterable[Token]) -> tuple[File, ...]:
    return tuple(_file(token) for token in tokens if token.type == "fence")


def _file(fence: Token) -> File:
    language, _, rest = fence.info.partition(" ")
    name, _, kept = rest.partition(" ")
    return File(language, name, kept, fence.content)
