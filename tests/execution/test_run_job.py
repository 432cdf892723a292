"""One page in a real kernel: outputs, counts, and each way to fail."""

import copy

import pytest
from nbformat.v4 import new_markdown_cell

from trueloss.execution.pool import run_jobs


def test_outputs_and_counts_are_left_in_a_copy(settings, job, text):
    given = job("print('é')", "", "6 * 7")
    before = copy.deepcopy(given.notebook)
    (run,) = run_jobs([given], settings)
    assert given.notebook == before
    assert run.failure is None
    assert text(run, 0) == "é\n"
    assert run.notebook.cells[2].outputs[0]["data"] == {"text/plain": "42"}
    assert [cell.execution_count for cell in run.notebook.cells] == [1, None, 2]
    assert run.notebook.metadata["language_info"]["name"] == "python"
    assert "execution" not in run.notebook.cells[0].metadata
    assert run.seconds > 0
    assert 20 < run.peak_mb < 4096


def test_markdown_cells_are_passed_over(settings, job):
    given = job("x = 1", "print(x)")
    given.notebook.cells.insert(1, new_markdown_cell("*text*"))
    (result,) = run_jobs([given], settings)
    assert result.notebook.cells[2].outputs[0]["text"] == "1\n"


def test_an_exception_stops_the_page(run):
    result = run("a = 1", "b = 2\n\nundefined + b", "print('never')")
    failure = result.failure
    assert (failure.rule, failure.cell, failure.line) == ("cell-raised", 1, 3)
    assert failure.message == (
        "NameError: name 'undefined' is not defined. Mend the program, or tag the cell "
        "raises-exception where the error is what the page shows."
    )
    assert result.notebook.cells[1].outputs[0]["ename"] == "NameError"
    assert result.notebook.cells[2].outputs == []


def test_the_line_is_the_one_in_the_failing_cell(run):
    result = run("def f(x):\n    return 1 / x", "y = 1\nf(0)")
    assert (result.failure.cell, result.failure.line) == (1, 2)


def test_a_syntax_error_has_a_line(run):
    result = run("x = 1\ny = = 2")
    assert (result.failure.rule, result.failure.line) == ("cell-raised", 2)


def test_a_cell_may_be_allowed_to_raise(run, text):
    result = run("# raises\n1 / 0", "print('goes on')")
    assert result.failure is None
    assert result.notebook.cells[0].outputs[0]["ename"] == "ZeroDivisionError"
    assert text(result) == "goes on\n"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("import time\nprint('begun')\ntime.sleep(60)", 3),
        ("import time\nprint('begun')\ntry:\n    time.sleep(60)\nfinally:\n    time.sleep(60)", 4),
        ("print('begun', flush=True)\n!sleep 60", 2),
        (
            "import ctypes\nprint('begun', flush=True)\n"
            "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
            "ctypes.CDLL(None).sleep(60)",
            5,
        ),
    ],
    ids=["sleep", "stubborn", "command", "native"],
)
def test_a_slow_cell_is_stopped(run, text, source, line):
    result = run(source, "print('never')", cell_seconds=1)
    failure = result.failure
    assert (failure.rule, failure.cell, failure.line) == ("cell-timeout", 0, line)
    assert failure.message == (
        "the cell was stopped after 1 s. Make it do less, or ask for more with "
        "trueloss: {cell_seconds: 120} in the page's front matter."
    )
    assert "begun" in text(result, 0)


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ("import os\nos._exit(3)", "with exit code 3. Let the cell end by itself"),
        ("import ctypes\nctypes.string_at(0)", "by SIGSEGV. Native code crashed"),
    ],
)
def test_a_dead_kernel_says_how(run, source, how):
    failure = run(source).failure
    assert (failure.rule, failure.cell) == ("kernel-died", 0)
    assert f"the kernel ended {how}" in failure.message


@pytest.mark.parametrize("call", ["exit()", "quit()", "exit"])
def test_a_cell_that_calls_exit_is_named_whatever_follows(run, call):
    failure = run("x = 1", call, "import time\ntime.sleep(1)").failure
    assert (failure.rule, failure.cell) == ("kernel-died", 1)
    assert failure.message.startswith("the kernel ended with exit code 0. Let the cell end")
    assert run("x = 1", call).failure == failure


