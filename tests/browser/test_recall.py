"""A deck of flip cards as a reader meets it, against a clock that the test sets."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.small_course import (
    CHALLENGE_PAGE,
    DAY,
    MINUTE,
    MORNING,
    RECALL_PAGE,
    REVIEW_PAGE,
    keep,
    kept,
    keys,
    visit,
)
from tests.html_pages import html_pages

FRONTS = ("What does the gradient tell?", "What is a weight?", "What are three and four?")
BACKS = ("Which way, and how steeply", "A number that training changes.", "The run printed")


@pytest.fixture
def deck(reader: Page, small_course: Path) -> Page:
    visit(reader, small_course, RECALL_PAGE)
    return reader


def card(page: Page, number: int) -> Locator:
    return page.locator("summary").filter(has_text=FRONTS[number])


def back(page: Page, number: int) -> Locator:
    return page.get_by_text(BACKS[number]).first


def button(page: Page, grade: str) -> Locator:
    return page.get_by_role("button", name=grade)


def counts(page: Page, says: str) -> None:
    expect(page.locator(".tl-deck-counts")).to_have_text(says)


def set_clock(page: Page, now: datetime) -> None:
    page.clock.set_fixed_time(now)
    page.reload()


def test_one_card_shows_at_a_time_and_its_back_waits(deck: Page) -> None:
    counts(deck, "3 new")
    expect(card(deck, 0)).to_be_visible()
    expect(card(deck, 1)).to_be_hidden()
    expect(back(deck, 0)).to_be_hidden()
    expect(button(deck, "Good")).to_be_hidden()


def test_a_tap_flips_and_a_grade_brings_the_next(deck: Page) -> None:
    card(deck, 0).click()
    expect(back(deck, 0)).to_be_visible()
    for grade, interval in (("Again", "1 min"), ("Hard", "6 min"), ("Good", "10 min")):
        expect(button(deck, grade)).to_contain_text(interval)
    expect(button(deck, "Easy")).to_contain_text("days")
    button(deck, "Good").click()
    expect(back(deck, 0)).to_be_hidden()
    expect(card(deck, 1)).to_be_visible()
    expect(deck.get_by_role("status").filter(has_text="It comes back in 10 min.")).to_be_visible()
    counts(deck, "2 new, 1 again soon")


def test_a_whole_session_with_the_keyboard_alone(deck: Page) -> None:
    for _ in range(200):
        deck.keyboard.press("Tab")
        if card(deck, 0).evaluate("card => card === document.activeElement"):
            break
    expect(card(deck, 0)).to_be_focused()
    deck.keyboard.press("3")
    counts(deck, "3 new")
    for number, flip in enumerate(("Space", "Enter", "Space")):
        expect(card(deck, number)).to_be_focused()
        deck.keyboard.press(flip)
        expect(back(deck, number)).to_be_visible()
        deck.keyboard.press("4")
    counts(deck, "3 later")
    expect(deck.get_by_text("Done for now. The next card comes back in")).to_be_focused()


def test_the_keys_work_on_arrival(deck: Page) -> None:
    deck.keyboard.press("3")
    counts(deck, "3 new")
    deck.keyboard.press("Space")
    expect(back(deck, 0)).to_be_visible()
    deck.get_by_role("heading", name="Recall").click()
    deck.keyboard.press("3")
    counts(deck, "2 new, 1 again soon")
    expect(card(deck, 1)).to_be_focused()
    deck.keyboard.press("Space")
    expect(back(deck, 1)).to_be_visible()


def test_keys_that_are_meant_for_something_else_grade_nothing(deck: Page) -> None:
    card(deck, 0).click()
    deck.set_viewport_size({"width": 1280, "height": 800})
    deck.get_by_role("textbox", name="Search").press("3")
    counts(deck, "3 new")


def test_the_keys_belong_to_the_page_where_the_deck_is_out_of_sight(deck: Page) -> None:
    deck.evaluate("document.querySelector('tl-deck').style.marginTop = '300vh'")
    deck.keyboard.press("Space")
    expect(back(deck, 0)).to_be_hidden()


def test_a_card_that_comes_again_is_counted_as_what_it_is(deck: Page) -> None:
    for grade in ("Again", "Easy", "Easy"):
        deck.locator(".tl-card[data-current] > summary").click()
        button(deck, grade).click()
    expect(card(deck, 0)).to_be_visible()
    counts(deck, "1 again soon, 2 later")


def test_a_key_with_a_modifier_is_the_browsers(deck: Page) -> None:
    card(deck, 0).click()
    deck.keyboard.press("Control+3")
    counts(deck, "3 new")


def test_the_schedule_is_that_of_fsrs(deck: Page) -> None:
    # Worked out with the library: each grade when the card is due, and when it comes back.
    series = (
        ("Good", 10 * MINUTE),
        ("Good", 2 * DAY),
        ("Good", 11 * DAY),
        ("Again", 10 * MINUTE),
        ("Good", 2 * DAY),
        ("Easy", 8 * DAY),
    )
    (key, *others) = keys(deck, ".tl-card")
    for other in others:
        keep(deck, other, {"due": (MORNING + 3650 * DAY).timestamp() * 1000})
    now = MORNING
    for grade, interval in series:
        set_clock(deck, now)
        card(deck, 0).click()
        button(deck, grade).click()
        due = now + interval
        assert kept(deck, key)["due"] == due.timestamp() * 1000, grade
        now = due


def test_a_reload_keeps_what_was_graded(deck: Page) -> None:
    card(deck, 0).click()
    button(deck, "Easy").click()
    deck.reload()
    counts(deck, "2 new, 1 later")
    expect(card(deck, 1)).to_be_visible()


def test_a_card_that_is_due_comes_before_a_new_one(deck: Page) -> None:
    card(deck, 0).click()
    button(deck, "Good").click()
    expect(card(deck, 1)).to_be_visible()
    set_clock(deck, MORNING + timedelta(hours=1))
    counts(deck, "1 due, 2 new")
    expect(card(deck, 0)).to_be_visible()


def test_a_card_that_was_not_known_comes_again_in_the_session(deck: Page) -> None:
    for number, grade in enumerate(("Again", "Easy", "Easy")):
        card(deck, number).click()
        button(deck, grade).click()
    expect(card(deck, 0)).to_be_visible()


def test_a_reader_may_go_on_before_anything_is_due(deck: Page) -> None:
    for number in range(3):
        card(deck, number).click()
        button(deck, "Easy").click()
    button(deck, "Go on with cards that are not due yet").click()
    for number in range(3):
        expect(card(deck, number)).to_be_focused()
        deck.keyboard.press("Enter")
        deck.keyboard.press("3")
    expect(deck.get_by_text("Done for now.")).to_be_visible()


def test_the_list_says_how_every_card_stands(deck: Page) -> None:
    card(deck, 0).click()
    button(deck, "Good").click()
    deck.get_by_text("All cards of this deck").click()
    items = deck.locator(".tl-deck-list").get_by_role("listitem")
    expect(items).to_have_text(
        [f"{FRONTS[0]} — in 10 min", f"{FRONTS[1]} — new", f"{FRONTS[2]} — new"]
    )


def test_a_card_that_was_edited_is_new(deck: Page) -> None:
    key = keys(deck, ".tl-card")[0]
    keep(deck, f"{key[:-8]}00000000", {"due": 0})
    deck.reload()
    counts(deck, "3 new")


@pytest.mark.parametrize("record", [{"due": "soon"}, {"due": 1, "state": "x"}, {"right": True}])
def test_a_schedule_that_makes_no_sense_is_begun_anew(
    deck: Page, record: dict[str, object]
) -> None:
    keep(deck, keys(deck, ".tl-card")[0], record)
    deck.reload()
    card(deck, 0).click()
    expect(button(deck, "Good")).to_contain_text("10 min")


def test_the_back_shows_what_the_run_printed(deck: Page) -> None:
    for number in range(2):
        card(deck, number).click()
        button(deck, "Easy").click()
    card(deck, 2).click()
    expect(deck.get_by_text("We ran it")).to_be_visible()
    expect(deck.locator(".cell_output")).to_contain_text("7")


def test_a_narrow_page_does_not_scroll_sideways(deck: Page) -> None:
    card(deck, 0).click()
    assert deck.evaluate("document.documentElement.scrollWidth") <= 360


def test_nothing_moves_when_the_scripts_start(browser: Browser, small_course: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 1200})
    context.add_init_script(
        """window.shift = 0;
        new PerformanceObserver((list) => {
          for (const { sources, value } of list.getEntries()) {
            if (sources.some(({ node }) => node?.closest?.("article"))) window.shift += value;
          }
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page = context.new_page()
    visit(page, small_course, RECALL_PAGE)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") == 0
    context.close()


def test_only_pages_with_cards_load_the_scheduler(small_course: Path) -> None:
    loading = {
        path.relative_to(small_course).as_posix()
        for path in html_pages(small_course)
        if "ts-fsrs" in path.read_text(encoding="utf-8")
    }
    assert loading == {RECALL_PAGE, REVIEW_PAGE}
    assert CHALLENGE_PAGE not in loading


@pytest.fixture
def without_scripts(browser: Browser, small_course: Path) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, small_course, RECALL_PAGE)
    yield page
    context.close()


def test_without_scripts_the_cards_are_a_list_that_opens(without_scripts: Page) -> None:
    page = without_scripts
    for number in range(3):
        expect(card(page, number)).to_be_visible()
        expect(back(page, number)).to_be_hidden()
    card(page, 1).click()
    expect(back(page, 1)).to_be_visible()
    for gone in ("Again", "Good", "Go on with cards"):
        expect(button(page, gone)).to_have_count(0)
    expect(page.get_by_text("All cards of this deck")).to_be_hidden()
