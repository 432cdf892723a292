"""How large the pool of a test has to be."""

from dataclasses import replace

import pytest

from tests.truth.test_question_rules import CONCEPT
from trueloss.truth.item_bank import pool_diagnostics
from trueloss.truth.question_rules import Question


def pool(**sizes: int) -> list[Question]:
    return [replace(CONCEPT, level=level) for level, size in sizes.items() for _ in range(size)]


@pytest.mark.parametrize(
    ("questions", "rules"),
    [
        (pool(easy=5, medium=5, hard=5), []),
        (pool(easy=5, intermediate=5, advanced=2, expert=3), []),
        (pool(easy=4, medium=4, hard=4), ["test-pool"]),
        (pool(easy=12, medium=3, hard=4), ["test-tier"]),
        (pool(easy=14), ["test-pool", "test-tier", "test-tier"]),
    ],
)
def test_a_pool_is_large_and_has_enough_of_each_level(
    questions: list[Question], rules: list[str]
) -> None:
    diagnostics = list(pool_diagnostics(questions, line=3))
    assert [diagnostic.rule for diagnostic in diagnostics] == rules
    assert all(diagnostic.line == 3 for diagnostic in diagnostics)
