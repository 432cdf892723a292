"""The problems of a challenge: one of each kind at least."""

from collections.abc import Iterator, Sequence

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.truth.question_rules import Question

CHALLENGE_KINDS = ("conceptual", "predict-output", "model-choice", "metrics", "debug")


def challenge_diagnostics(questions: Sequence[Question], line: int) -> Iterator[Diagnostic]:
    """Yield what a challenge page lacks; ``line`` is where the page begins."""
    asked = {question.kind for question in questions}
    missing = [kind for kind in CHALLENGE_KINDS if kind not in asked]
    if missing:
        yield Diagnostic(
            "challenge-kinds",
            line,
            f"this challenge has no problem of kind {', '.join(missing)}; write at least one of "
            f"each: {', '.join(CHALLENGE_KINDS)}",
        )
