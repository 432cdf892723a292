"""What a whole lesson has: the numbers are the course's, and a lesson may leave parts out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.text.nearest import instead

#: What the title of a recap begins with.
RECAP = "recap"
#: What a course can ask of a lesson, and what its author is told to do.
PARTS = {
    "cards": "write more on its Recall page, for what a reader should know by heart",
    "minutes": "shorten its first page, or move what is longer to another",
    "pictures": "draw one on its first page, from a run of its own",
    "recaps": "end its first page with a section called Recap",
    "tasks": "write more, each with a program that has gaps",
}
_LINE = 1


def left_out_diagnostics(given: Any, known: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with what a page says that its lesson leaves out."""
    if not isinstance(given, Mapping):
        message = f"leaves_out is {given!r}; write leaves_out: {{cards: the reason}}"
        yield Diagnostic("front-matter", _LINE, message)
        return
    for name, reason in given.items():
        if name not in known:
            message = f"leaves_out names {name!r}, which no lesson has; {instead(name, known, '')}"
            yield Diagnostic("front-matter", _LINE, message)
        elif not isinstance(reason, str) or not reason.strip():
            message = f"leaves_out gives no reason for {name}; write one, for the course map"
            yield Diagnostic("front-matter", _LINE, message)


def whole_diagnostics(
    has: Mapping[str, int],
    asked: Mapping[str, int],
    missing: Iterable[str],
    left_out: Mapping[str, str],
) -> Iterator[Diagnostic]:
    """Yield what a lesson lacks: pages that are ``missing``, and less than the course asks for.

    What it leaves out it need not have.
    """
    pages = [page for page in missing if page not in left_out]
    if pages:
        names = ", ".join(f"{page}.md" for page in pages)
        yield _lacks(f"this lesson has no {names}; write what is missing", pages[0])
    for part, number in asked.items():
        found = has.get(part, 0)
        wrong, bound = (
            (found > number, "at most") if part == "minutes" else (found < number, "at least")
        )
        if wrong and part not in left_out:
            said = f"this lesson has {part}: {found}, and a whole one {bound} {number}"
            yield _lacks(f"{said}; {PARTS[part]}", part)


def _lacks(problem: str, part: str) -> Diagnostic:
    advice = f"or say why not in the front matter: leaves_out: {{{part}: the reason}}"
    return Diagnostic("lesson-whole", _LINE, f"{problem}, {advice}")
