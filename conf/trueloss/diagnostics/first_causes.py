"""Of all that was found, what an author is told: the first cause of each thing, and each once.

What is found stands on one of five steps: whether a file can be read as it was meant, whether its
code runs, what its sentences and questions say, what was recorded of it, what all of it is
together. A diagnostic follows from one of an earlier step that is about the same thing: the same
file, line, or cell. What a whole page lacks is told at its first line because it has to be told
somewhere: what else stands there is no cause of it.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from trueloss.diagnostics.diagnostic import EVERY_CELL, Diagnostic

_STEPS: tuple[frozenset[str], ...] = (
    frozenset({"encoding", "fence-unclosed", "front-matter", "invalid-syntax"}),
    frozenset(
        {"blank-check", "blank-gap", "blank-nested", "blank-options", "blank-program"}
        | {"blank-size", "cell-nested", "cell-options", "cell-raised", "cell-skipped"}
        | {"cell-timeout", "directive_unknown", "guard", "kernel-died", "load-missing"}
        | {"load-outside", "load-with-body", "memory-limit", "output-limit"}
    ),
    frozenset(),
    frozenset({"stale", "volatile"}),
    frozenset({"challenge-kinds", "example-unloaded", "format", "lesson-settled"})
    | {"practice-level", "practice-size", "test-pool", "test-tier"},
)
_READ, _RUN, _SAID, _RECORDED, _TOGETHER = range(len(_STEPS))
_FENCE = re.compile(r"[\s>*+.\d-]*(?:`{3,}|~{3,}|:{3,})\{")
_OPTION = re.compile(r"\s*:\w")
_NAME = re.compile(r"\s*:(?:label|name):\s*(\S.*?)\s*")


def first_causes(
    found: Iterable[Diagnostic], lines_of: Callable[[str], Sequence[str]]
) -> list[Diagnostic]:
    """Return what follows from nothing else that was found, by file, line and message.

    Several things that one cell breaks a rule with are one, with their number. ``lines_of``
    returns the lines of a file.
    """
    once = _without_echoes(sorted(set(found), key=lambda each: each.place))
    causes = [_Cause(each, lines_of) for each in once]
    early = [cause for cause in causes if cause.step < _TOGETHER]
    kept = [each for each in causes if not any(_follows(each, cause) for cause in early)]
    return _counted(each.found for each in kept)


def _without_echoes(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what another tool says again of the same file, at a later line."""
    said = set()
    for each in found:
        text = each.file, each.code, each.message
        if each.of == "trueloss" or each.of == "ruff" or text not in said:
            yield each
        said.add(text)


class _Cause:
    """A diagnostic, the step that it stands on, and the name of the cell or task at its line."""

    def __init__(self, found: Diagnostic, lines_of: Callable[[str], Sequence[str]]) -> None:
        self.found = found
        self.step = _step(found.rule)
        self.lines = lines_of(found.file) if self.step < _SAID else ()
        self.name = _name_at(found.line, self.lines)


def _step(rule: str) -> int:
    return next((step for step, rules in enumerate(_STEPS) if rule in rules), _SAID)


def _name_at(line: int, lines: Sequence[str]) -> str | None:
    """Return the label or name in the options of the directive that a line is in."""
    fences = (
        place for place in range(min(line, len(lines)), 0, -1) if _FENCE.match(lines[place - 1])
    )
    start = next(fences, len(lines))
    options = itertools.takewhile(_OPTION.match, lines[start:])
    return next((found[1] for each in options if (found := _NAME.fullmatch(each))), None)


def _follows(other: _Cause, cause: _Cause) -> bool:
    """Tell whether a diagnostic follows from a cause."""
    one, first = other.found, cause.found
    if one.of == "codespell":
        return first.of != "codespell" and bool(one.about) and one.about in first.message
    if one.file != first.file:
        # A program that no page loads, where the path to it is wrong, or the page cannot be read.
        unread = cause.step == _READ and any(Path(one.file).name in line for line in cause.lines)
        named = first.about == one.file and (other.step == _TOGETHER or one.rule in _STEPS[_READ])
        return named or (unread and one.rule == "example-unloaded")
    if cause.step >= other.step:
        return False
    same_cell = one.about in (EVERY_CELL, cause.name) and cause.step == _RUN
    same_line = one.line == first.line and other.step != _TOGETHER and cause.step != _RECORDED
    return cause.step == _READ or same_cell or same_line or _of_its_parts(other, cause)


def _of_its_parts(other: _Cause, cause: _Cause) -> bool:
    """Tell whether what a page lacks may be what a question of it has wrong."""
    of_question = cause.found.rule.startswith(("question-", "blank-", "fence-"))
    return other.step == _TOGETHER and of_question and other.found.rule != "format"


def _counted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Make one of all things that one cell breaks a rule of its record with."""
    by_place = defaultdict[tuple[str, int, str], list[Diagnostic]](list)
    for each in found:
        of_cell = each.about and each.rule in _STEPS[_RECORDED]
        alone = each.about if of_cell else each.message
        by_place[each.file, each.line, each.rule + alone].append(each)
    return [
        replace(first, message=f"{first.message}; and {len(more)} more of this cell")
        if more
        else first
        for first, *more in by_place.values()
    ]
