"""The same jobs on a Dask cluster of separate worker processes."""

import dataclasses
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import distributed
import pytest
from sphinx.cmd.build import main as sphinx_build

from tests.kernels.test_supervise import processes, wait_for
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings
from trueloss.kernels import KernelStartError
from trueloss.kernels.environment import fingerprint

PAGE = """\
# {title}

```{{code-cell}}
import os
print("{title} ran on the", os.environ.get("LD_LIBRARY_PATH"))
```
"""
#: Two pages of a build, each with the same cell.
BUILDER = """
import signal, sys
import nbformat.v4
from trueloss.execution.pool import run_jobs
from trueloss.execution.jobs import Job
from trueloss.execution.run_settings import Settings

# A shell lets its jobs in the background ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
scheduler, source = sys.argv[1:]
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
jobs = [Job(page, notebook) for page in "ab"]
list(run_jobs(jobs, Settings(scheduler=scheduler, kernels="forked", imports=())))
"""


class Cluster:
    """A scheduler and two workers, each a process of its own that nobody restarts."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.folder = folder
        self._start("scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
        self.workers = [self.add_worker(), self.add_worker()]
        self.client = distributed.Client(scheduler_file=str(self.file))
        self.client.wait_for_workers(2, timeout=60)

    def add_worker(self) -> subprocess.Popen[bytes]:
        return self._start("worker", "--no-nanny", "--nthreads", "1", "--no-dashboard")

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "distributed.cli.dask_" + program, *arguments),
                *("--scheduler-file", str(self.file)),
            ],
            # One of the few variables that a kernel sees, and so where it is.
            env=os.environ | {"LD_LIBRARY_PATH": "cluster"},
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.processes.append(process)
        return process

    def close(self) -> None:
        self.client.close()
        for process in self.processes:
            # Asked to end, a worker would wait for a page that a failed test left there.
            process.kill()
            process.wait(30)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.close()


@pytest.fixture
def settings(cluster):
    address = cluster.client.scheduler_info()["address"]
    return Settings(scheduler=address, kernels="forked", imports=())


def sleep(seconds: str) -> str:
    """Return a cell that sleeps in a process of its own, which the seconds tell apart."""
    return f"import subprocess\nsubprocess.run(['sleep', {seconds!r}])"


def asleep(seconds: str) -> list[str]:
    return processes(f"sleep {seconds}")


def test_the_same_runs_as_here(settings, job):
    jobs = [
        job("print('ran')", "1 / 0", page="fails"),
        job("6 * 7", page="works"),
        job("import time\ntime.sleep(9)", page="slow", cell_seconds=1),
    ]

    def results(settings):
        return sorted(
            (run.page, str(run.notebook.cells), run.failure) for run in run_jobs(jobs, settings)
        )

    here = dataclasses.replace(settings, scheduler=None)
    there = results(settings)
    assert there == results(here)
    assert [failure.rule if failure else None for _, _, failure in there] == [
        "cell-raised",
        "cell-timeout",
        None,
    ]


def test_a_scheduler_that_cannot_be_reached_is_named(settings, job):
    nowhere = dataclasses.replace(settings, scheduler="nowhere")
    with pytest.raises(KernelStartError, match="the scheduler 'nowhere' cannot be reached"):
        list(run_jobs([job("1")], nowhere))


def test_an_event_loop_that_starts_late_is_started_again(settings, job, text, monkeypatch):
    """As Dask says it of a machine under load: by an assertion."""
    connect, calls = distributed.Client, []

    def late_once(address):
        calls.append(address)
        assert len(calls) > 1
        return connect(address)

    monkeypatch.setattr(distributed, "Client", late_once)
    assert [text(run) for run in run_jobs([job("print(6 * 7)")], settings)] == ["42\n"]
    assert len(calls) == 2


def test_each_worker_has_its_warm_parent(settings, job, text):
    """And keeps it from one call to the next."""
    cells = "import pathlib, time\ntime.sleep(2)\nprint(pathlib.Path.cwd().parents[2])"
    parents = [
        {text(run) for run in run_jobs([job(cells, page=page) for page in "ab"], settings)}
        for _ in range(2)
    ]
    assert len(parents[0]) == 2
    assert parents[0] == parents[1]


def test_a_killed_worker_costs_a_retry(cluster, settings, job, text):
    seconds = f"4.{time.time_ns()}"
    cells = f"{sleep(seconds)};\nprint('ran')"

    def kill_one():
        while len(asleep(seconds)) < 2:
            time.sleep(0.1)
        cluster.workers[0].send_signal(signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    runs = list(run_jobs([job(cells, page=page) for page in "ab"], settings))
    killer.join()
    assert cluster.workers[0].wait(10) == -signal.SIGKILL
    assert [run.failure for run in runs] == [None, None]
    assert [text(run) for run in runs] == ["ran\n", "ran\n"]
    cluster.workers[0] = cluster.add_worker()
    cluster.client.wait_for_workers(2, timeout=60)


def test_a_worker_with_the_same_packages_runs_a_page_of_the_build(settings, job, text):
    given = job("print('ran')")
    given.notebook.metadata["kernelspec"] = {"name": "python3", "fingerprint": fingerprint({})}
    (run,) = run_jobs([given], settings)
    assert text(run) == "ran\n"


def test_a_worker_with_other_packages_is_refused_and_named(settings, job):
    given = job("print('ran')")
    given.notebook.metadata["kernelspec"] = {"name": "python3", "fingerprint": "0" * 16}
    with pytest.raises(KernelStartError) as refused:
        list(run_jobs([given], settings))
    message = str(refused.value)
    assert message.startswith(f"the worker on {socket.gethostname()} ({sys.executable}) differs")
    assert "install the same packages" in message


def test_a_build_with_a_scheduler(settings, site):
    site.write(
        {
            "docs/index.md": "# Home\n\n```{toctree}\none\ntwo\n```\n",
            "docs/one.md": PAGE.format(title="One"),
            "docs/two.md": PAGE.format(title="Two"),
        }
    )
    option = f"trueloss_scheduler={settings.scheduler}"
    arguments = ["-q", "-W", "-D", option, "-c", str(site.conf), str(site.docs), str(site.html)]
    assert sphinx_build(arguments) == 0
    for title in ("One", "Two"):
        html = (site.html / f"{title.lower()}.html").read_text(encoding="utf-8")
        assert f"{title} ran on the cluster" in html
    report = json.loads((site.html.parent / "execution.json").read_text(encoding="utf-8"))
    assert [(page["page"], page["cells"], page["cached"]) for page in report["pages"]] == [
        ("one", 1, False),
        ("two", 1, False),
    ]
    assert all(page["seconds"] > 0 and page["peak_mb"] > 0 for page in report["pages"])
    assert report["totals"]["run"] == 2


@pytest.mark.parametrize("end", ["SIGINT", "SIGKILL"])
def test_no_kernel_outlives_its_builder(settings, end):
    marker = f"7{time.time_ns() % 10**9}"
    builder = subprocess.Popen(
        [sys.executable, "-c", BUILDER, settings.scheduler, sleep(marker)],
        stderr=subprocess.DEVNULL,
    )
    with builder:
        assert wait_for(lambda: len(asleep(marker)) == 2)
        builder.send_signal(getattr(signal, end))
        assert builder.wait(30) != 0
    assert wait_for(lambda: not asleep(marker), 10)


def test_a_caller_that_stops_early_ends_its_kernels_alone(settings, job, text):
    """A page of another build, on the other worker, is not even tried again."""
    ours, theirs = f"6{time.time_ns() % 10**9}", f"9.{time.time_ns() % 10**9}"
    others: list[Any] = []
    given, once = job(sleep(theirs), "print('ran')"), dataclasses.replace(settings, retries=0)
    other = threading.Thread(target=lambda: others.extend(run_jobs([given], once)))
    other.start()
    assert wait_for(lambda: asleep(theirs))
    runs = run_jobs([job("1", page="a"), job(sleep(ours), page="b")], settings)
    assert next(runs).page == "a"
    assert wait_for(lambda: asleep(ours))
    runs.close()
    assert wait_for(lambda: not asleep(ours), 5)
    assert asleep(theirs)
    other.join()
    assert text(others[0]) == "ran\n"


def test_without_the_package_it_says_what_to_install(monkeypatch, settings, job):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(KernelStartError, match="install the dependency group 'cluster'"):
        list(run_jobs([job("1")], settings))
