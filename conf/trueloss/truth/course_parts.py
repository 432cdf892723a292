"""The parts of the course as an author lists them, and the rules that hold for the list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.text.nearest import instead
from trueloss.text.slugs import SLUG


@dataclass(frozen=True)
class Item:
    """A lesson of a part: the name of its folder, or the title of one that is to come.

    ``needs`` are the folders of the lessons that a reader should know before.
    """

    line: int
    text: str
    needs: tuple[str, ...] = ()

    @property
    def is_slug(self) -> bool:
        """Whether it is written like the name of a folder."""
        return SLUG.fullmatch(self.text) is not None


@dataclass(frozen=True)
class Part:
    """A part of the course; one without a title holds what stands before the first title."""

    line: int
    title: str
    items: tuple[Item, ...]


def read_parts(lines: Iterable[tuple[int, str]]) -> list[Part]:
    """Return the parts that numbered lines list.

    A line that begins with ``-`` is a lesson of the part above it, with what it needs after a
    colon, as in ``- optimizers: training``; any other is a part's title.
    """
    parts: list[Part] = []
    for number, line in lines:
        text = line.strip()
        if text.startswith("-"):
            part = parts.pop() if parts else Part(number, "", ())
            item = _read_item(number, text.removeprefix("-").strip())
            parts.append(Part(part.line, part.title, (*part.items, item)))
        elif text:
            parts.append(Part(number, text, ()))
    return parts


def _read_item(number: int, text: str) -> Item:
    name, colon, needs = (piece.strip() for piece in text.partition(":"))
    if not colon or not SLUG.fullmatch(name):
        return Item(number, text)
    return Item(number, name, tuple(need.strip() for need in needs.split(",") if need.strip()))


def part_diagnostics(
    line: int, parts: Sequence[Part], lessons: Sequence[str]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the list at ``line``; ``lessons`` are the folders that exist."""
    if not parts:
        message = (
            "the course map lists nothing; write the title of a part, and below it its lessons, "
            "one a line, as in - training"
        )
        yield Diagnostic("course-map", line, message)
    seen: set[str] = set()
    for part in parts:
        if not part.title:
            message = (
                f"{part.items[0].text!r} belongs to no part; write the title of its part on a line "
                "above it"
            )
            yield Diagnostic("course-map", part.line, message)
        for item in part.items:
            if item.text in seen:
                yield Diagnostic(
                    "course-map", item.line, f"{item.text!r} is listed twice; remove one"
                )
            elif item.is_slug and item.text not in lessons:
                known = instead(item.text, lessons, f"make it with `nox -s new -- {item.text}`")
                message = (
                    f"there is no lesson {item.text!r}; {known}; for one yet to be written, give "
                    "its title, beginning with a capital letter"
                )
                yield Diagnostic("course-map", item.line, message)
            yield from _need_diagnostics(item, sorted(seen.intersection(lessons)))
            seen.add(item.text)
    for lesson in lessons:
        if parts and lesson not in seen:
            message = f"the lesson {lesson!r} is in no part; add - {lesson} below a part's title"
            yield Diagnostic("course-map", line, message)


def _need_diagnostics(item: Item, before: Sequence[str]) -> Iterator[Diagnostic]:
    for need in item.needs:
        if need not in before:
            known = instead(need, before, "no lesson stands above it")
            message = (
                f"{item.text!r} needs {need!r}, which is no lesson above it on the map; {known}, "
                "or move what is needed up"
            )
            yield Diagnostic("course-map", item.line, message)
