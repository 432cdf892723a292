"""What a person sees while pages run."""

import sys

import pytest

from trueloss.execution.report import Progress


def test_the_line_counts_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page with tasks takes several."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    progress = Progress(4, workers=2)
    progress.run_done()
    _, first, second = capsys.readouterr().out.split("\r\x1b[K")
    assert first == "runs: 0 done, 2 running, 2 waiting, 0 s"
    assert second == "runs: 1 done, 2 running, 1 waiting, 0 s"
    progress.close()
    assert capsys.readouterr().out == "\r\x1b[K"
