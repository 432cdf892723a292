"""Fill-in-the-blank tasks as an author writes them: a program with gaps, and options for each.

A gap is written ``__1__`` in the program, which leaves the program valid Python. On the page each
gap has a list of options, below a paragraph that begins with the gap's name. A question may have
its options run in the same way: it is a task with one gap, into which each of them goes.
"""

import ast
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.kernels.run_choices import fill
from trueloss.pages.directives import WrittenDirective
from trueloss.pages.markdown_text import tree_of
from trueloss.pages.option_lists import (
    NO_FEEDBACK,
    Feedback,
    Option,
    OptionList,
    leading_code,
    option_lists,
)
from trueloss.pages.questions import NOTHING_ASKED, Asked, read_task
from trueloss.pages.sources import read_source

#: The directive's options, each with what it is for.
BLANK_OPTIONS = {
    "name": "a name of its own, over all tasks and the labels of the page: training-try-apply",
    "level": "how hard it is: easy, medium, hard, or intermediate to expert",
    "about": "what the marks hold for where other seeds give others: one start",
    "program": "the path of a program under examples/ that has gaps, from the page's own folder",
    "check": "an expression over the program's names; its truth decides: after < before",
}
MOST_COMBINATIONS = 256

_GAPS = "gaps, written __1__, __2__ and so on"
_GAP = re.compile(r"(?<!\w)__[1-9]\d?__(?!\w)")


@dataclass(frozen=True)
class Choice:
    """One option of a gap: the code that goes into it, whether it is marked right, its line."""

    code: str
    right: bool
    line: int
    feedback: Feedback = NO_FEEDBACK


@dataclass(frozen=True)
class Gap:
    """A gap of the program: its name as the program has it, and the options for it.

    ``span`` are the lines of their list in the body of the task, from 0.
    """

    name: str
    choices: tuple[Choice, ...]
    span: tuple[int, int] = (0, 0)

    @property
    def marked(self) -> tuple[int, ...]:
        """The places of the options that are marked right."""
        return tuple(place for place, choice in enumerate(self.choices) if choice.right)


@dataclass(frozen=True)
class Blank:
    """A task as the run phase sees it; ``line`` is that of its fence, ``path`` its program.

    ``asked`` is what its author wrote of it besides.
    """

    name: str
    line: int
    path: Path
    program: str
    check: str
    gaps: tuple[Gap, ...]
    asked: Asked = NOTHING_ASKED

    @property
    def right(self) -> tuple[int, ...]:
        """The first combination that is marked right."""
        return tuple(gap.marked[0] for gap in self.gaps)

    @property
    def combinations(self) -> int:
        """How many programs there are."""
        return math.prod(len(gap.choices) for gap in self.gaps)

    @property
    def choices(self) -> dict[str, list[str]]:
        """The code of every option of each gap, by the gap's name."""
        return {gap.name: [choice.code for choice in gap.choices] for gap in self.gaps}

    def codes(self, combination: Sequence[int]) -> list[str]:
        """Return the code that a combination puts into each gap."""
        pairs = zip(self.gaps, combination, strict=True)
        return [gap.choices[place].code for gap, place in pairs]

    def filled(self, combination: Sequence[int]) -> str:
        """Return the program that a combination makes."""
        return fill(self.program, self.choices, tuple(combination))


def gaps_of(program: str) -> dict[str, int]:
    """Return the gaps of a program with the line on which each is first, in the order of lines."""
    found: dict[str, int] = {}
    for number, line in enumerate(program.splitlines(), start=1):
        for gap in _GAP.finditer(line):
            found.setdefault(gap[0], number)
    return found


def runs_options(written: WrittenDirective) -> bool:
    """Tell whether a directive is a task, or a question that wants its options run."""
    asked = not written.options.keys().isdisjoint(("program", "check"))
    return written.name == "blank" or (written.name == "question" and asked)


def read_blank(
    written: WrittenDirective,
    markdown: MarkdownIt,
    root: Path,
    load: Callable[[str], Path | None],
) -> tuple[Blank | None, list[Diagnostic]]:
    """Read a task, or a question whose options are run; say what is wrong.

    ``root`` is the folder of the repository. ``load`` returns the file of a program, or ``None``
    after it has said why there is none. The task is ``None`` where it cannot be run.
    """
    line, question = written.line, written.name == "question"
    options = {name: value.strip() for name, value in written.options.items()}
    check = options.get("check", "")
    diagnostics = list(_check_diagnostics(check, line))
    if not options.get("program"):
        return None, [
            *diagnostics,
            Diagnostic("blank-program", line, _no_program(question=question)),
        ]
    path = load(options["program"])
    if path is None:
        return None, diagnostics
    source = read_source(path)
    file = path.relative_to(root.resolve()).as_posix()
    if diagnostic := source.diagnostic(f"{file}:{source.bad_line}"):
        return None, [*diagnostics, Diagnostic(diagnostic.rule, line, diagnostic.message)]
    program = source.text.rstrip("\n")
    known = gaps_of(program)
    if question and len(known) > 1:
        return None, [*diagnostics, Diagnostic("blank-gap", line, _too_many_gaps(file, known))]
    reader = _OptionReader(file, known, line, question=question)
    reader.read(written, markdown)
    diagnostics += reader.diagnostics()
    if diagnostics:
        return None, diagnostics
    name = options.get("name") or f"blank-{line}"
    gaps = tuple(reader.gaps[gap] for gap in reader.known)
    blank = Blank(name, line, path, program, check, gaps, read_task(written, markdown))
    if blank.combinations > MOST_COMBINATIONS:
        return None, [Diagnostic("blank-size", line, _too_many_programs(blank))]
    return blank, []


