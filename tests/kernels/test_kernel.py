"""Where a kernel is, and what it sees of the builder."""

import dataclasses
from collections.abc import Callable

import pytest

from trueloss.execution.jobs import Job, Run
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings
from trueloss.kernels import close_kernels


def test_a_page_prints_the_same_in_every_language_and_time_zone(
    settings: Settings,
    job: Callable[..., Job],
    text: Callable[[Run], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"TZ": "Asia/Tokyo", "LANG": "C", "LC_ALL": "C", "LANGUAGE": "de"}.items():
        monkeypatch.setenv(name, value)
    given = job(
        "import gettext, locale, os, time\n"
        "print(time.localtime(0).tm_hour, locale.setlocale(locale.LC_ALL, ''))\n"
        "print(sorted(name for name in os.environ if name[:2] in {'LA', 'LC', 'TZ'}))"
    )
    # Settings that no other test has: a warm parent keeps what it was started with.
    (run,) = run_jobs([given], dataclasses.replace(settings, imports=("gettext",)))
    close_kernels()
    assert text(run) == "0 C.UTF-8\n['LC_ALL', 'TZ']\n"
