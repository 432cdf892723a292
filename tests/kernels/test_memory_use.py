"""The memory of a process, read from outside."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.real_kernels import LINUX
from trueloss.kernels.memory_use import memory_of

HOLD = """\
data = bytearray({size})
data[::4096] = b"x" * len(data[::4096])
print("held", flush=True)
input()
"""


def used(megabytes: int) -> tuple[float, float]:
    program = HOLD.format(size=megabytes * 2**20)
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().split() == [b"held"]
        memory = memory_of(process.pid, 10**6)
        process.communicate(b"\n")
    assert memory is not None
    return memory.used, memory.peak


def test_what_a_process_has_touched_counts() -> None:
    (little, _), (much, peak) = used(1), used(101)
    assert 90 < much - little < 110
    assert peak >= much


def test_a_process_that_is_gone_has_none() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    assert memory_of(process.pid, 10**6) is None


@LINUX
@pytest.mark.parametrize(("enough", "least", "most"), [(10**6, 450, 600), (200, 95, 200)])
def test_what_processes_share_counts_once_where_it_matters(
    enough: float, least: float, most: float
) -> None:
    program = "import os, time\n" + HOLD.format(size=100 * 2**20).replace(
        "input()",
        "forks = 0\nwhile forks < 4 and os.fork():\n    forks += 1\n"
        "time.sleep(0 if forks == 4 else 30)\ninput()",
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().split() == [b"held"]
        time.sleep(0.5)
        memory = memory_of(process.pid, enough)
        os.killpg(process.pid, signal.SIGKILL)
    assert memory is not None
    assert least < memory.used < most
