"""What a command has to print for its seconds to count."""

import sys

import pytest

from bench.measure import FIRST_MARK, LAST_MARK, Command, CommandError, measure

FIRST, LAST = FIRST_MARK.decode(), LAST_MARK.decode()


def printing(*texts, marked=False):
    program = "; ".join(f"print({text!r}); time.sleep(0.2)" for text in texts)
    return Command([sys.executable, "-c", f"import time; {program}"], {}, marked=marked)


def test_execution_is_what_lies_between_the_marks():
    took = measure(printing("before", FIRST, LAST, marked=True))
    assert 0.2 <= took.seconds < took.build_seconds - 0.3


@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize(("printed", "missing"), [(FIRST, LAST), (LAST, FIRST)])
def test_one_mark_alone_is_refused(printed, missing, marked):
    with pytest.raises(CommandError, match=f"did not print \\['{missing}'\\]:\n{printed}"):
        measure(printing(printed, marked=marked))


def test_no_mark_is_refused_of_sphinx_alone():
    with pytest.raises(CommandError, match="did not print"):
        measure(printing("all done", marked=True))
    took = measure(printing("all done"))
    assert took.seconds == took.build_seconds


def test_a_command_runs_in_its_folder(tmp_path):
    program = "from pathlib import Path; Path('here').touch()"
    measure(Command([sys.executable, "-c", program], {}, folder=tmp_path))
    assert (tmp_path / "here").exists()
