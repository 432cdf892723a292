"""A challenge: two attempts, a badge, and a clock for those who want one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import answer, question

Visit = Callable[..., Page]
PROBLEMS = ("alpha", "beta", "gamma")


def badge(page: Page) -> Locator:
    return page.get_by_role("img", name="True Loss badge.")


def time_pressure(page: Page) -> Locator:
    return page.get_by_role("switch", name="Time pressure")


def clock(page: Page) -> Locator:
    return page.get_by_role("region", name="Time for this problem")


def time_left(page: Page) -> Locator:
    return clock(page).locator(".tl-pace-time")


def said(page: Page) -> Locator:
    return page.locator("tl-pace").get_by_role("status")


def hide_tab(page: Page, *, hidden: bool) -> None:
    page.evaluate(
        "value => { Object.defineProperty(document, 'hidden', { value, configurable: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }",
        hidden,
    )


@pytest.fixture
def timed(visit: Visit) -> Page:
    """The challenge under time pressure, by a clock that the test moves."""
    page = visit("challenge")
    page.clock.install()
    page.reload()
    time_pressure(page).check()
    return page


def test_one_attempt_more_is_offered_and_then_the_answer_shows(visit: Visit) -> None:
    page = visit("challenge")
    alpha = answer(page, "alpha", "falls")
    expect(alpha.get_by_role("status")).to_have_text(
        "Not this one. One more attempt, or look at the answer."
    )
    expect(alpha.get_by_text("The second is a rise.")).to_be_hidden()
    answer(page, "alpha", "stays")
    expect(alpha.get_by_role("status")).to_contain_text("no attempt is left")
    expect(alpha.get_by_text("The second is a rise.")).to_be_visible()
    expect(alpha.get_by_role("radio").first).to_be_disabled()


def test_used_up_attempts_are_used_up_after_a_reload(visit: Visit) -> None:
    page = visit("challenge")
    answer(page, "alpha", "falls")
    page.reload()
    answer(page, "alpha", "stays")
    expect(question(page, "alpha").get_by_role("status")).to_contain_text("no attempt is left")


@pytest.mark.parametrize("width", [1280, 360])
def test_all_right_earns_the_badge(visit: Visit, width: int) -> None:
    page = visit("challenge", width=width)
    for name in PROBLEMS:
        expect(badge(page)).to_have_count(0)
        answer(page, name)
    expect(badge(page)).to_be_visible()
    name = badge(page).get_attribute("aria-label") or ""
    assert re.search(r"Small steps & large ones 3 of 3 right\. \d+ \w+ \d{4}\.", name)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_score_names_levels_as_the_problems_do(visit: Visit) -> None:
    page = visit("challenge")
    for name in PROBLEMS:
        answer(page, name)
    score = page.get_by_role("table", name="Score by level")
    expect(score.locator("tbody th")).to_have_text(["easy", "intermediate", "expert"])


def test_the_second_attempt_is_good_enough(visit: Visit) -> None:
    page = visit("challenge")
    answer(page, "alpha", "falls")
    for name in PROBLEMS:
        answer(page, name)
    expect(badge(page)).to_be_visible()


def test_the_keyboard_alone_earns_the_badge(visit: Visit) -> None:
    page = visit("challenge")
    for name in PROBLEMS:
        question(page, name).get_by_role("radio", name=f"falls of {name}").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(badge(page)).to_be_visible()


def test_one_wrong_earns_none(visit: Visit) -> None:
    page = visit("challenge")
    answer(page, "alpha")
    answer(page, "beta", "falls")
    answer(page, "beta", "stays")
    answer(page, "gamma")
    page.get_by_text("Badge", exact=True).click()
    expect(page.get_by_text("No badge this time: 1 of 3 not right.")).to_be_visible()
    expect(badge(page)).to_have_count(0)


def test_an_answer_that_was_asked_for_earns_none(visit: Visit) -> None:
    page = visit("challenge")
    answer(page, "alpha", "falls").get_by_role("button", name="Show the answer").click()
    answer(page, "beta")
    answer(page, "gamma")
    expect(badge(page)).to_have_count(0)


def test_a_retry_earns_none_and_a_new_start_does(visit: Visit) -> None:
    page = visit("challenge")
    answer(page, "alpha", "falls")
    answer(page, "alpha", "stays")
    answer(page, "beta")
    answer(page, "gamma")
    page.get_by_role("button", name="Retry the missed ones").click()
    answer(page, "alpha")
    expect(badge(page)).to_have_count(0)
    page.get_by_role("button", name="Start over").click()
    for name in PROBLEMS:
        answer(page, name)
    expect(badge(page)).to_be_visible()


def test_the_badge_is_saved_as_a_file(visit: Visit, tmp_path: Path) -> None:
    page = visit("challenge")
    for name in PROBLEMS:
        answer(page, name)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the badge").click()
    assert download.value.suggested_filename == "true-loss-small.svg"
    file = tmp_path / "badge.svg"
    download.value.save_as(file)
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.localName") == "svg"


def test_the_badge_is_kept(visit: Visit) -> None:
    page = visit("challenge")
    for name in PROBLEMS:
        answer(page, name)
    page.reload()
    page.get_by_text("Badge", exact=True).click()
    expect(badge(page)).to_be_visible()


def test_there_is_no_time_pressure_at_first(visit: Visit) -> None:
    page = visit("challenge")
    expect(time_pressure(page)).not_to_be_checked()
    expect(clock(page)).to_be_hidden()


def test_the_switch_is_remembered(visit: Visit) -> None:
    page = visit("challenge")
    time_pressure(page).check()
    page.reload()
    expect(time_pressure(page)).to_be_checked()
    expect(clock(page)).to_be_visible()


def test_the_switch_works_by_keyboard(visit: Visit) -> None:
    page = visit("challenge", width=360)
    time_pressure(page).focus()
    page.keyboard.press("Space")
    expect(clock(page)).to_be_visible()
    clock(page).get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What about alpha?")).to_be_focused()


def test_a_problem_has_its_time_from_its_start(timed: Page) -> None:
    timed.clock.run_for(10_000)
    expect(time_left(timed)).to_have_text("1:00")
    clock(timed).get_by_role("button", name="Start").click()
    timed.clock.run_for(10_000)
    expect(time_left(timed)).to_have_text("0:50")
    answer(timed, "alpha")
    expect(clock(timed)).to_contain_text("Problem 2 of 3")
    expect(time_left(timed)).to_have_text("1:30")


def test_choosing_an_option_starts_its_problem(timed: Page) -> None:
    question(timed, "gamma").get_by_role("radio").first.check()
    timed.clock.run_for(5_000)
    expect(clock(timed)).to_contain_text("Problem 3 of 3")
    expect(time_left(timed)).to_have_text("0:25")


def test_the_time_is_silent_and_told_on_a_key(timed: Page) -> None:
    clock(timed).get_by_role("button", name="Start").click()
    timed.clock.run_for(15_000)
    assert time_left(timed).get_attribute("aria-hidden") == "true"
    expect(said(timed)).to_have_text("")
    timed.keyboard.press("t")
    expect(said(timed)).to_have_text("Problem 1 of 3: 45 seconds left.")


def test_a_letter_typed_into_a_field_asks_for_nothing(timed: Page) -> None:
    timed.get_by_role("searchbox").or_(timed.get_by_placeholder("Search")).first.focus()
    timed.keyboard.press("t")
    expect(said(timed)).to_have_text("")


def test_a_minute_may_be_added(timed: Page) -> None:
    clock(timed).get_by_role("button", name="Start").click()
    timed.clock.run_for(20_000)
    clock(timed).get_by_role("button", name="Add a minute").click()
    expect(time_left(timed)).to_have_text("1:40")


def test_a_hidden_tab_takes_no_time(timed: Page) -> None:
    clock(timed).get_by_role("button", name="Start").click()
    timed.clock.run_for(10_000)
    hide_tab(timed, hidden=True)
    timed.clock.run_for(30_000)
    hide_tab(timed, hidden=False)
    expect(time_left(timed)).to_have_text("0:50")
    timed.clock.run_for(5_000)
    expect(time_left(timed)).to_have_text("0:45")


def test_a_reload_stops_the_clock_and_keeps_its_time(timed: Page) -> None:
    clock(timed).get_by_role("button", name="Start").click()
    timed.clock.run_for(10_000)
    timed.reload()
    expect(time_left(timed)).to_have_text("0:50")
    expect(clock(timed).get_by_role("button", name="Go on")).to_be_visible()


def test_a_problem_over_its_time_is_answered_all_the_same(timed: Page) -> None:
    clock(timed).get_by_role("button", name="Start").click()
    timed.clock.run_for(61_000)
    expect(said(timed)).to_contain_text("Time is over for Problem 1 of 3. You can still answer it")
    for name in PROBLEMS:
        answer(timed, name)
    expect(badge(timed)).to_have_attribute(
        "aria-label", re.compile("3 of 3 right, against the clock, 1 over time")
    )


def test_a_minute_added_after_the_end_mends_it(timed: Page) -> None:
    clock(timed).get_by_role("button", name="Start").click()
    timed.clock.run_for(61_000)
    clock(timed).get_by_role("button", name="Add a minute").click()
    expect(time_left(timed)).to_have_text("1:00")
    for name in PROBLEMS:
        answer(timed, name)
    expect(badge(timed)).to_have_attribute("aria-label", re.compile("all within the time"))


def test_switched_off_the_clock_is_gone(timed: Page) -> None:
    clock(timed).get_by_role("button", name="Start").click()
    time_pressure(timed).uncheck()
    expect(clock(timed)).to_be_hidden()
    timed.clock.run_for(90_000)
    timed.keyboard.press("t")
    expect(said(timed)).to_have_text("")


def test_without_scripts_there_is_no_switch(visit: Visit) -> None:
    page = visit("challenge", java_script_enabled=False)
    expect(page.get_by_text("Time pressure")).to_be_hidden()


@pytest.mark.parametrize(
    ("width", "beside"), [(1280, True), (1600, True), (800, False), (360, False)]
)
def test_the_program_stands_beside_the_options_where_there_is_room(
    visit: Visit, width: int, beside: bool
) -> None:
    page = visit("challenge", width=width)
    program = question(page, "beta").get_by_text("print(").bounding_box()
    option = question(page, "beta").get_by_role("listitem").first.bounding_box()
    assert program is not None
    assert option is not None
    if beside:
        assert program["x"] + 200 < option["x"]
        assert option["y"] < program["y"]
    else:
        assert program["y"] < option["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
