"""Every combination of a task, run in real kernels of both kinds."""

import dataclasses
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.published import COURSE
from trueloss.execution.jobs import Run
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings
from trueloss.kernels import run_choices
from trueloss.kernels.limits import Limits
from trueloss.pages.blanks import Blank, Choice, Gap
from trueloss.pages.tries import Outcome, Tried, cell_of, job_of, tried

Try = Callable[..., tuple[Blank, Tried]]


def make_blank(program: str, *options: list[str], check: str = "True") -> Blank:
    """Make a task; the first option of each gap is the one that is marked right."""
    gaps = tuple(
        Gap(f"__{number}__", tuple(Choice(code, code == codes[0], 1) for code in codes))
        for number, codes in enumerate(options, start=1)
    )
    return Blank("task", 1, Path("program.py"), program, check, gaps)


def run(blank: Blank, settings: Settings, **limits: Any) -> Run:
    (result,) = run_jobs(
        [job_of("page", blank, Limits(**limits), {"name": "python3", "display_name": "Python 3"})],
        settings,
    )
    return result


@pytest.fixture
def attempt(settings: Settings) -> Try:
    """Run a task in each kind of kernel."""

    def attempt(program: str, *options: list[str], check: str = "True", **limits: float):
        blank = make_blank(program, *options, check=check)
        result = run(blank, settings, **limits)
        assert result.failure is None
        done = tried(result)
        assert done is not None
        return blank, done

    return attempt


def outcomes(blank: Blank, done: Tried) -> dict[str, Outcome]:
    return {" ".join(blank.codes(places)): each for places, each in done.of(blank).items()}


def test_each_combination_is_a_program_of_its_own(attempt: Try) -> None:
    program = "a, b = 3, 4\nc = a __1__ b\nprint('it is', c)\nassert __2__"
    did = outcomes(*attempt(program, ["+", "-", "("], ["c", "not c"], check="c == 7"))
    assert did["+ c"] == Outcome(printed="it is 7", passed=True)
    assert did["- c"] == Outcome(printed="it is -1")
    assert did["+ not c"] == Outcome(printed="it is 7", error="AssertionError", line=4)
    assert (
        did["( c"] == did["( not c"] == Outcome(error="SyntaxError: '(' was never closed", line=2)
    )


def test_equal_outcomes_are_kept_once(attempt: Try) -> None:
    _, done = attempt("x = __1__ * __2__", ["0", "1", "2"], ["0", "5"], check="x == 0")
    assert len(done.outcomes) == 2
    assert done.ran == (0, 0, 0, 1, 0, 1)


def test_a_check_that_raises_does_not_pass(attempt: Try) -> None:
    did = outcomes(*attempt("__1__ = 1", ["x", "y"], check="x == 1"))
    assert did["y"] == Outcome(check="NameError: name 'x' is not defined")


def test_streams_exits_and_warnings(attempt: Try) -> None:
    program = "import os, sys, warnings\nprint('before')\n__1__\nprint('after')"
    options = [
        "pass",
        "sys.exit()",
        "sys.exit('enough')",
        "os.system('echo native')",
        "print('unseen', file=sys.stderr)",
        "warnings.warn('look out')",
        "os._exit(3)",
        "print(object())",
    ]
    did = outcomes(*attempt(program, options))
    assert did["pass"] == Outcome(printed="before\nafter", passed=True)
    assert did["sys.exit()"] == Outcome(printed="before", passed=True)
    assert did["sys.exit('enough')"] == Outcome("before", error="SystemExit: enough", line=3)
    assert did["os.system('echo native')"].printed == "before\nnative\nafter"
    assert did["print('unseen', file=sys.stderr)"].printed == "before\nafter"
    assert did["warnings.warn('look out')"].warned == "UserWarning: look out"
    assert did["os._exit(3)"].error == "Crash: the process ended with exit code 3"
    assert did["print(object())"].printed == "before\n<object object at 0x...>\nafter"


def test_combinations_share_no_file_and_no_state(attempt: Try) -> None:
    program = (
        "import os, sys\nhere = os.listdir()\nopen('mine', 'w').close()\n"
        "known = hasattr(os, 'mine')\nos.mine = __1__\nprint(here, known, sys.argv, __file__)"
    )
    _, done = attempt(program, ["1", "2", "3", "4"])
    (outcome,) = done.outcomes
    assert outcome.printed == "[] False ['program.py'] program.py"


