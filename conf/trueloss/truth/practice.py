"""The practice of a lesson: enough questions on its first page, on every level, each whole."""

from collections.abc import Iterator, Sequence

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.text.counting import counted
from trueloss.truth.question_rules import TIERS, Question

PRACTICE_SIZE = 5


def practice_diagnostics(questions: Sequence[Question], line: int) -> Iterator[Diagnostic]:
    """Yield what the practice of a lesson lacks; ``line`` is where its page begins."""
    if len(questions) < PRACTICE_SIZE:
        yield Diagnostic(
            "practice-size",
            line,
            f"the practice of this lesson has {counted(len(questions), 'question')}; write at "
            f"least {PRACTICE_SIZE}, from easy to hard, or note with a todo that they are to come",
        )
    missing = [tier for tier in TIERS if tier not in {question.tier for question in questions}]
    if questions and missing:
        yield Diagnostic(
            "practice-level",
            line,
            f"the practice of this lesson has no question that is {' or '.join(missing)}; "
            f"write at least one of each level: {', '.join(TIERS)}",
        )
    for question in questions:
        for message in _missing_parts(question):
            yield Diagnostic("practice-part", question.line, message)


def _missing_parts(question: Question) -> Iterator[str]:
    practice = f"the practice question {question.title!r}"
    if question.has_solution and not question.has_steps:
        yield (
            f"{practice} has a solution without steps; number them, as in "
            "1. **Add.** Three and four."
        )
    if question.has_solution and not question.has_quick_check:
        yield (
            f"{practice} has a solution without a check; end it with **Quick check.** and what a "
            "reader can look at to see that the answer holds"
        )
    if not question.has_mistakes:
        yield f"{practice} names no mistakes; add a :::{{mistakes}} with what people get wrong here"