def _no_program(*, question: bool) -> str:
    return (
        "there is no program to fill in; add :program: with the path to one under examples/ "
        f"that has {'a gap, written __1__' if question else _GAPS}"
    )


def _too_many_gaps(file: str, gaps: Iterable[str]) -> str:
    return (
        f"{file} has the gaps {_quoted(gaps)}, and an option of a question fills only one; keep "
        "one of them, or write a {blank} task, where each gap has its own options"
    )


def _too_many_programs(blank: Blank) -> str:
    sizes = " x ".join(str(len(gap.choices)) for gap in blank.gaps)
    return (
        f"the options make {sizes} = {blank.combinations} programs, and each is run; "
        f"keep to {MOST_COMBINATIONS} by leaving options or gaps out"
    )


def _check_diagnostics(check: str, line: int) -> Iterator[Diagnostic]:
    try:
        ast.parse(check, mode="eval")
    except (SyntaxError, ValueError):
        what = f"is {check!r}, which is not an expression" if check else "is missing"
        message = (
            f"the check {what}; write one over the program's names, as in :check: after < before"
        )
        yield Diagnostic("blank-check", line, message)


class _OptionReader:
    """Collects the options of each gap from the body of a task."""

    def __init__(self, program: str, known: dict[str, int], line: int, *, question: bool) -> None:
        self.program = program
        self.known = known
        self.line = line
        self.question = question
        self.gaps: dict[str, Gap] = {}
        self._diagnostics: list[Diagnostic] = []

    def read(self, written: WrittenDirective, markdown: MarkdownIt) -> None:
        """Read the body of a task."""
        blocks = tree_of(written.body, markdown)
        for options in option_lists(blocks, written.body, written.body_line, markdown):
            self._take(options)

    def _take(self, options: OptionList) -> None:
        if not self.known:
            return
        (name, _), line = leading_code(options.above.text), options.above.line
        if not _GAP.fullmatch(name) and len(self.known) == 1:
            name, line = next(iter(self.known)), options.line
        if not _GAP.fullmatch(name):
            self._diagnostic(
                options.line,
                "this list of options does not say which gap it fills; begin the paragraph above "
                f"it with the gap's name in backticks, one of {_quoted(self.known)}",
            )
        elif name not in self.known:
            self._diagnostic(
                line,
                f"there are options for `{name}`, which {self.program} does not have; "
                f"its gaps are {_quoted(self.known)}",
            )
        elif name in self.gaps:
            self._diagnostic(
                line, f"`{name}` already has options; keep one list of options for each gap"
            )
        else:
            choices = [self._choice(option) for option in options.options]
            for unmarked in options.unmarked:
                self._not_an_option(unmarked.line)
            found = tuple(choice for choice in choices if choice)
            self.gaps[name] = Gap(name, found, options.span)
            if len(found) == len(choices) and not options.unmarked:
                self._look_at(self.gaps[name], line)

    def _choice(self, option: Option) -> Choice | None:
        code, rest = leading_code(option.label.text)
        if not code or option.is_block or (self.question and rest):
            self._not_an_option(option.line)
            return None
        feedback = option.feedback
        if rest:
            text = f"{rest}\n{feedback.text}".rstrip()
            feedback = Feedback(option.line, text, feedback.continued + 1)
        return Choice(code, option.right, option.line, feedback)

    def _not_an_option(self, line: int) -> None:
        what = "is a mark and" if self.question else "begins with a mark and"
        self._diagnostic(
            line,
            f"an option {what} its code in backticks; "
            "write it as - [ ] `relu`, or - [x] `relu` where it is right"
            + (", and its feedback on the next line" if self.question else ""),
        )

    def _look_at(self, gap: Gap, line: int) -> None:
        codes = [choice.code for choice in gap.choices]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            self._diagnostic(line, f"two options of `{gap.name}` read {code!r}; change one of them")
        if len(codes) == 1:
            self._diagnostic(
                line, f"`{gap.name}` has one option; there is nothing to choose, so add one"
            )
        if codes and not gap.marked:
            self._diagnostic(
                line,
                f"no option of `{gap.name}` is marked right; put [x] before the one that passes "
                "the check",
            )

    def _diagnostic(self, line: int, message: str) -> None:
        self._diagnostics.append(Diagnostic("blank-options", line, message))

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Yield all that is wrong with the options."""
        if not self.known:
            message = f"{self.program} has no gap; write __1__ in it where the reader is to choose"
            yield Diagnostic("blank-gap", self.line, message)
        for name, line in self.known.items():
            if name not in self.gaps:
                message = (
                    f"the gap {name} ({self.program}:{line}) has no options; write a paragraph "
                    f"that begins with `{name}`, and a list of options below it"
                )
                yield Diagnostic("blank-options", self.line, message)
        yield from self._diagnostics


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
