"""No process outlives its builder, however that ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.real_kernels import KINDS, LINUX

BUILDER = """
import signal
import sys
import nbformat.v4
from trueloss.execution.pool import run_jobs
from trueloss.execution.jobs import Job
from trueloss.execution.run_settings import Settings

# A shell lets its jobs in the background ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
marker, kernels, seconds = sys.argv[1:]
source = f'''
import subprocess, time
subprocess.Popen(["sleep", {marker!r}], start_new_session=True)
time.sleep({seconds})
'''
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
jobs = [Job(page, notebook) for page in "abc"]
for run in run_jobs(jobs, Settings(workers=2, kernels=kernels, imports=())):
    print(run.page, run.failure, flush=True)
"""


def processes(*words: str) -> list[str]:
    """Return the command lines of the processes that name any of the words."""
    lines = {
        process.pid: " ".join(process.info["cmdline"] or ())
        for process in psutil.process_iter(["cmdline"])
    }
    others = [line for pid, line in lines.items() if pid != os.getpid()]
    return [line for line in others if any(word in line for word in words)]


def wait_for(condition, seconds: float = 30, pause: float = 0.1) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True


def sleeping(marker: str) -> list[str]:
    """Return the processes that cells have started; the builder names the marker as well."""
    return [line for line in processes(marker) if line.startswith("sleep")]


def start_builder(folder: Path, marker: str, kernels: str, seconds: float) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILDER, marker, kernels, str(seconds)],
        env=os.environ | {"TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("kernels", KINDS)
@pytest.mark.parametrize("end", ["normal", "SIGINT", "SIGTERM", "SIGKILL"])
def test_nothing_is_left(folder, kernels, end):
    marker = f"9{time.time_ns() % 10**9}"
    builder = start_builder(folder, marker, kernels, 0.1 if end == "normal" else 300)
    with builder:
        if end != "normal":
            assert wait_for(lambda: len(sleeping(marker)) == 2)
            builder.send_signal(getattr(signal, end))
        out, err = builder.communicate(timeout=60)
    assert (builder.returncode == 0) == (end == "normal"), err
    if end == "normal":
        assert sorted(out.splitlines()) == ["a None", "b None", "c None"]
    assert wait_for(lambda: not processes(marker, str(folder)), 10), processes(marker, str(folder))
    assert wait_for(lambda: not list(folder.iterdir()), 10)


@LINUX
@pytest.mark.parametrize("begun", [1, 2], ids=["before there is a supervisor", "afterwards"])
def test_a_builder_killed_during_the_imports(folder, begun):
    builder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from trueloss.execution.pool import prepare\nprepare()\nimport time\ntime.sleep(60)",
        ],
        env=os.environ | {"TMPDIR": str(folder)},
    )
    with builder:
        assert wait_for(lambda: len(processes(str(folder))) >= begun, pause=0.001)
        builder.kill()
    assert wait_for(lambda: not processes(str(folder)), 10)
    assert wait_for(lambda: not list(folder.iterdir()), 10)


def test_a_page_takes_its_processes_with_it(settings, job):
    """While the warm parent, from which other kernels come, lives on."""
    from trueloss.execution.pool import run_jobs

    marker = f"8{time.time_ns() % 10**9}"
    start = f"import subprocess\nsubprocess.Popen(['sleep', {marker!r}], start_new_session=True);"
    (run,) = run_jobs([job(start)], settings)
    assert run.failure is None
    assert wait_for(lambda: not processes(marker), 10)
