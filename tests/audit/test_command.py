"""What is said of a page that Lighthouse has looked at."""

from pathlib import Path

import pytest

import audit.__main__ as command
from audit.lighthouse import WANTED, Result
from audit.weight import WEIGHT

CHART = '<figure class="tl-chart">'


@pytest.mark.parametrize(("html", "chart"), [("<p>", False), (CHART, True)])
@pytest.mark.parametrize("over", [0, 1])
def test_a_page_may_weigh_more_with_a_chart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, html: str, chart: bool, over: int
) -> None:
    (tmp_path / "page.html").write_text(html.ljust(WEIGHT[chart] + over), encoding="utf-8")
    monkeypatch.setattr(command, "audit", lambda *_: Result(WANTED, ("a hint",)))
    entry, missed = command.row("page", tmp_path, "http://localhost/", "chromium")
    size = WEIGHT[chart] + over
    assert entry == {"page": "page", **WANTED, "bytes": size, "chart": chart}
    assert missed == [f"page: weighs {size} bytes, allowed are {WEIGHT[chart]}"] * over


def test_a_score_below_what_is_wanted_comes_with_what_cost_the_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").touch()
    scores = WANTED | {"seo": 91}
    monkeypatch.setattr(command, "audit", lambda *_: Result(scores, ("seo: a title",)))
    _, missed = command.row("page", tmp_path, "http://localhost/", "chromium")
    assert missed == ["page: seo is 91, wanted 100", "page: seo: a title"]
