"""A fill-in-the-blank task as data, and the rules it has to keep.

The build has run every combination of its options. A task holds where exactly the combinations
that are marked right pass its check.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.blanks import Blank
from trueloss.pages.questions import Asked
from trueloss.pages.tries import Outcome, Tried
from trueloss.text.digests import digest_of
from trueloss.truth.question_rules import common_rules

KIND = "blank"

Combination = tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Task(Asked):
    """A task with the program and the options of its ``blank``."""

    blank: Blank

    @property
    def answer(self) -> str:
        """The code that is right in each gap, gap by gap."""
        return ", ".join(self.blank.codes(self.blank.right))

    @property
    def options(self) -> int:
        """How many options there are, over all gaps."""
        return sum(len(gap.choices) for gap in self.blank.gaps)

    @property
    def key(self) -> str:
        """The key of a reader's answer; it changes with the task."""
        blank = self.blank
        gaps = [[[each.code, each.right] for each in gap.choices] for gap in blank.gaps]
        asked = [KIND, self.level, self.title, blank.program, blank.check, gaps]
        return f"{self.name}@{digest_of(asked)}"


def form_diagnostics(task: Task) -> Iterator[Diagnostic]:
    """Yield what is wrong with a task whatever its programs do."""
    for rule, message in common_rules("task", task):
        yield Diagnostic(rule, task.line, message)


def verdict_diagnostics(blank: Blank, tried: Tried, seconds: float) -> Iterator[Diagnostic]:
    """Yield what is wrong between the marks of a task and what its programs did.

    ``seconds`` is the time limit of each program.
    """
    outcomes = tried.of(blank)
    hung = [places for places, outcome in outcomes.items() if outcome.hung]
    yield from _hanging(blank, hung, seconds)
    if blank.right in hung:
        return
    marked = set(itertools.product(*(gap.marked for gap in blank.gaps)))
    passing = [places for places, outcome in outcomes.items() if outcome.passed]
    if not passing:
        message = (
            f"no {'combination' if len(blank.gaps) > 1 else 'option'} passes the check "
            f"{blank.check}; the one marked right, {_shown(blank, blank.right)}, "
            f"{_ended(outcomes[blank.right])}"
        )
        yield Diagnostic("blank-check", blank.line, message)
        return
    yield from _unmarked(blank, [places for places in passing if places not in marked])
    for places in sorted(marked - set(passing) - set(hung)):
        message = (
            f"{_shown(blank, places)} is marked right and does not pass the check {blank.check}: "
            f"it {_ended(outcomes[places])}"
        )
        yield Diagnostic("blank-mark", blank.line, message)
    right = outcomes[blank.right]
    if right.passed and not right.printed:
        message = (
            "the program prints nothing once it is filled in correctly; let it print what a reader "
            "should look at"
        )
        yield Diagnostic("blank-silent", blank.line, message)


def _hanging(blank: Blank, hung: list[Combination], seconds: float) -> Iterator[Diagnostic]:
    """Yield each option that hangs, and each combination that hangs without one."""
    advice = (
        f"does not end within {seconds:g} s; offer one that ends, or allow more time with "
        "trueloss: {blank_seconds: 30} in the page's front matter"
    )
    if blank.right in hung:
        yield Diagnostic("blank-hangs", blank.line, f"{_shown(blank, blank.right)} {advice}")
        return
    alone = [_others(blank, places) for places in hung]
    to_blame = {others[0] for others in alone if len(others) == 1}
    for gap, place in sorted(to_blame):
        choice = blank.gaps[gap].choices[place]
        message = f"with `{choice.code}` for {blank.gaps[gap].name} the program {advice}"
        yield Diagnostic("blank-hangs", choice.line, message)
    for places, others in zip(hung, alone, strict=True):
        if to_blame.isdisjoint(others):
            yield Diagnostic("blank-hangs", blank.line, f"{_shown(blank, places)} {advice}")


def _unmarked(blank: Blank, passing: list[Combination]) -> Iterator[Diagnostic]:
    """Yield each option without a mark that passes, with the nearest combination that does."""
    seen: set[tuple[int, int]] = set()
    for places in sorted(passing, key=lambda places: (len(_others(blank, places)), places)):
        wrong = [
            (gap, place)
            for gap, place in enumerate(places)
            if not blank.gaps[gap].choices[place].right
        ]
        if not seen.isdisjoint(wrong):
            continue
        seen.update(wrong)
        gap, place = wrong[0]
        choice = blank.gaps[gap].choices[place]
        message = (
            f"`{choice.code}` is not marked, and {_shown(blank, places)} passes the check "
            f"{blank.check}; mark it [x], or make the check or the program stricter"
        )
        yield Diagnostic("blank-mark", choice.line, message)


def _others(blank: Blank, places: Combination) -> list[tuple[int, int]]:
    right = blank.right
    return [(gap, place) for gap, place in enumerate(places) if place != right[gap]]


def _shown(blank: Blank, places: Combination) -> str:
    pairs = zip(blank.gaps, blank.codes(places), strict=True)
    return ", ".join(f"{gap.name} = `{code}`" for gap, code in pairs)


def _ended(outcome: Outcome) -> str:
    if outcome.error:
        where = "" if outcome.line is None else f" on line {outcome.line}"
        return f"ends{where} with {outcome.error}"
    if outcome.check:
        return f"makes the check raise {outcome.check}"
    printed = outcome.printed.splitlines()
    return f"prints {printed[-1]!r} last" if printed else "prints nothing"
