"""Which problems a challenge has to have."""

from dataclasses import replace

import pytest

from tests.truth.test_question_rules import GOOD
from trueloss.truth.challenge import CHALLENGE_KINDS, challenge_diagnostics


@pytest.mark.parametrize("missing", CHALLENGE_KINDS)
def test_every_kind_is_asked(missing: str) -> None:
    problems = [replace(GOOD, kind=kind) for kind in CHALLENGE_KINDS if kind != missing]
    (diagnostic,) = challenge_diagnostics(problems, line=3)
    assert f"no problem of kind {missing};" in diagnostic.message


def test_more_than_that_is_welcome() -> None:
    problems = [replace(GOOD, kind=kind) for kind in (*CHALLENGE_KINDS, "order", "debug")]
    assert list(challenge_diagnostics(problems, line=3)) == []
