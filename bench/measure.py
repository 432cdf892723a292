"""Run one command and measure it: seconds, CPU seconds, memory of all its processes."""

import contextlib
import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
#: Seconds between two looks at the memory; one look takes some hundredths.
LOOK_SECONDS = 0.5
#: Between these two pieces of Sphinx's output all pages are executed and read. Nothing else
#: tells the two apart without a patch: stock myst-nb executes a page while Sphinx reads it.
FIRST_MARK, LAST_MARK = b" changed, ", b"looking for now-outdated files"


@dataclass(frozen=True)
class Command:
    """A command line, what it needs in its environment, and where it runs.

    ``marked`` says that it has to print both marks of Sphinx.
    """

    arguments: Sequence[str]
    environment: Mapping[str, str]
    marked: bool = False
    folder: Path = ROOT


@dataclass(frozen=True)
class Measured:
    """What one command took.

    ``seconds`` are those of execution, ``build_seconds`` those from start to exit, and both are
    the same for a command without Sphinx. ``cpu_seconds`` are those of all its processes.
    """

    seconds: float
    build_seconds: float
    cpu_seconds: float
    peak_mb: float | None = None


class CommandError(RuntimeError):
    """A command that should be measured has failed, or does not say what it has to."""


def measure(command: Command, *, memory: bool = False) -> Measured:
    """Run a command to its end; raises CommandError with its output where it fails.

    So it does where a mark is missing: another time would pass for that of execution.
    """
    environment = {**os.environ, **command.environment, "PYTHONUNBUFFERED": "1"}
    cpu_before = _cpu_seconds_of_children()
    start = time.perf_counter()
    with (
        subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process,
        TreeMemory(process.pid) if memory else contextlib.nullcontext() as watch,
    ):
        text, marks = b"", dict[bytes, float]()
        for piece in _pieces(process):
            text += piece
            for mark in (FIRST_MARK, LAST_MARK):
                if mark in text:
                    marks.setdefault(mark, time.perf_counter())
        process.wait()
        end = time.perf_counter()
    if process.returncode:
        raise CommandError(_complaint(command, f"ended with {process.returncode}", text))
    missing = [mark.decode() for mark in (FIRST_MARK, LAST_MARK) if mark not in marks]
    if len(missing) == 1 or (missing and command.marked):
        raise CommandError(_complaint(command, f"did not print {missing}", text))
    return Measured(
        seconds=marks.get(LAST_MARK, end) - marks.get(FIRST_MARK, start),
        build_seconds=end - start,
        cpu_seconds=_cpu_seconds_of_children() - cpu_before,
        peak_mb=watch.peak_mb if watch else None,
    )


def _complaint(command: Command, what: str, text: bytes) -> str:
    tail = text.decode(errors="replace")[-4000:]
    return f"{' '.join(command.arguments)}\n{what}:\n{tail}"


def _pieces(process: "subprocess.Popen[bytes]") -> Iterator[bytes]:
    assert process.stdout is not None
    while piece := os.read(process.stdout.fileno(), 65536):
        yield piece


def _cpu_seconds_of_children() -> float:
    """Return the CPU seconds of all processes that ended, children of children included."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class TreeMemory(threading.Thread):
    """The most memory that a process and all below it held at one time, while it is entered."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak_mb = 0.0
        self._process = psutil.Process(pid)
        self._stop_asked = threading.Event()

    def __enter__(self) -> "TreeMemory":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop_asked.set()
        self.join()

    def run(self) -> None:
        """Look again and again."""
        while not self._stop_asked.wait(LOOK_SECONDS):
            self.peak_mb = max(self.peak_mb, self._look())

    def _look(self) -> float:
        try:
            processes = [self._process, *self._process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return 0.0
        return sum(map(memory_mb, processes))


def memory_mb(process: psutil.Process) -> float:
    """Return the megabytes of a process: what it shares with others counts in part, once in all.

    Where the system does not tell (it does on Linux), what is shared counts for each.
    """
    try:
        try:
            held = float(process.memory_full_info().pss)
        except (psutil.AccessDenied, AttributeError):
            held = float(process.memory_info().rss)
        return held / 2**20
    except psutil.Error:  # it has just ended
        return 0.0
