"""What an author is told of a cell that failed."""

import pytest
from nbclient.exceptions import CellExecutionError

from trueloss.execution.failures import died, outgrew_memory, process_lost, raised, timed_out
from trueloss.kernels.limits import Limits

TRACEBACK = "\x1b[31mCell In[2], line 3\x1b[0m\nCell In[2], \x1b[1mline 7\x1b[0m\nin a library"


def error(name: str, value: str) -> CellExecutionError:
    return CellExecutionError(TRACEBACK, name, value)


@pytest.mark.parametrize(
    ("name", "value", "rule", "advice"),
    [
        ("ValueError", "no", "cell-raised", "Mend the program"),
        ("MemoryError", "", "memory-limit", "A kernel has 4096 MB"),
        ("ResourceExhaustedError", "OOM", "memory-limit", "use smaller arrays"),
        ("URLError", "<urlopen error [Errno 101] Network is unreachable>", "guard", "no network"),
        ("gaierror", "[Errno -3]", "guard", "no network"),
        ("PermissionError", "[Errno 13] Permission denied: 'x'", "guard", "working folder alone"),
        ("OSError", "[Errno 30] Read-only file system: 'x'", "guard", "working folder alone"),
    ],
)
def test_an_exception_breaks_a_rule(name: str, value: str, rule: str, advice: str) -> None:
    failure = raised(error(name, value), 5, 2, Limits())
    assert (failure.rule, failure.cell) == (rule, 5)
    assert failure.message.startswith(f"{name}: {value}".rstrip(": "))
    assert advice in failure.message


def test_the_line_is_the_innermost_of_the_cell() -> None:
    assert raised(error("ValueError", "no"), 5, 2, Limits()).line == 7
    assert raised(error("ValueError", "no"), 5, 3, Limits()).line is None


def test_a_limit_is_said_with_its_number() -> None:
    slow = timed_out(1, 2, Limits(cell_seconds=0.5))
    assert (slow.rule, slow.line) == ("cell-timeout", 2)
    assert slow.message.startswith("the cell was stopped after 0.5 s. ")
    large = outgrew_memory(1, None, Limits(memory_mb=100), 120.4)
    assert large.rule == "memory-limit"
    assert large.message.startswith("the kernel used 120 MB and was stopped. A kernel has 100 MB")


@pytest.mark.parametrize(
    ("code", "how"),
    [(-9, "by SIGKILL. Native code"), (-77, "by signal 77. Native"), (3, "with exit code 3. Let")],
)
def test_how_a_kernel_died(code: int, how: str) -> None:
    failure = died(1, None, code)
    assert failure.rule == "kernel-died"
    assert failure.message.startswith(f"the kernel ended {how}")


def test_a_page_that_was_lost_names_what_was() -> None:
    failure = process_lost(3, OSError("the worker went"))
    assert failure.rule == "kernel-died"
    assert "was tried 3 times" in failure.message
    assert "(the worker went)" in failure.message
