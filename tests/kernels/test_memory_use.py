"""The memory of a process, read from outside."""

import subprocess
import sys

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
        memory = memory_of(process.pid)
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
    assert memory_of(process.pid) is None
