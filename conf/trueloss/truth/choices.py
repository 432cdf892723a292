"""Hold a question whose options were run against what each of them did."""

from collections.abc import Iterator
from dataclasses import replace

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.execution.jobs import Limits
from trueloss.pages.blanks import Blank, Gap
from trueloss.truth.blank_rules import verdict_diagnostics
from trueloss.truth.question_rules import Question


def choice_diagnostics(
    question: Question, seconds: float = Limits.blank_seconds
) -> Iterator[Diagnostic]:
    """Yield what is wrong between the marks of a question and what its options did.

    ``seconds`` is the time that each of them had. Of a question settled otherwise nothing is said.
    """
    if question.blank and question.tried and question.answer:
        yield from verdict_diagnostics(
            _as_marked(question, question.blank), question.tried, seconds
        )


def _as_marked(question: Question, blank: Blank) -> Blank:
    """Return what was run with the marks of the question, which may be others by now."""
    (gap,) = blank.gaps
    pairs = zip(gap.choices, question.options, strict=True)
    choices = tuple(replace(choice, right=option.right) for choice, option in pairs)
    return replace(blank, gaps=(Gap(gap.name, choices),))
