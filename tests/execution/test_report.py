"""What a person sees while pages run, and when they have."""

import sys
import threading
import time

import pytest

from trueloss.execution.report import PageReport, Progress, build_report, summary


def make_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard output be a terminal that somebody looks at."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)


def test_the_line_counts_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page with tasks takes several."""
    make_terminal(monkeypatch)
    progress = Progress(4, workers=2)
    progress.run_done()
    _, first, second = capsys.readouterr().out.split("\r\x1b[K")
    assert first == "runs: 0 done, 2 running, 2 waiting, 0 s"
    assert second == "runs: 1 done, 2 running, 1 waiting, 0 s"
    progress.close()
    assert capsys.readouterr().out == "\r\x1b[K"


def test_the_clock_ticks_while_no_run_ends_and_stops_with_the_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_terminal(monkeypatch)
    before = threading.enumerate()
    progress = Progress(1, workers=1)
    shown = ""
    while "running, 0 waiting, 1 s" not in shown:
        assert progress.seconds < 10, shown
        time.sleep(0.05)
        shown += capsys.readouterr().out
    progress.close()
    assert threading.enumerate() == before
    assert capsys.readouterr().out.endswith("\r\x1b[K")


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("CI", "1"), ("TERM", "dumb")])
def test_the_line_is_silent_in_a_terminal_that_is_a_log(
    name: str,
    value: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    progress = Progress(2, workers=1)
    progress.run_done()
    progress.close()
    assert capsys.readouterr() == ("", "")


def test_the_line_is_silent_where_there_is_no_standard_output(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    progress = Progress(2, workers=1)
    progress.run_done()
    progress.close()


def test_the_line_is_silent_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    before = threading.enumerate()
    progress = Progress(2, workers=1)
    assert threading.enumerate() == before
    progress.run_done()
    progress.close()
    assert capsys.readouterr() == ("", "")


def test_the_summary_counts_pages_and_names_the_three_that_took_longest() -> None:
    ran = [PageReport(f"page-{n}", 1, float(n), 100.0, cached=False) for n in (2, 5, 3, 4)]
    cached = PageReport("cached", 1, 9.0, 100.0, cached=True)
    assert summary(build_report([*ran, cached], 8.25)) == (
        "4 pages run in 8.2 s, 1 cached; slowest: page-5 5.0 s, page-4 4.0 s, page-3 3.0 s"
    )
    assert summary(build_report([cached], 0.0)) == "0 pages run in 0.0 s, 1 cached"
    assert summary(build_report(ran[:1], 2.0)).startswith("1 page run in 2.0 s")
