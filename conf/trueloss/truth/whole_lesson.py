"""What holds of the questions of a lesson, whichever page they stand on."""

from collections.abc import Iterator, Mapping, Sequence

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.text.counting import counted
from trueloss.truth.question_rules import Question

#: The least share of a lesson's questions that a run settles.
SETTLED_SHARE = 0.75


def feedback_diagnostics(questions: Sequence[Question]) -> Iterator[Diagnostic]:
    """Yield the options of a page that have no feedback."""
    for question in questions:
        for option in question.options:
            if not option.feedback.text:
                yield Diagnostic(
                    "option-unexplained",
                    question.line,
                    f"nothing explains the option {option.text!r}; write on the line below it, "
                    "indented by two blanks, which program prints it or who would believe it",
                )


def settled_diagnostics(
    pages: Mapping[str, Sequence[Question]], tasks: int
) -> Iterator[tuple[str, Diagnostic]]:
    """Yield where too few questions of a lesson are settled by a run, with the page to blame.

    ``tasks`` is how many tasks to fill in the lesson has: each is settled by its runs.
    """
    asked = [(page, question) for page, questions in pages.items() for question in questions]
    others = [(page, question) for page, question in asked if not question.settled_by_cell]
    total = len(asked) + tasks
    if total - len(others) < SETTLED_SHARE * total:
        page, first = others[0]
        yield (
            page,
            Diagnostic(
                "lesson-settled",
                first.line,
                f"a run settles {total - len(others)} of the {counted(total, 'question')} of this "
                "lesson, and three quarters have to be; begin here: give the question :evidence:, "
                "or ask instead what a program can show",
            ),
        )
