"""What is due today, of all lessons, from the disk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.small_course import (
    CHALLENGE_PAGE,
    MORNING,
    RECALL_PAGE,
    REVIEW_PAGE,
    keep,
    kept,
    keys,
)
from tests.browser.small_course import (
    visit as open_page,
)

NOW = MORNING.timestamp() * 1000
MISSED = {"tries": 2, "shown": True, "right": False, "first": "B"}


@pytest.fixture
def review(reader: Page, small_course: Path) -> Page:
    """The review of a reader with two cards and one question to do."""
    open_page(reader, small_course, RECALL_PAGE)
    for key in keys(reader, ".tl-card")[1:]:
        keep(reader, key, {"due": NOW - 1})
    open_page(reader, small_course, CHALLENGE_PAGE)
    keep(reader, keys(reader, "tl-question")[1], MISSED)
    open_page(reader, small_course, REVIEW_PAGE)
    return reader


def says(page: Page, text: str) -> None:
    expect(page.locator(".tl-daily-says")).to_have_text(text)


def test_where_nothing_is_due_it_says_when_something_is(reader: Page, small_course: Path) -> None:
    open_page(reader, small_course, REVIEW_PAGE)
    says(
        reader,
        "Nothing is due today. Cards come here when they are due, and questions that went wrong.",
    )
    open_page(reader, small_course, RECALL_PAGE)
    keep(reader, keys(reader, ".tl-card")[0], {"due": NOW + 2 * 24 * 3600 * 1000})
    open_page(reader, small_course, REVIEW_PAGE)
    expect(reader.locator(".tl-daily-says")).to_contain_text("The next card is due in 2 days.")


def test_it_loads_the_pages_alone_on_which_something_is_due(
    reader: Page, small_course: Path
) -> None:
    loaded: list[str] = []
    reader.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    open_page(reader, small_course, RECALL_PAGE)
    keep(reader, keys(reader, ".tl-card")[0], {"due": NOW - 1})
    open_page(reader, small_course, REVIEW_PAGE)
    says(reader, "Today: 1 card.")
    assert [name for name in loaded if name.endswith(".review.js")] == ["recall.review.js"]


def test_cards_and_questions_of_all_pages_are_answered_in_one_place(review: Page) -> None:
    says(review, "Today: 2 cards and 1 question, 1 to answer.")
    review.keyboard.press("Space")
    expect(review.get_by_text("A number that training changes.")).to_be_visible()
    review.keyboard.press("4")
    review.keyboard.press("Space")
    expect(review.get_by_text("The run printed")).to_be_visible()
    review.keyboard.press("4")
    expect(review.get_by_text("Done for now.")).to_be_visible()
    question = review.locator("tl-question")
    expect(question).to_have_count(1)
    question.get_by_role("radio", name="odd").check()
    question.get_by_role("button", name="Check").click()
    says(review, "Today: 2 cards and 1 question, 0 to answer.")
    review.reload()
    expect(review.locator(".tl-daily-says")).to_contain_text("Nothing is due today.")


def test_a_question_that_was_begun_anew_comes_back_until_it_is_right(review: Page) -> None:
    key = str(review.locator("tl-question").get_attribute("data-key"))
    assert kept(review, key)["again"] is True
    review.reload()
    says(review, "Today: 2 cards and 1 question, 1 to answer.")


def test_everything_leads_to_where_it_comes_from(review: Page) -> None:
    question = review.locator("tl-question")
    question.get_by_role("radio", name="odd").check()
    question.get_by_role("button", name="Check").click()
    question.get_by_role("link", name="Challenge: Why apples?").click()
    assert review.url.endswith(f"{CHALLENGE_PAGE}#apples-power")


def test_without_scripts_it_leads_to_the_lessons(browser: Browser, small_course: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_page(page, small_course, REVIEW_PAGE)
    page.locator("article").get_by_role("link", name="Why apples?").click()
    expect(page.get_by_role("heading", name="Why apples?")).to_be_visible()
    context.close()


ANSWER = """which => {
  for (const question of document.querySelectorAll("tl-question")) {
    question.querySelector(`.tl-option${which} input`).click();
    question.querySelector(".tl-check").click();
    question.querySelector(".tl-show").click();
  }
}"""


def test_twelve_questions_say_where_to_start(visit: Callable[..., Page]) -> None:
    page = visit("../../where")
    expect(page.locator("tl-question")).to_have_count(12)
    tiers = page.locator("tl-question").evaluate_all("all => all.map(one => one.dataset.tier)")
    assert sorted(tiers) == sorted(["easy", "medium", "hard"] * 4)
    page.evaluate(ANSWER, "[data-right]")
    expect(page.locator(".tl-daily-says")).to_have_text("All answered: see below.")
    placed = page.locator(".tl-placed")
    expect(placed).to_contain_text("You know what these lessons teach")
    expect(placed.get_by_role("listitem")).to_contain_text("12 of 12 right at once. Skip it.")
    page.reload()
    expect(page.locator(".tl-daily-says")).to_have_text("0 of 12 answered.")
    page.evaluate(ANSWER, ":not([data-right])")
    expect(placed).to_contain_text("Begin with Small steps & large ones.")
    placed.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Small steps & large ones")).to_be_visible()


def test_where_to_start_leaves_the_test_as_it_was(visit: Callable[..., Page]) -> None:
    page = visit("../../where")
    page.evaluate(ANSWER, "[data-right]")
    asked = page.evaluate("TrueLoss.store.keys().filter(key => key.includes('@'))")
    assert asked == []
