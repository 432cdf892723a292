"""Which problems a challenge has to have."""

from dataclasses import replace

import pytest

from tests.truth.test_question_rules import GOOD
from trueloss.truth.challenge import CHALLENGE_KINDS, challenge_faults


@pytest.mark.parametrize("missing", CHALLENGE_KINDS)
def test_every_kind_is_asked(missing: str) -> None:
    problems = [replace(GOOD, kind=kind) for kind in CHALLENGE_KINDS if kind != missing]
    (fault,) = challenge_faults(problems, line=3)
    assert f"no problem of kind {missing};" in fault.message


def test_more_than_that_is_welcome() -> None:
    problems = [replace(GOOD, kind=kind) for kind in (*CHALLENGE_KINDS, "order", "debug")]
    assert list(challenge_faults(problems, line=3)) == []
