"""The same jobs on a Dask cluster of separate worker processes."""

import dataclasses
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import distributed
import pytest
from sphinx.cmd.build import main as sphinx_build

from trueloss.execution.environment import fingerprint
from trueloss.execution.kernels import KernelStartError
from trueloss.execution.pool import run_jobs
from trueloss.execution.settings import Settings

CONF = Path(__file__).parents[2] / "conf"
PAGE = """\
# {title}

```{{code-cell}}
import os
print("{title} ran on the", os.environ.get("LC_PLACE"))
```
"""


class Cluster:
    """A scheduler and two workers, each a process of its own that nobody restarts."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.processes: list[subprocess.Popen] = []
        self.folder = folder
        self._start("scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
        self.workers = [self.add_worker(), self.add_worker()]
        self.client = distributed.Client(scheduler_file=str(self.file))
        self.client.wait_for_workers(2, timeout=60)

    def add_worker(self) -> subprocess.Popen:
        return self._start("worker", "--no-nanny", "--nthreads", "1", "--no-dashboard")

    def _start(self, program: str, *arguments: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "distributed.cli.dask_" + program, *arguments),
                *("--scheduler-file", str(self.file)),
            ],
            # A kernel sees what begins with LC_, and so where it is.
            env=os.environ | {"PYTHONPATH": str(CONF), "LC_PLACE": "cluster"},
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.processes.append(process)
        return process

    def close(self) -> None:
        self.client.close()
        for process in self.processes:
            process.terminate()
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


def works_begun(name: str) -> int:
    return len(list(Path(tempfile.gettempdir()).glob(f"trueloss-*/*/work/{name}")))


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


def test_each_worker_has_its_warm_parent(settings, job, text):
    """And keeps it from one call to the next."""
    cells = "import os, time\ntime.sleep(2)\nprint(os.path.dirname(os.path.dirname(os.getcwd())))"
    parents = [
        {text(run) for run in run_jobs([job(cells, page=page) for page in "ab"], settings)}
        for _ in range(2)
    ]
    assert len(parents[0]) == 2
    assert parents[0] == parents[1]


def test_a_killed_worker_costs_a_retry(cluster, settings, job, text):
    name = f"started-{time.time_ns()}"
    cells = f"import time\nopen({name!r}, 'w').close()\ntime.sleep(4)\nprint('ran')"

    def kill_one():
        while works_begun(name) < 2:
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
    given.notebook.metadata["kernelspec"] = {"name": "python3", "fingerprint": fingerprint()}
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
    arguments = ["-q", "-W", "-D", option, str(site.docs), str(site.html)]
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


def test_without_the_package_it_says_what_to_install(monkeypatch, settings, job):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(KernelStartError, match="install the dependency group 'cluster'"):
        list(run_jobs([job("1")], settings))