def test_unseeded_draws_differ(attempt: Try) -> None:
    _, done = attempt("import numpy, random\nprint(numpy.random.rand(), __1__)", ["1", "0 + 1"])
    assert len(done.outcomes) == 2


def test_a_program_has_no_network_and_writes_nothing_outside(attempt: Try, tmp_path: Path) -> None:
    outside = tmp_path / "file"
    options = ["pass", f"open({str(outside)!r}, 'w')"]
    if Path("/proc").exists():
        options.append("__import__('socket').create_connection(('192.0.2.1', 80), 5)")
    did = outcomes(*attempt("__1__", options))
    assert all(did[option].error for option in options[1:])
    assert not outside.exists()


def test_a_program_that_takes_too_much_memory_fails_alone(attempt: Try) -> None:
    did = outcomes(*attempt("x = bytearray(__1__)", ["1", "2**31"], memory_mb=512))
    assert did["1"].passed
    assert did["2**31"].error == "MemoryError"


def test_an_option_that_hangs_is_stopped_and_its_combinations_are_not_run(attempt: Try) -> None:
    program = "import time\nprint('so far', flush=True)\nif __1__: time.sleep(60)\nx = __2__"
    blank, done = attempt(program, ["0", "1"], ["1", "2", "3"], blank_seconds=1)
    did = outcomes(blank, done)
    assert did["1 1"] == Outcome(printed="so far", hung=True)
    assert "1 2" not in did or did["1 2"].hung
    assert did["0 3"].passed


def test_the_right_program_that_hangs_stops_the_task(settings: Settings) -> None:
    blank = make_blank("while True: __1__", ["pass", "break", "1 / 0", "x"])
    done = tried(run(blank, settings, blank_seconds=1))
    assert done is not None
    assert done.of(blank)[0,].hung


def test_two_runs_are_the_same_in_every_byte(forked: Settings) -> None:
    blank = make_blank(
        "print(__1__ __2__ 3, __1__.__doc__, object())", ["1", "x", "[]"], ["+", "*"]
    )
    one, other = (run(blank, dataclasses.replace(forked, workers=w)) for w in (1, 2))
    assert one.notebook == other.notebook


def test_what_came_of_it_stands_in_a_cell_that_no_page_shows(attempt: Try) -> None:
    blank, done = attempt("print(1.5 __1__ 2)", ["+", "-", "%%"], check="True")
    cell = cell_of(blank, done)
    assert cell.metadata == {"label": "task", "tags": ["remove-cell"], "blank": True}
    assert cell.outputs[0].text.splitlines() == [
        "+",
        "  passes",
        "  > 3.5",
        "-",
        "  passes",
        "  > -0.5",
        "%%",
        "  does not pass",
        "  > line 1: SyntaxError: invalid syntax",
    ]


def test_where_fork_is_unsafe_processes_of_their_own_do_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def start(program: str, check: str, place: Path, _seconds: float, text: str):
        return run_choices._Process(program, check, place, text)

    gaps = {"__1__": ["+", "-", "(", "// 0 +"]}
    task = ("import os\nprint(os.listdir(), c := 3 __1__ 4)", gaps, "c == 7", [0], 10)
    text = inspect.getsource(run_choices)
    forked = run_choices.run_all(*task, text)
    monkeypatch.setattr(run_choices, "_start", start)
    assert run_choices.run_all(*task, text) == forked
    assert [result.get("error") for result in forked["results"]] == [
        None,
        None,
        "SyntaxError",
        "ZeroDivisionError",
    ]


def test_tensorflow_in_forks() -> None:
    """Every combination runs ops, layers and a compiled function; no fork waits for another."""
    program = (
        "import tensorflow as tf\ntf.keras.utils.set_random_seed(1)\n"
        "model = tf.keras.Sequential([tf.keras.layers.Dense(1)])\n"
        "model.compile(__1__, loss=__2__)\n"
        "x = tf.ones([8, 1])\nhistory = model.fit(x, 2 * x, epochs=2, verbose=0)\n"
        "tf.print('printed by an op')\nprint(len(history.history['loss']))"
    )
    blank = make_blank(program, ["'sgd'", "'adam'", "'nothing'"], ["'mse'", "'mae'"])
    done = tried(run(blank, dataclasses.replace(Settings.of(COURSE), workers=1)))
    assert done is not None
    did = outcomes(blank, done)
    assert did["'adam' 'mae'"].printed == "printed by an op\n2"
    assert did["'nothing' 'mse'"].error.startswith("ValueError: Could not interpret optimizer")
    assert did["'nothing' 'mse'"].line == 4
