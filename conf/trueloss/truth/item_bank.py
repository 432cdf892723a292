"""The pool of a test page: large enough to draw from again and again."""

from collections.abc import Iterator, Sequence

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.text.counting import counted
from trueloss.truth.question_rules import TIERS, Question

POOL_SIZE = 15
TIER_SIZE = 4


def pool_diagnostics(questions: Sequence[Question], line: int) -> Iterator[Diagnostic]:
    """Yield what a test page lacks; ``line`` is where the page begins."""
    if len(questions) < POOL_SIZE:
        yield Diagnostic(
            "test-pool",
            line,
            f"the pool of this test has {counted(len(questions), 'question')}; write at least "
            f"{POOL_SIZE}, so that a reader who draws again meets others",
        )
    for tier in TIERS:
        found = sum(question.tier == tier for question in questions)
        if found < TIER_SIZE:
            yield Diagnostic(
                "test-tier",
                line,
                f"the pool of this test has {counted(found, f'{tier} question')}; write at least "
                f"{TIER_SIZE} of each level, because a test takes up to {TIER_SIZE} of one",
            )
