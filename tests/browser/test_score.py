"""What records come to, by tables: scores, verdicts, clocks, badges."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.published import ROOT

#: Scripts of plain functions, in the order in which pages load them.
SCRIPTS = ("store", "score", "dom", "clock", "badge")


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Callable[..., Any]]:
    """Call a function of the scripts: ``call("TrueLossScore.verdict", 3, 4)``."""
    context = browser.new_context()
    page: Page = context.new_page()
    page.goto((ROOT / "LICENSE").as_uri())
    for name in SCRIPTS:
        page.add_script_tag(path=ROOT / "conf" / "trueloss" / "static" / f"{name}.js")
    yield lambda function, *given: page.evaluate(f"given => {function}(...given)", list(given))
    context.close()


ONCE = {"right": True, "tries": 1, "shown": False}
LATER = {"right": True, "tries": 2, "shown": False}
MISSED = {"right": False, "tries": 2, "shown": True}
GIVEN_UP = {"right": False, "tries": 0, "shown": True}
TRIED = {"right": False, "tries": 1, "shown": False}
HINTED = {**ONCE, "hint": True}


@pytest.mark.parametrize(
    ("record", "outcome", "words"),
    [
        (None, "open", "not answered"),
        ({"hint": True}, "open", "not answered"),
        (TRIED, "open", "not right yet"),
        (ONCE, "once", "right at once"),
        (LATER, "later", "right at try 2"),
        (MISSED, "missed", "not right"),
        (GIVEN_UP, "missed", "the answer was shown"),
        (HINTED, "once", "right at once, with the hint"),
        ({**HINTED, "solution": True}, "once", "right at once, after the solution"),
        ({**LATER, "again": True, "over": True}, "later", "right at try 2, on a retry, over time"),
    ],
)
def test_a_record_has_an_outcome_and_words(
    call: Callable[..., Any], record: dict[str, Any] | None, outcome: str, words: str
) -> None:
    assert call("TrueLossScore.outcome", record) == outcome
    assert call("TrueLossScore.describe", record) == words


@pytest.mark.parametrize(
    ("record", "limited", "missed"),
    [
        (ONCE, True, False),
        (LATER, True, False),
        (LATER, False, True),
        (MISSED, True, True),
        (MISSED, False, True),
        (TRIED, False, False),
        (None, False, False),
    ],
)
def test_what_a_retry_takes_up(
    call: Callable[..., Any], record: dict[str, Any] | None, limited: bool, missed: bool
) -> None:
    assert call("TrueLossScore.isMissed", record, limited) is missed


def test_a_score_counts_over_all_and_by_tier(call: Callable[..., Any]) -> None:
    pairs = [("easy", ONCE), ("easy", HINTED), ("hard", LATER), ("hard", MISSED), ("hard", None)]
    score = call("TrueLossScore.score", [{"tier": tier, "record": r} for tier, r in pairs])
    easy = {"of": 2, "once": 2, "later": 0, "missed": 0, "open": 0, "known": 1}
    hard = {"of": 3, "once": 0, "later": 1, "missed": 1, "open": 1, "known": 0}
    assert score["tiers"] == [{"tier": "easy", **easy}, {"tier": "hard", **hard}]
    assert {name: score[name] for name in easy} == {n: easy[n] + hard[n] for n in easy}


@pytest.mark.parametrize(
    ("known", "of", "verdict"),
    [
        (4, 4, "strong"),
        (3, 4, "strong"),
        (2, 4, "growing"),
        (1, 4, "weak"),
        (0, 4, "weak"),
        (3, 3, "strong"),
        (2, 3, "growing"),
        (1, 3, "weak"),
    ],
)
def test_a_level_is_strong_growing_or_weak(
    call: Callable[..., Any], known: int, of: int, verdict: str
) -> None:
    assert call("TrueLossScore.verdict", known, of) == verdict


@pytest.mark.parametrize(
    ("records", "earned"),
    [
        ([ONCE, LATER, HINTED], True),
        ([ONCE, MISSED], False),
        ([ONCE, TRIED], False),
        ([ONCE, None], False),
        ([ONCE, {**ONCE, "again": True}], False),
        ([], False),
    ],
)
def test_what_earns_the_badge(
    call: Callable[..., Any], records: list[dict[str, Any] | None], earned: bool
) -> None:
    assert call("TrueLossScore.earnsBadge", records) is earned


@pytest.mark.parametrize(
    ("records", "note"),
    [
        ([{}, {}], ""),
        ([{"timed": True}, {"timed": True}], "all within the time"),
        ([{"timed": True}, {}], "some against the clock"),
        ([{"timed": True, "over": True}, {"timed": True}], "against the clock, 1 over time"),
    ],
)
def test_the_badge_says_how_it_was_against_the_clock(
    call: Callable[..., Any], records: list[dict[str, Any]], note: str
) -> None:
    assert call("TrueLossBadge.note", records) == note


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Training", ["Training"]),
        ("What happens when a model trains?", ["What happens when a", "model trains?"]),
        (
            "Unbreakablylongtitlewithoutblanks at all",
            ["Unbreakablylongtitlewithoutblanks", "at all"],
        ),
    ],
)
def test_a_title_is_broken_at_its_blanks(
    call: Callable[..., Any], text: str, lines: list[str]
) -> None:
    assert call("TrueLossBadge.wrap", text) == lines


def test_a_title_cannot_break_the_picture(call: Callable[..., Any]) -> None:
    words = {"title": '<script> & "quotes"', "score": "5 of 5", "note": "", "date": "today"}
    svg = call("TrueLossBadge.svg", words)
    assert "<script" not in svg
    assert call("(svg => new DOMParser().parseFromString(svg, 'image/svg+xml')"
                ".querySelector('parsererror') === null)", svg)  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "shown", "words"),
    [
        (0, "0:00", "no time"),
        (5, "0:05", "5 seconds"),
        (61, "1:01", "1 minute 1 second"),
        (120, "2:00", "2 minutes"),
        (605, "10:05", "10 minutes 5 seconds"),
    ],
)
def test_a_time_reads_as_on_a_clock_and_in_words(
    call: Callable[..., Any], seconds: int, shown: str, words: str
) -> None:
    assert call("TrueLossClock.show", seconds) == shown
    assert call("TrueLossClock.say", seconds) == words


#: Each step is a number of milliseconds that pass, or what is done to a clock of one minute.
STEPS = """(steps) => {
  let now = 0;
  const clock = new TrueLossClock.Clock(60, () => now);
  for (const step of steps) {
    if (typeof step === "number") now += step;
    else if (step === "extend") clock.extend(60);
    else clock[step]();
  }
  return clock.left;
}"""


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        ([], 60),
        ([5000], 60),
        (["start", 5000], 55),
        (["start", 5000, "start", 5000], 50),
        (["start", 500], 60),
        (["start", 5000, "pause", 5000], 55),
        (["start", 5000, "pause", 5000, "start", 5000], 50),
        (["start", 5000, "extend"], 115),
        (["start", 90_000], 0),
        (["start", 90_000, "extend"], 60),
        (["start", 90_000, "pause", "extend"], 60),
        (["extend"], 120),
    ],
)
def test_a_clock_runs_stands_and_is_extended(
    call: Callable[..., Any], steps: list[Any], left: int
) -> None:
    assert call(f"({STEPS})", steps) == left
