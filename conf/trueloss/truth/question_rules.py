"""A question as data, and the rules that hold without running anything."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.blanks import Blank
from trueloss.pages.option_lists import Option
from trueloss.pages.questions import LEVELS, Asked, WrittenQuestion
from trueloss.pages.tries import Tried
from trueloss.text.digests import digest_of
from trueloss.text.nearest import instead, nearest
from trueloss.text.numerals import holds_number
from trueloss.text.slugs import SLUG
from trueloss.truth.kinds import KINDS

#: What a key is about that other seeds change.
ONE_START = "one start"

_TIME = re.compile(r"(\d{1,2}):([0-5]\d)")


@dataclass(frozen=True, kw_only=True)
class Question(WrittenQuestion):
    """A question with what the run phase knows of it.

    ``printed`` is what the cell that decides printed, and ``shown`` the program that a reader
    sees. Where ``program`` and ``check`` ask for it, ``blank`` is what runs and ``tried`` what
    came of it.
    """

    printed: str = ""
    shown: str = ""
    blank: Blank | None = None
    tried: Tried | None = None

    @property
    def settled_by_cell(self) -> str | None:
        """The label of the cell whose output decides, where there is one."""
        kind = KINDS.get(self.kind or "")
        if self.evidence is None and kind is not None and kind.own_output:
            return self.cell
        return self.evidence

    @property
    def runs_options(self) -> bool:
        """Whether every option is run, and the one that passes a check is right."""
        return self.program is not None or self.check is not None

    @property
    def settled_by_run(self) -> bool:
        """Whether a cell or the options themselves, once run, decide."""
        return self.runs_options or bool(self.settled_by_cell)

    @property
    def answer(self) -> Option | None:
        """The marked option, where there is exactly one."""
        right = [option for option in self.options if option.right]
        return right[0] if len(right) == 1 else None

    @property
    def key(self) -> str:
        """What a reader's answer is kept under; it changes with what is asked.

        All that a reader sees before answering counts, and the marks. Help and feedback do
        not, so that mending a hint leaves a reader's answer in place.
        """
        options = [[option.text, option.right] for option in self.options]
        seen = [self.kind, self.level, self.title, self.stem, self.shown, self.check]
        return f"{self.name}@{digest_of([*seen, options])}"

    @property
    def seconds(self) -> int | None:
        """The time as a number of seconds, where it is well written."""
        match = _TIME.fullmatch(self.time or "")
        return int(match[1]) * 60 + int(match[2]) if match else None


def form_diagnostics(question: Question) -> Iterator[Diagnostic]:
    """Yield what is wrong with a question whatever its programs print."""
    for rule, message in (
        *_asking(question),
        *common_rules("question", question),
        *_options(question),
        *_settling(question),
    ):
        yield Diagnostic(rule, question.line, message)


def common_rules(noun: str, asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a question or a task, as far as both have it alike."""
    kind = "blank" if noun == "task" else noun
    if not asked.name:
        message = f"the {noun} {asked.title!r} has no name; add :name: with a short one of its own"
        yield f"{kind}-name", message
    elif not SLUG.fullmatch(asked.name):
        message = f"the name is {asked.name!r}; use lower-case letters, digits and single hyphens"
        yield f"{kind}-name", message
    if asked.level not in LEVELS:
        known = _one_of("level", asked.level, LEVELS)
        yield f"{kind}-level", f"the level is {asked.level or 'missing'}; {known}"
    if asked.about not in (None, ONE_START):
        yield (
            "question-about",
            f"the key is said to be about {asked.about!r}; write :about: {ONE_START} where other "
            "seeds give another answer, and leave the option out where they do not",
        )
    if not asked.has_hint:
        yield (
            f"{kind}-hint",
            f"the {noun} {asked.title!r} has no hint; add a :::{{hint}} that helps a reader who is "
            "stuck without giving the answer away",
        )
    if not asked.has_solution:
        yield (
            f"{kind}-solution",
            f"the {noun} {asked.title!r} has no solution; add a :::{{solution}} that leads to the "
            "answer step by step",
        )


def _one_of(option: str, given: str | None, known: Collection[str]) -> str:
    listed = f"write :{option}: with one of {', '.join(known)}"
    return instead(given, known, listed) if given and nearest(given, known) else listed


def _asking(question: Question) -> Iterator[tuple[str, str]]:
    if not question.title.strip():
        yield (
            "question-title",
            "the question asks nothing; write what it asks after {question}, on the same line",
        )
    if question.kind not in KINDS:
        yield (
            "question-kind",
            f"the kind is {question.kind or 'missing'}; {_one_of('kind', question.kind, KINDS)}",
        )
    if question.time is not None and not question.seconds:
        yield (
            "question-time",
            f"the time is {question.time!r}; write minutes and seconds, as in :time: 2:00",
        )


def _options(question: Question) -> Iterator[tuple[str, str]]:
    if not question.options:
        yield (
            "question-options",
            "the question has no options; write one a line, as in - [ ] 4.0, "
            "and the right one as - [x] 1.37",
        )
        return
    texts = [option.text for option in question.options]
    for text in sorted({text for text in texts if texts.count(text) > 1}):
        yield (
            "question-options",
            f"two options read {text!r}; a reader cannot tell them apart, so change one",
        )
    right = [option.text for option in question.options if option.right]
    if not right:
        yield (
            "question-mark",
            f"no option is marked right among {_listed(texts)}; "
            "put [x] before the one that the run settles",
        )
    elif len(right) > 1:
        yield (
            "question-mark",
            f"{len(right)} options are marked right: {_listed(right)}; "
            "leave [x] before one and put [ ] before the others",
        )


def _settling(question: Question) -> Iterator[tuple[str, str]]:
    kind = KINDS.get(question.kind or "")
    for rule in kind.rules if kind else ():
        yield from rule(question)
    if question.reference is not None and not question.reference.startswith("https://"):
        yield (
            "question-reference",
            f"the reference is {question.reference!r}; write the address of a page of the official "
            "API or guide, or of a paper, beginning with https://",
        )
    if question.runs_options and (label := question.cell or question.evidence):
        yield (
            "question-program",
            f"the options are run, which settles this question, and so does the cell {label!r}; "
            "keep :program: with :check:, or the cell",
        )
    if question.settled_by_run or kind is None:
        return
    numbers = [option.text for option in question.options if holds_number(option.text)]
    if numbers:
        yield (
            "question-number",
            f"an option holds a number ({numbers[0]}) and no run settles it; "
            "add :evidence: with the label of a cell that prints the right option",
        )
    elif not question.reference:
        yield (
            "question-unsettled",
            "nothing settles this question; add :evidence: with the label of a cell that prints "
            "the right option, or, for a pure concept, :reference: with the address of its source",
        )


def _listed(texts: list[str]) -> str:
    return ", ".join(repr(text) for text in texts)
