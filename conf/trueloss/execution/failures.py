"""From what went wrong in a cell to what its author is told."""

import re
import signal

from nbclient.exceptions import CellExecutionError
from nbformat import ValidationError

from trueloss.execution.jobs import Failure
from trueloss.kernels.limits import PROCESSES, Limits
from trueloss.text.terminal import without_colours

#: What an exception says where a guard stopped its cell, and what to do instead.
_GUARDED = {
    re.compile(
        r"Network is unreachable|Temporary failure in name resolution|Name or service not known"
        r"|nodename nor servname|gaierror|Could not resolve host|Cannot assign requested address"
    ): "Lessons have no network: use data that comes with an installed package, such as "
    "sklearn.datasets.load_digits(), or make it in the cell.",
    re.compile(
        r"Permission ?denied|PermissionDenied|Read-only file system|Operation not permitted"
        r"|Invalid cross-device link",
        re.I,
    ): "A lesson writes to its working folder alone: give a relative path such as 'model.keras', "
    "or one from the tempfile module.",
}
_IN_CELL = re.compile(r"\s*\(cell_\d+\.py, line (\d+)\)")
#: What fetches a data set asks for a folder first, in which it would keep it.
_FETCHES = re.compile(r"\b(?:get_file|urlopen|urlretrieve|_fetch_remote)\(")
_NO_MEMORY = re.compile(
    r"MemoryError|ResourceExhausted|bad_alloc|Cannot allocate memory|failed to allocate memory"
    r"|Unable to allocate"
)
_NO_SPACE = re.compile(r"No space left on device|File too large|database or disk is full")


def raised(error: CellExecutionError, cell: int, number: int, limits: Limits) -> Failure:
    """Say which exception ended the ``number``-th code cell, and which rule it broke."""
    traceback = without_colours(error.traceback)
    lines = re.findall(rf"Cell In\[{number}\], line (\d+)", traceback)
    line = int(lines[-1]) if lines else None
    # Its author knows no cell_5.py; the line is told before the message.
    said, *_ = _IN_CELL.split(error.evalue)
    if found := _IN_CELL.search(error.evalue):
        line = int(found[1])
    what = f"{error.ename}: {said}".strip().rstrip(":")
    if _NO_MEMORY.search(what):
        return Failure("memory-limit", cell, line, f"{what}. {_memory_advice(limits)}")
    if _NO_SPACE.search(what):
        return Failure("files-limit", cell, line, f"{what}. {_files_advice(limits)}")
    for pattern, advice in _GUARDED.items():
        if pattern.search(what) or _FETCHES.search(traceback):
            return Failure("guard", cell, line, f"{what}. {advice}")
    advice = "Mend the program, or tag the cell raises-exception where the error is what the page"
    return Failure("cell-raised", cell, line, f"{what}. {advice} shows.")


def timed_out(cell: int, line: int | None, limits: Limits) -> Failure:
    """Say that a cell ran too long."""
    message = (
        f"the cell was stopped after {limits.cell_seconds:g} s. Make it do less, or ask for more "
        "with trueloss: {cell_seconds: 120} in the page's front matter."
    )
    return Failure("cell-timeout", cell, line, message)


def outgrew_memory(cell: int, line: int | None, limits: Limits, used_mb: float) -> Failure:
    """Say that a kernel was stopped because of its memory."""
    message = f"the kernel used {used_mb:.0f} MB and was stopped. {_memory_advice(limits)}"
    return Failure("memory-limit", cell, line, message)


def started_too_much(cell: int, line: int | None, limits: Limits) -> Failure:
    """Say that a kernel was stopped because of how many processes it had."""
    del limits  # no page may ask for more of them
    message = (
        f"the kernel had more than {PROCESSES} processes at once and was stopped. Wait for some of "
        "them before you start others, or do the work in one."
    )
    return Failure("process-limit", cell, line, message)


def outgrew_files(cell: int, line: int | None, limits: Limits, used_mb: float) -> Failure:
    """Say that a kernel was stopped because of its files."""
    message = f"the kernel's files took {used_mb:.0f} MB and it was stopped. "
    return Failure("files-limit", cell, line, message + _files_advice(limits))


def _files_advice(limits: Limits) -> str:
    return (
        f"The files of a kernel may take {limits.files_mb} MB together, and there may be 100000 of "
        "them: remove what is no longer needed, or ask for more with trueloss: {files_mb: 2048} in "
        "the page's front matter."
    )


def _memory_advice(limits: Limits) -> str:
    return (
        f"A kernel has {limits.memory_mb} MB: use smaller arrays or batches, or ask for more with "
        "trueloss: {memory_mb: 6000} in the page's front matter."
    )


def printed_too_much(cell: int, line: int | None, limits: Limits) -> Failure:
    """Say that a cell's outputs are too big for a page."""
    message = (
        f"the cell put out more than {limits.output_kb} KB. Print a summary, show fewer or "
        "smaller figures, train with verbose=0, or ask for more with trueloss: {output_kb: 2048} "
        "in the page's front matter."
    )
    return Failure("output-limit", cell, line, message)


def showed_no_output(error: ValidationError, cell: int) -> Failure:
    """Say that a cell displayed what no notebook can hold."""
    what = str(error).partition("\n")[0]
    message = (
        f"the cell displays something that is not a notebook output ({what}). Give display() and "
        "_repr_mimebundle_ text for each format."
    )
    return Failure("cell-raised", cell, None, message)


def died(cell: int, line: int | None, code: int) -> Failure:
    """Say how a kernel ended in the middle of a cell."""
    if code < 0:
        try:
            how = f"by {signal.Signals(-code).name}"
        except ValueError:
            how = f"by signal {-code}"
        advice = "Native code crashed, or the machine ran out of memory."
    else:
        how = f"with exit code {code}"
        advice = "Let the cell end by itself instead of ending its process."
    return Failure("kernel-died", cell, line, f"the kernel ended {how}. {advice}")


def process_lost(tries: int, error: BaseException) -> Failure:
    """Say that a page could not be run because the processes that ran it kept dying."""
    message = (
        f"the page was tried {tries} times, and each time the process that ran it was lost "
        f"({error}). See whether the machine runs out of memory."
    )
    return Failure("kernel-died", 0, None, message)
