"""Two builds in one checkout take turns."""

import threading
from pathlib import Path

from trueloss.turns import wait_for_turn


def test_the_second_build_says_that_it_waits_and_goes_on_after_the_first(tmp_path: Path) -> None:
    said: list[str] = []
    done = threading.Event()
    first = wait_for_turn(tmp_path / "folder" / "build.lock", said.append)

    def second() -> None:
        wait_for_turn(tmp_path / "folder" / "build.lock", said.append).release()
        done.set()

    waiting = threading.Thread(target=second)
    waiting.start()
    assert not done.wait(0.5)
    assert said == ["another build runs in this checkout; waiting until it has finished"]
    first.release()
    assert done.wait(10)
    waiting.join()
