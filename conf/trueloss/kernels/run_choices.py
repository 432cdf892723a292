"""Run a program with every choice for its gaps, each combination as a program of its own.

This text runs inside a kernel (:mod:`trueloss.pages.tries` sends it there), so it imports
nothing of the project. The kernel has imported what the program imports and has run no TensorFlow
op, so every combination runs in a fork of it, a few at once. Where fork is unsafe each one is a
process that imports everything itself.

A combination is a tuple: for each gap the place of the chosen option among its options.
"""

import ast
import contextlib
import gc
import importlib
import itertools
import json
import linecache
import math
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import types
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Combination = tuple[int, ...]

_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0)

#: What the program is called in tracebacks.
PROGRAM = "program.py"
#: Combinations that run at once, where the machine has so many processors.
AT_ONCE = 4
#: Characters kept of one output or message, and megabytes that a program may write to one file.
KEPT = 4000
FILE_MB = 64
#: A program that waits instead of computing has more time on the clock than on the processor, whose
#: time alone does not depend on what else the machine does.
WAITING = 12
#: Seconds that a process of its own needs for its imports.
IMPORTING = 60
_LOOK_SECONDS = 0.004

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,16}\b")


def run_all(
    template: str,
    gaps: Mapping[str, Sequence[str]],
    check: str,
    right: Sequence[int],
    seconds: float,
    text: str,
) -> dict[str, Any]:
    """Run every combination; return the different results, and which of them each came to.

    ``gaps`` has the options of each gap by its name, ``right`` is a combination that should pass,
    ``seconds`` is the time for one, and ``text`` is the source of this file. ``ran`` in what comes
    back has a place in ``results`` for each combination, the last gap changing fastest, or -1
    where it was not run.
    """
    _import_ahead(template)
    combinations = list(itertools.product(*(range(len(options)) for options in gaps.values())))
    programs = {places: fill(template, gaps, places) for places in combinations}
    results = _run(programs, check, tuple(right), seconds, text)
    different: dict[str, int] = {}
    ran = [
        different.setdefault(results[places], len(different)) if places in results else -1
        for places in combinations
    ]
    return {"results": [json.loads(result) for result in different], "ran": ran}


def fill(template: str, gaps: Mapping[str, Sequence[str]], places: Combination) -> str:
    """Return the program with an option in each gap."""
    chosen = {name: gaps[name][place] for name, place in zip(gaps, places, strict=True)}
    names = "|".join(map(re.escape, chosen))
    return re.sub(rf"(?<!\w)(?:{names})(?!\w)", lambda found: chosen[found[0]], template)


def _import_ahead(template: str) -> None:
    """Import once what every combination would import; that runs no op."""
    with contextlib.suppress(SyntaxError):
        for node in ast.parse(template).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                with contextlib.suppress(Exception):
                    importlib.import_module(name)


def _run(
    programs: Mapping[Combination, str],
    check: str,
    right: Combination,
    seconds: float,
    text: str,
) -> dict[Combination, str]:
    """Run the programs and return the result of each as JSON.

    Those that differ from the right one in one option go first: what hangs there would hang in
    many more, and those are not run.
    """
    waiting = sorted(programs, key=lambda places: (len(_others(places, right)), places))
    running: dict[Combination, _Running] = {}
    results: dict[Combination, str] = {}
    hanging: set[tuple[int, int]] = set()
    folder = Path(tempfile.mkdtemp())
    # What is alive now stays on pages that all forks share.
    gc.collect()
    gc.freeze()
    while waiting or running:
        while waiting and len(running) < min(AT_ONCE, _processors()):
            places = waiting.pop(0)
            others = _others(places, right)
            if len(others) < 2 or hanging.isdisjoint(others):
                place = folder / "-".join(map(str, places))
                (place / "work").mkdir(parents=True)
                process = _start(programs[places], check, place, seconds, text)
                deadline = time.monotonic() + WAITING * seconds + process.importing
                running[places] = _Running(process, place, deadline)
        for places, program in list(running.items()):
            code = program.process.poll()
            if code is None and time.monotonic() < program.deadline:
                continue
            late = code is None or code == -_OUT_OF_TIME
            program.process.kill()
            del running[places]
            results[places] = _result(program.place, None if late else code)
            shutil.rmtree(program.place, ignore_errors=True)
            if late:
                others = _others(places, right)
                hanging.update(others if len(others) == 1 else ())
                waiting = waiting if others else []
        time.sleep(_LOOK_SECONDS)
    shutil.rmtree(folder, ignore_errors=True)
    return results


def _others(places: Combination, right: Combination) -> list[tuple[int, int]]:
    """Return the gaps, and places there, in which a combination is not the right one."""
    return [(gap, place) for gap, place in enumerate(places) if place != right[gap]]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _start(program: str, check: str, place: Path, seconds: float, text: str) -> "_Fork | _Process":
    if sys.platform == "linux":
        return _Fork(program, check, place, seconds)
    return _Process(program, check, place, text)


