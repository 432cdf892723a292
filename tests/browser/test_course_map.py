"""The map of the course on the home page, and what it says of this reader."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.small_course import (
    CHALLENGE_PAGE,
    HOME_PAGE,
    MINUTE,
    MORNING,
    RECALL_PAGE,
    keep,
    keys,
    visit,
)

NOW = MORNING.timestamp() * 1000


@pytest.fixture
def home(reader: Page, small_course: Path) -> Page:
    visit(reader, small_course, HOME_PAGE)
    return reader


def mode(page: Page, name: str) -> Locator:
    link = page.locator("a").get_by_text(name, exact=True)
    return page.locator("tl-map li li").filter(has=link)


def unfold(page: Page) -> None:
    page.get_by_text("4 ways to learn it").click()


def test_parts_and_lessons_stand_in_the_order_of_the_author(home: Page) -> None:
    headings = home.locator("tl-map").get_by_role("heading")
    expect(headings).to_have_text(["The loop", "The data"])
    lessons = home.locator("tl-map .tl-lesson")
    expect(lessons.nth(0)).to_contain_text("Why apples?")
    expect(lessons.nth(1)).to_have_text("Learning-rate schedules to come")
    expect(lessons.nth(1).get_by_role("link")).to_have_count(0)
    expect(lessons.nth(2)).to_have_text("Augmentation to come")


def test_every_mode_has_its_minutes_and_its_page(home: Page) -> None:
    for name in ("Learn", "Why", "Challenge", "Recall"):
        expect(mode(home, name)).to_contain_text(" min")
        expect(mode(home, name)).to_be_hidden()
    unfold(home)
    mode(home, "Challenge").get_by_role("link").click()
    expect(home.get_by_role("heading", name="Challenge yourself")).to_be_visible()


def test_a_new_reader_has_done_nothing(home: Page) -> None:
    expect(mode(home, "Challenge")).to_contain_text("0 of 2 right")
    expect(mode(home, "Recall")).to_contain_text("0 of 3 learned")
    expect(home.get_by_text("0 of 4 modes done")).to_be_visible()
    expect(home.locator("[data-done]")).to_have_count(0)
    expect(home.locator("tl-start")).to_have_text("Start Why apples? Nothing is due today")
    home.get_by_role("link", name="Start").click()
    expect(home.get_by_role("heading", name="Why apples?")).to_be_visible()


def test_what_the_reader_has_done_shows(home: Page, small_course: Path) -> None:
    visit(home, small_course, CHALLENGE_PAGE)
    first, second = keys(home, "tl-question")
    keep(home, first, {"right": True})
    keep(home, second, {"tries": 1, "shown": True})
    keep(home, "page:lessons/apples/why", {"read": True})
    visit(home, small_course, HOME_PAGE)
    expect(mode(home, "Challenge")).to_contain_text("1 of 2 right")
    expect(mode(home, "Why")).to_contain_text("read")
    expect(home.locator("[data-done]")).to_have_count(1)
    expect(home.get_by_text("1 of 4 modes done")).to_be_visible()
    keep(home, second, {"right": True})
    home.reload()
    expect(home.locator("[data-done]")).to_have_count(2)


@pytest.mark.parametrize(("due", "text"), [(1, "1 card"), (2, "2 cards")])
def test_cards_that_are_due_are_counted_and_linked(
    home: Page, small_course: Path, due: int, text: str
) -> None:
    visit(home, small_course, RECALL_PAGE)
    cards = keys(home, ".tl-card")
    for index, key in enumerate(cards):
        keep(home, key, {"due": NOW - 1 if index < due else NOW + 1})
    visit(home, small_course, HOME_PAGE)
    expect(mode(home, "Recall")).to_contain_text(f"{due} due")
    home.get_by_role("link", name=f"Today: {text}", exact=True).click()
    expect(home.get_by_role("heading", name="What is due today?")).to_be_visible()


def test_a_reader_who_comes_back_goes_on_where_they_left_off(
    home: Page, small_course: Path
) -> None:
    for page in (CHALLENGE_PAGE, RECALL_PAGE, "lessons/apples/why.html"):
        home.clock.set_fixed_time(MORNING + MINUTE)
        visit(home, small_course, page)
    visit(home, small_course, HOME_PAGE)
    home.clock.set_fixed_time(MORNING + 2 * MINUTE)
    visit(home, small_course, CHALLENGE_PAGE)
    visit(home, small_course, HOME_PAGE)
    expect(home.locator("tl-start")).to_contain_text("Continue Challenge: Why apples?")
    home.get_by_role("link", name="Continue").click()
    expect(home.get_by_role("heading", name="Challenge yourself")).to_be_visible()


def test_the_map_follows_another_tab(home: Page, small_course: Path) -> None:
    other = home.context.new_page()
    visit(other, small_course, CHALLENGE_PAGE)
    keep(other, keys(other, "tl-question")[0], {"right": True})
    expect(mode(home, "Challenge")).to_contain_text("1 of 2 right")


def test_a_keyboard_reaches_every_mode(home: Page) -> None:
    unfold(home)
    home.locator("tl-map").get_by_role("link", name="Why apples?", exact=True).focus()
    home.keyboard.press("Tab")
    for name in ("Learn", "Why", "Challenge", "Recall"):
        home.keyboard.press("Tab")
        expect(mode(home, name).get_by_role("link")).to_be_focused()


def test_a_narrow_page_does_not_scroll_sideways(home: Page) -> None:
    assert home.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_map_reads(browser: Browser, small_course: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, small_course, HOME_PAGE)
    expect(page.get_by_text("4 ways to learn it")).to_be_hidden()
    expect(page.locator("tl-map").get_by_role("link", name="Why apples?")).to_be_visible()
    expect(page.get_by_role("link", name="Start")).to_be_visible()
    expect(page.get_by_text("Nothing is due today")).to_be_hidden()
    context.close()
