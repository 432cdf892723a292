"""What is read out of a report of Lighthouse."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from audit import lighthouse
from audit.lighthouse import CATEGORIES, Result, read_report


def finding(title: str, score: float | None, mode: str = "binary") -> dict[str, object]:
    return {"title": title, "score": score, "scoreDisplayMode": mode}


REPORT = {
    "categories": {
        "performance": {
            "score": 0.985,
            "auditRefs": [
                {"id": "first-paint", "weight": 10},
                {"id": "late", "weight": 25},
                {"id": "hint", "weight": 0},
            ],
        },
        "accessibility": {
            "score": 0.96,
            "auditRefs": [{"id": "contrast", "weight": 7}, {"id": "video", "weight": 10}],
        },
        "best-practices": {"score": 1, "auditRefs": [{"id": "silent", "weight": 1}]},
        "seo": {"score": 1, "auditRefs": []},
    },
    "audits": {
        "first-paint": finding("Paints early", 0.93, "numeric"),
        "late": finding("Is soon complete", 0.89, "numeric"),
        "hint": finding("Could be smaller", 0, "metricSavings"),
        "contrast": finding("Text is hard to read", 0),
        "video": finding("Videos have captions", None, "notApplicable"),
        "silent": finding("Complains on the console", None),
    },
}


def test_a_report_is_scores_and_what_cost_points() -> None:
    assert read_report(REPORT) == Result(
        scores={"performance": 98, "accessibility": 96, "best-practices": 100, "seo": 100},
        problems=(
            "performance: Is soon complete",
            "accessibility: Text is hard to read",
            "best-practices: Complains on the console",
        ),
    )


def test_every_category_that_is_asked_for_is_read() -> None:
    assert tuple(read_report(REPORT).scores) == CATEGORIES


@pytest.mark.parametrize("losses", [0, 1, 2, 3])
def test_a_run_that_lost_its_trace_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, losses: int
) -> None:
    codes = iter([1] * losses + [0])

    def run(command: list[str], *, check: bool, **_: Any) -> subprocess.CompletedProcess[str]:
        ran = subprocess.CompletedProcess(command, next(codes), "", "")
        if check:
            ran.check_returncode()
        (target,) = (part for part in command if part.startswith("--output-path="))
        Path(target.partition("=")[2]).write_text(json.dumps(REPORT), encoding="utf-8")
        return ran

    monkeypatch.setattr(subprocess, "run", run)
    if losses == lighthouse.TRIES:
        with pytest.raises(subprocess.CalledProcessError):
            lighthouse.audit("address", "chromium", "node")
    else:
        assert lighthouse.audit("address", "chromium", "node") == read_report(REPORT)
