"""What questions have to be together: on a page, by the rule of its mode, and over a lesson."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.questions import TIERS
from trueloss.settings import PageRule
from trueloss.text.counting import counted
from trueloss.truth.question_rules import Question

CHALLENGE_KINDS = ("conceptual", "predict-output", "model-choice", "metrics", "debug")
POOL_SIZE = 15
TIER_SIZE = 4
PRACTICE_SIZE = 5
#: The least share of a lesson's questions that a run settles.
SETTLED_SHARE = 0.75


def challenge_diagnostics(questions: Sequence[Question], line: int) -> Iterator[Diagnostic]:
    """Yield what a challenge page lacks; ``line`` is where the page begins."""
    asked = {question.kind for question in questions}
    missing = [kind for kind in CHALLENGE_KINDS if kind not in asked]
    if missing:
        message = (
            f"this challenge has no problem of kind {', '.join(missing)}; write at least one of "
            f"each: {', '.join(CHALLENGE_KINDS)}"
        )
        yield Diagnostic("challenge-kinds", line, message)
    for question in questions:
        if question.time is None:
            message = (
                f"the problem {question.title!r} of this challenge has no time; write one for the "
                "clock, as in :time: 2:00"
            )
            yield Diagnostic("question-time", question.line, message)


def pool_diagnostics(questions: Sequence[Question], line: int) -> Iterator[Diagnostic]:
    """Yield what a test page lacks; ``line`` is where the page begins."""
    if len(questions) < POOL_SIZE:
        message = (
            f"the pool of this test has {counted(len(questions), 'question')}; write at least "
            f"{POOL_SIZE}, so that a reader who draws again meets others"
        )
        yield Diagnostic("test-pool", line, message)
    for tier in TIERS:
        found = sum(question.tier == tier for question in questions)
        if found < TIER_SIZE:
            message = (
                f"the pool of this test has {counted(found, f'{tier} question')}; write at least "
                f"{TIER_SIZE} of each level, because a test takes up to {TIER_SIZE} of one"
            )
            yield Diagnostic("test-tier", line, message)


def practice_diagnostics(questions: Sequence[Question], line: int) -> Iterator[Diagnostic]:
    """Yield what the practice of a lesson lacks; ``line`` is where its page begins."""
    if len(questions) < PRACTICE_SIZE:
        message = (
            f"the practice of this lesson has {counted(len(questions), 'question')}; write at "
            f"least {PRACTICE_SIZE}, from easy to hard, or say with a todo that they are to come"
        )
        yield Diagnostic("practice-size", line, message)
    missing = [tier for tier in TIERS if tier not in {question.tier for question in questions}]
    if questions and missing:
        message = (
            f"the practice of this lesson has no question that is {' or '.join(missing)}; "
            f"write at least one of each level: {', '.join(TIERS)}"
        )
        yield Diagnostic("practice-level", line, message)
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


def feedback_diagnostics(questions: Sequence[Question]) -> Iterator[Diagnostic]:
    """Yield the options of a page that have no feedback."""
    for question in questions:
        for option in question.options:
            if not option.feedback.text:
                message = (
                    f"the option {option.text!r} has no feedback; write on the line below it, "
                    "indented by two spaces, which program prints it or who would believe it"
                )
                yield Diagnostic("option-unexplained", question.line, message)


def settled_diagnostics(
    pages: Mapping[str, Sequence[Question]], tasks: int
) -> Iterator[tuple[str, Diagnostic]]:
    """Yield a diagnostic, with its page, if runs settle too few questions of a lesson.

    ``tasks`` is how many tasks to fill in the lesson has: each is settled by its runs.
    """
    asked = [(page, question) for page, questions in pages.items() for question in questions]
    others = [(page, question) for page, question in asked if not question.settled_by_cell]
    total = len(asked) + tasks
    if total - len(others) < SETTLED_SHARE * total:
        page, first = others[0]
        message = (
            f"runs settle {total - len(others)} of the {counted(total, 'question')} of this "
            "lesson, and have to settle three quarters; begin here: give the question :evidence:, "
            "or ask instead what a program can show"
        )
        yield page, Diagnostic("lesson-settled", first.line, message)


#: The check of a page's questions, by the rule of its mode.
RULES: dict[PageRule, Callable[[Sequence[Question], int], Iterator[Diagnostic]]] = {
    "practice": practice_diagnostics,
    "challenge": challenge_diagnostics,
    "pool": pool_diagnostics,
}
