"""The questions of a page taken together: kept, counted, reviewed, retried."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import answer, question

Visit = Callable[..., Page]


def the_set(page: Page) -> Locator:
    return page.locator("tl-set")


def review(page: Page) -> list[str]:
    """Return what the review says of each question."""
    return the_set(page).locator("ol > li > span").all_inner_texts()


def answer_three(page: Page) -> None:
    """Answer one at once, one at the second try with the hint, and give one up."""
    answer(page, "one")
    question(page, "two").get_by_text("Hint", exact=True).click()
    answer(page, "two", "falls")
    answer(page, "two")
    answer(page, "three", "stays")
    question(page, "three").get_by_role("button", name="Show the answer").click()


def test_answers_are_counted(visit: Visit) -> None:
    page = visit("index")
    answer(page, "one")
    expect(the_set(page)).to_contain_text("1 of 3 answered, 1 right at once, 0 missed.")


def test_the_review_opens_once_all_is_answered(visit: Visit) -> None:
    page = visit("index")
    expect(the_set(page).get_by_role("table")).to_be_hidden()
    answer_three(page)
    expect(the_set(page).get_by_role("status")).to_contain_text("All 3 answered, 1 right at once.")
    expect(the_set(page).get_by_role("table", name="Score by level")).to_be_visible()
    assert review(page) == [
        "right at once",
        "right at try 2, with the hint; first choice A",
        "not right",
    ]


def test_the_score_is_told_by_level(visit: Visit) -> None:
    page = visit("index")
    answer_three(page)
    rows = the_set(page).locator("tbody tr").all_inner_texts()
    assert [row.split() for row in rows] == [
        ["easy", "1", "0", "0", "0"],
        ["medium", "0", "1", "0", "0"],
        ["hard", "0", "0", "1", "0"],
    ]


def test_the_review_leads_to_its_questions(visit: Visit) -> None:
    page = visit("index")
    answer_three(page)
    the_set(page).get_by_role("link", name="What about two?").click()
    expect(question(page, "two")).to_be_in_viewport()


def test_opening_the_solution_first_is_remembered(visit: Visit) -> None:
    page = visit("index")
    question(page, "one").get_by_text("Solution", exact=True).click()
    expect(question(page, "one").get_by_text("Think.")).to_be_visible()
    answer(page, "one")
    the_set(page).get_by_text("Review", exact=True).click()
    assert review(page)[0] == "right at once, after the solution"


def test_help_opened_after_the_answer_does_not_count(visit: Visit) -> None:
    page = visit("index")
    answer(page, "one")
    question(page, "one").get_by_text("Hint", exact=True).click()
    expect(question(page, "one").get_by_text("A hint about one.")).to_be_visible()
    the_set(page).get_by_text("Review", exact=True).click()
    assert review(page)[0] == "right at once"


def test_a_retry_asks_the_missed_ones_alone(visit: Visit) -> None:
    page = visit("index")
    answer_three(page)
    the_set(page).get_by_role("button", name="Retry the missed ones").click()
    expect(question(page, "one").get_by_role("button", name="Check")).to_be_hidden()
    for missed in ("two", "three"):
        expect(question(page, missed).get_by_role("button", name="Check")).to_be_visible()
        expect(question(page, missed).get_by_role("radio").first).to_be_enabled()
    expect(page.get_by_role("heading", name="What about two?")).to_be_focused()
    answer(page, "two")
    answer(page, "three")
    assert review(page) == ["right at once", *["right at once, on a retry"] * 2]


def test_starting_over_asks_all(visit: Visit) -> None:
    page = visit("index")
    restart = the_set(page).get_by_role("button", name="Start over")
    expect(restart).to_be_disabled()
    answer_three(page)
    restart.click()
    expect(page.get_by_role("button", name="Check")).to_have_count(3)
    expect(the_set(page)).to_contain_text("0 of 3 answered")
    expect(page.get_by_role("heading", name="What about one?")).to_be_focused()


def test_a_reload_keeps_what_was_answered(visit: Visit) -> None:
    page = visit("index")
    answer_three(page)
    page.reload()
    one, two, three = (question(page, name) for name in ("one", "two", "three"))
    expect(one.get_by_role("status")).to_have_text("Right at once.")
    expect(one.get_by_role("radio", name="rises of one")).to_be_checked()
    expect(one.get_by_role("radio", name="rises of one")).to_be_disabled()
    expect(two.get_by_role("status")).to_have_text("Right at try 2, with the hint.")
    expect(three.get_by_role("status")).to_have_text("Not right.")
    expect(three.get_by_role("radio", name="stays of three")).to_be_checked()
    expect(the_set(page)).to_contain_text("3 of 3 answered, 1 right at once, 2 missed.")
    one.get_by_role("button", name="Show the answer").click()
    expect(one.get_by_text("The second is a rise.")).to_be_visible()


def test_a_reload_keeps_a_wrong_choice_and_asks_on(visit: Visit) -> None:
    page = visit("index")
    answer(page, "one", "falls")
    page.reload()
    expect(question(page, "one").get_by_role("status")).to_have_text("Not right yet.")
    answer(page, "one")
    expect(question(page, "one").get_by_role("status")).to_contain_text("Right.")
    the_set(page).get_by_text("Review", exact=True).click()
    assert review(page)[0] == "right at try 2; first choice A"


def test_an_edited_question_is_asked_again(visit: Visit) -> None:
    page = visit("index")
    answer(page, "one")
    key = question(page, "one").get_attribute("data-key")
    assert key is not None
    page.evaluate("key => TrueLoss.store.set('about-one@00000000', TrueLoss.store.get(key))", key)
    page.evaluate("key => TrueLoss.store.remove(key)", key)
    page.reload()
    expect(question(page, "one").get_by_role("radio").first).to_be_enabled()


def test_another_tab_takes_nothing_away(visit: Visit) -> None:
    page = visit("index")
    answer(page, "one")
    chosen = question(page, "two").get_by_role("radio", name="falls of two")
    chosen.check()
    other = page.context.new_page()
    other.goto(page.url)
    answer(other, "three")
    expect(the_set(page)).to_contain_text("2 of 3 answered")
    expect(chosen).to_be_checked()
    expect(question(page, "one").get_by_text("The second is a rise.")).to_be_visible()


def test_another_tab_is_followed(visit: Visit) -> None:
    page = visit("index")
    other = page.context.new_page()
    other.goto(page.url)
    answer(other, "one")
    expect(question(page, "one").get_by_role("status")).to_have_text("Right at once.")
    expect(the_set(page)).to_contain_text("1 of 3 answered")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_keyboard_alone_goes_through_the_set(visit: Visit, width: int) -> None:
    page = visit("index", width=width)
    for name in ("one", "two", "three"):
        question(page, name).get_by_role("radio", name=f"falls of {name}").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(question(page, name).get_by_text("Answer", exact=True)).to_be_focused()
    the_set(page).get_by_role("button", name="Start over").focus()
    page.keyboard.press("Enter")
    expect(the_set(page)).to_contain_text("0 of 3 answered")


def test_a_full_review_fits_a_narrow_page(visit: Visit) -> None:
    page = visit("index", width=320)
    answer_three(page)
    expect(the_set(page).get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate("document.querySelector('.content').scrollWidth") <= 320


def test_without_scripts_no_empty_shell_shows(visit: Visit) -> None:
    page = visit("index", java_script_enabled=False)
    expect(the_set(page)).to_be_hidden()
    for name in ("one", "two", "three"):
        question(page, name).get_by_text("Answer", exact=True).click()
    expect(page.get_by_text("The second is a rise.")).to_have_count(3)


def test_on_paper_the_answers_stand_at_the_end(visit: Visit) -> None:
    page = visit("index")
    page.emulate_media(media="print")
    answers = page.locator(".tl-print")
    expect(answers.get_by_role("heading", name="Answers")).to_be_visible()
    expect(answers.get_by_text("The second is a rise.")).to_have_count(3)
    expect(answers.get_by_text("The second is a rise.").first).to_be_visible()
    expect(page.get_by_role("button", name="Check")).to_have_count(0)
    expect(page.get_by_role("link", name="Skip to content")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(answers).to_have_count(0)


def test_large_letters_fit_a_narrow_page(visit: Visit) -> None:
    page = visit("index", width=360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    answer_three(page)
    expect(the_set(page).get_by_role("table")).to_be_visible()
    assert page.evaluate("document.querySelector('.content').scrollWidth") <= 360