def test_a_display_of_what_no_notebook_holds_is_the_fault_of_its_cell(run):
    failure = run("x = 1", "display({'text/html': 5}, raw=True)").failure
    assert (failure.rule, failure.cell) == ("cell-raised", 1)
    assert failure.message == (
        "the cell displays something that is not a notebook output (5 is not valid under any of "
        "the given schemas). Give display() and _repr_mimebundle_ text for each format."
    )


def test_a_crash_in_native_code_has_a_line(run):
    assert run("import ctypes\nx = 1\nctypes.string_at(0)").failure.line == 3


def test_an_array_beyond_the_limit_is_refused(run):
    failure = run("import numpy as np\nx = np.ones((1000, 1000, 100))", memory_mb=500).failure
    assert (failure.rule, failure.line) == ("memory-limit", 2)
    assert "Unable to allocate 763. MiB" in failure.message
    assert "A kernel has 500 MB" in failure.message


def test_memory_that_is_no_private_mapping_is_watched(run):
    """Shared mappings are not in the limit that the system enforces."""
    failure = run(
        "import mmap, time\n"
        "block = mmap.mmap(-1, 400 * 2**20)\n"
        "for start in range(0, len(block), 2**20):\n"
        "    block[start : start + 2**20] = bytes(2**20)\n"
        "time.sleep(30)",
        memory_mb=300,
    ).failure
    assert failure.rule == "memory-limit"
    assert failure.line in {4, 5}
    assert "MB and was stopped. A kernel has 300 MB" in failure.message


def test_a_kernel_gets_its_memory_whatever_its_parent_holds(run):
    assert run("import numpy as np\nnp.ones(250 * 2**17).sum()", memory_mb=400).failure is None


@pytest.mark.parametrize(
    "source",
    [
        "while True:\n    print('x' * 1000)",
        "print('x' * 300_000)",
        "from IPython.display import HTML\nHTML('x' * 300_000)",
        "print('日' * 100_000)",
        "handle = display('short', display_id=True)\nhandle.update('x' * 300_000)",
        "for part in 'abc':\n    handle = display('short', display_id=True)\n"
        "    handle.update('x' * 100_000)",
    ],
)
def test_too_much_output_is_stopped(run, source):
    failure = run(source, output_kb=200).failure
    assert (failure.rule, failure.cell) == ("output-limit", 0)
    assert failure.message.startswith("the cell put out more than 200 KB. Print a summary")


def test_too_much_in_a_display_of_an_earlier_cell_is_stopped(run):
    failure = run(
        "handle = display('short', display_id=True)", "x = 1\nhandle.update('x' * 300_000)",
        output_kb=200,
    ).failure  # fmt: skip
    assert (failure.rule, failure.cell) == ("output-limit", 1)


def test_output_that_was_replaced_does_not_count(run):
    result = run(
        "handle = display('first', display_id=True)\n"
        "for i in range(5):\n    handle.update('x' * 90_000)",
        "handle.update('y' * 90_000)",
        output_kb=100,
    )
    assert result.failure is None


def test_cleared_output_does_not_count(run):
    result = run(
        "from IPython.display import clear_output\n"
        "for i in range(5):\n    clear_output()\n    print('x' * 90_000, flush=True)",
        output_kb=100,
    )
    assert result.failure is None


def test_a_later_cell_updates_a_display_after_streams_that_came_in_pieces(run):
    result = run(
        "import sys\n"
        "for piece in 'abc':\n"
        "    print(piece, flush=True)\n"
        "    print(piece, file=sys.stderr, flush=True)\n"
        "handle = display('first', display_id=True)\ndisplay('other')",
        "handle.update('second')",
    )
    assert result.failure is None
    streams, shown = result.notebook.cells[0].outputs[:2], result.notebook.cells[0].outputs[2:]
    assert [output["text"] for output in streams] == ["a\nb\nc\n"] * 2
    assert [output["data"]["text/plain"] for output in shown] == ["'second'", "'other'"]


def test_input_is_refused_at_once(run):
    failure = run("name = input('Your name? ')").failure
    assert (failure.rule, failure.line) == ("cell-raised", 1)
    assert "does not support input requests" in failure.message


def test_a_warning_names_no_temporary_file(run, text):
    result = run("x = 1", "import warnings\nwarnings.warn('careful')")
    assert text(result) == "cell_2.py:2: UserWarning: careful\n  warnings.warn('careful')\n"