class _Fork:
    """A program in a fork of this process, and all that it starts."""

    importing = 0

    def __init__(self, program: str, check: str, place: Path, seconds: float) -> None:
        self.pid = os.fork()
        if self.pid == 0:
            code = 1
            try:
                os.setsid()
                _limit(seconds)
                run_here(program, check, place)
                code = 0
            finally:
                # Nothing that the kernel has open or registered is this program's.
                os._exit(code)

    def poll(self) -> int | None:
        """Return the exit code, negative for a signal, or ``None`` while it runs."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None

    def kill(self) -> None:
        """End what still runs."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


class _Process:
    """A program in a Python of its own."""

    importing = IMPORTING

    def __init__(self, program: str, check: str, place: Path, text: str) -> None:
        call = f"run_here({program!r}, {check!r}, Path({str(place)!r}))"
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-c", f"{text}\n{call}\n"], stdin=subprocess.DEVNULL
        )

    def poll(self) -> int | None:
        """Return the exit code, negative for a signal, or ``None`` while it runs."""
        return self.process.poll()

    def kill(self) -> None:
        """End what still runs."""
        self.process.kill()
        self.process.wait()


class _Running(NamedTuple):
    process: _Fork | _Process
    place: Path
    deadline: float


def _result(place: Path, code: int | None) -> str:
    """Return what a program left behind, as JSON; ``code`` is ``None`` where it was stopped."""
    file = place / "result.json"
    if code is not None and file.is_file():
        result = json.loads(file.read_text(encoding="utf-8"))
    elif code is None:
        result = {"hung": True}
    else:
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        result = {"error": "Crash", "message": f"the process ended with {how}"}
    printed = place / "stdout.txt"
    text = printed.read_text(encoding="utf-8", errors="replace") if printed.is_file() else ""
    result["lines"] = len(text.splitlines())
    result["printed"] = _steady(text[-KEPT:], place)
    return _steady(json.dumps(result, sort_keys=True), place)


def _steady(text: str, place: Path) -> str:
    """Leave out what no two runs share: addresses, and the folder of this run."""
    return _ADDRESS.sub("0x...", text).replace(str(place / "work"), ".")


# -- Inside the process of one combination --------------------------------------------------------


def run_here(program: str, check: str, place: Path) -> None:
    """Run a program as ``python program.py`` would, then ask the check; note what came of it."""
    os.chdir(place / "work")
    tempfile.tempdir = None
    os.environ["TMPDIR"] = str(place / "work")
    _own_streams(place)
    _no_figures()
    _reseed()
    module = types.ModuleType("__main__")
    module.__file__ = PROGRAM
    sys.modules["__main__"], sys.argv[:] = module, [PROGRAM]
    # For a traceback, and for tf.function, which reads the source of what it compiles.
    linecache.cache[PROGRAM] = (len(program), None, program.splitlines(keepends=True), PROGRAM)
    result: dict[str, Any] = {}
    with warnings.catch_warnings(record=True) as caught:
        try:
            exec(compile(program, PROGRAM, "exec", dont_inherit=True), module.__dict__)
        except BaseException as error:
            if not (isinstance(error, SystemExit) and error.code in (None, 0)):
                result |= {
                    "error": type(error).__name__,
                    "message": _message(error)[:KEPT],
                    "line": _line(error),
                }
    said = [f"{warning.category.__name__}: {warning.message}"[:KEPT] for warning in caught]
    if said:
        result["warned"] = said[:3]
    if "error" not in result:
        try:
            result["passed"] = bool(eval(check, module.__dict__))
        except Exception as error:
            result["check"] = f"{type(error).__name__}: {_message(error)}"[:KEPT]
    sys.stdout.flush()
    (place / "result.json").write_text(json.dumps(result), encoding="utf-8")


def _own_streams(place: Path) -> None:
    """Write to files of this program's own, from Python and from native code."""
    for number, name in ((1, "stdout"), (2, "stderr")):
        file = os.open(place / f"{name}.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, number)
        os.close(file)
        stream = open(  # noqa: SIM115 # as long as the process
            number, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False
        )
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _no_figures() -> None:
    """Draw into memory alone: the kernel's backend would send a figure to the page."""
    os.environ["MPLBACKEND"] = "agg"
    if "matplotlib" in sys.modules:
        sys.modules["matplotlib"].use("agg", force=True)


def _reseed() -> None:
    """Let unseeded draws differ from program to program, as they would."""
    random.seed()
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()


def _limit(seconds: float) -> None:
    """Limit what this process may compute and write; Linux sends a signal when it is too much."""
    import resource

    file, time_ = FILE_MB * 2**20, math.ceil(seconds)
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    if not 0 <= allowed <= file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file, file))
    resource.setrlimit(resource.RLIMIT_CPU, (time_, time_ + 5))


def _message(error: BaseException) -> str:
    return (error.msg or "") if isinstance(error, SyntaxError) else str(error)


def _line(error: BaseException) -> int | None:
    """Return the line of the program in which an exception came up."""
    if isinstance(error, SyntaxError) and error.filename == PROGRAM:
        return error.lineno
    lines = [
        line
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename == PROGRAM
    ]
    return lines[-1] if lines else None
