"""Many pages: order, workers that are lost, errors that end the phase."""

import dataclasses
import os
import signal
import threading

import pytest

from tests.real_kernels import LINUX
from trueloss.execution import pool
from trueloss.execution.jobs import Run
from trueloss.execution.pool import prepare, run_jobs
from trueloss.execution.run_settings import Settings
from trueloss.kernels import KernelLostError, KernelStartError, kernels_for
from trueloss.kernels import forked as forking


def test_no_job_starts_no_kernel():
    settings = Settings(imports=("a_module_that_does_not_exist",))
    assert list(run_jobs([], settings)) == []


def test_the_longest_goes_first_and_the_unknown_before_it(monkeypatch, job):
    begun = []

    def note(job, _settings):
        begun.append(job.page)
        return Run(job.page, job.notebook, 1.0, 1.0)

    monkeypatch.setattr(pool, "run_job", note)
    settings = Settings(workers=1, last_seconds={"short": 1.0, "long": 9.0})
    runs = list(run_jobs([job(page=page) for page in ("short", "long", "new")], settings))
    assert begun == ["new", "long", "short"]
    assert {run.page for run in runs} == {"short", "long", "new"}


def test_pages_run_at_the_same_time(settings, job, text):
    """The second begins before the first has ended; they cannot see each other."""
    times = "import time\nprint(time.monotonic())\ntime.sleep(5)\nprint(time.monotonic())"
    runs = run_jobs([job(times, page=page) for page in "ab"], settings)
    begins, ends = zip(*(map(float, text(run).split()) for run in runs), strict=True)
    assert max(begins) < min(ends)


@LINUX
def test_an_import_that_fails_is_named(job):
    settings = Settings(kernels="forked", imports=("json", "a_module_that_does_not_exist"))
    with pytest.raises(KernelStartError, match="could not import 'a_module_that_does_not_exist'"):
        list(run_jobs([job("1")], settings))


def test_where_fork_is_unsafe_plain_kernels_serve_and_say_so_once(monkeypatch, job, text, caplog):
    monkeypatch.setattr(forking, "fork_is_safe", lambda: False)
    settings = Settings(workers=2, imports=("a_module_that_no_plain_kernel_imports",))
    runs = list(run_jobs([job(f"print({page!r})", page=page) for page in "abc"], settings))
    assert sorted(text(run) for run in runs) == ["a\n", "b\n", "c\n"]
    assert [record.message for record in caplog.records] == [
        "forked kernels are unsafe on this system: pages run in plain ones"
    ]


def test_a_lost_warm_parent_costs_a_retry(forked, job, text):
    kernels = kernels_for(forked)
    prepare(forked)
    warm = kernels._warm_parent()
    warm.wait_until_ready()
    assert warm._process is not None
    os.kill(warm._process.pid, signal.SIGKILL)
    runs = list(run_jobs([job("print('ran')", page=page) for page in "abc"], forked))
    assert [text(run) for run in runs] == ["ran\n"] * 3
    assert kernels._warm_parent() is not warm


def test_a_warm_parent_lost_while_a_page_runs(forked, job):
    """The first try is told apart from the second by the warm parent it comes from."""
    settings = dataclasses.replace(forked, imports=("json",), workers=1)
    kernels = kernels_for(settings)
    warm = kernels._warm_parent()
    warm.wait_until_ready()
    assert warm._process is not None
    given = job(f"import os, time\nif {warm.folder.name!r} in os.getcwd(): time.sleep(60)")
    runs = run_jobs([given], settings)
    threading.Timer(2, os.kill, (warm._process.pid, signal.SIGKILL)).start()
    assert next(runs).failure is None


def test_a_page_that_is_always_lost_fails(monkeypatch, job):
    def lose(_job, _settings):
        raise KernelLostError("the warm parent of the kernels died")

    monkeypatch.setattr(pool, "run_job", lose)
    (run,) = run_jobs([job("1")], Settings(retries=2))
    assert run.failure is not None
    assert run.failure.rule == "kernel-died"
    assert run.failure.message == (
        "the page was tried 3 times, and each time the process that ran it was lost (the warm "
        "parent of the kernels died). See whether the machine runs out of memory."
    )


def test_a_caller_that_stops_early_ends_the_kernels(settings, job):
    runs = run_jobs([job("1", page="a"), job("import time\ntime.sleep(50)", page="b")], settings)
    assert next(runs).page == "a"
    runs.close()


def test_one_warm_parent_serves_build_after_build(forked, job):
    list(run_jobs([job("1")], forked))
    first = kernels_for(forked)._warm_parent()
    list(run_jobs([job("1")], forked))
    assert kernels_for(forked)._warm_parent() is first
