"""Two builds in one checkout take turns."""

import threading
from pathlib import Path

import pytest

from trueloss.text.turns import wait_for_turn


def test_the_second_build_says_that_it_waits_and_goes_on_after_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = threading.Event()
    first = wait_for_turn(tmp_path / "folder" / "build.lock")

    def second() -> None:
        wait_for_turn(tmp_path / "folder" / "build.lock").release()
        done.set()

    waiting = threading.Thread(target=second)
    waiting.start()
    assert not done.wait(0.5)
    said = "another build is running in this checkout; waiting for it to finish\n"
    assert capsys.readouterr().err == said
    first.release()
    assert done.wait(10)
    waiting.join()
