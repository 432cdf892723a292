"""Every attack on the limits, with all guards, and where nothing but the builder counts."""

import dataclasses

import pytest

from tests.attacks.limits import ATTACKS
from tests.real_kernels import LINUX, SETTINGS, make_job
from trueloss.execution.pool import run_jobs

pytestmark = LINUX


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_page_is_stopped_and_told_why(attack):
    (run,) = run_jobs([make_job(attack.code, **attack.limits)], SETTINGS["forked"])
    assert run.failure is not None
    line = run.failure.line if attack.line else None
    assert (run.failure.rule, line) == (attack.outcome, attack.line), run.failure


NOTICED = [attack for attack in ATTACKS if attack.noticed]


@pytest.mark.parametrize("attack", NOTICED, ids=lambda attack: attack.name)
def test_the_builder_counts_where_the_system_does_not(attack):
    settings = dataclasses.replace(SETTINGS["forked"], guards="audit-hook")
    (run,) = run_jobs([make_job(attack.code, **attack.limits)], settings)
    assert run.failure is not None
    # The builder may come a moment before the error that the cell would have had.
    assert run.failure.rule in {attack.outcome, "files-limit"}, run.failure
