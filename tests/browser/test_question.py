"""A question as a reader meets it, found by role and accessible name."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.small_course import keep


def question(page: Page, title: str) -> Locator:
    heading = page.get_by_role("heading", name=title)
    return page.locator("tl-question").filter(has=heading)


def the_sum(page: Page) -> Locator:
    return question(page, "What does the program print?")


def option(page: Page, label: str) -> Locator:
    radio = page.get_by_role("radio", name=label)
    return the_sum(page).get_by_role("listitem").filter(has=radio)


def choose(page: Page, label: str) -> None:
    the_sum(page).get_by_role("radio", name=label).check()
    the_sum(page).get_by_role("button", name="Check").click()


def answer(page: Page) -> Locator:
    return the_sum(page).get_by_text("The sum, as the program says.")


def test_the_program_shows_and_its_output_waits(page: Page) -> None:
    expect(the_sum(page).get_by_text("a + b")).to_be_visible()
    expect(answer(page)).to_be_hidden()
    expect(the_sum(page).locator(".cell_output")).to_be_hidden()


EXPLAINED = {"12": "That is the product.", "34": "Digits side by side."}
RIGHT = {"7": "The sum, as the program says."}


def test_a_right_choice_is_announced_and_shows_every_explanation_at_its_option(page: Page) -> None:
    choose(page, "7")
    expect(the_sum(page).get_by_role("status")).to_have_text("Right. Below is what the run said.")
    for label, text in (EXPLAINED | RIGHT).items():
        expect(option(page, label).get_by_text(text)).to_be_visible()
        expect(page.get_by_text(text)).to_have_count(1)
    expect(the_sum(page).locator(".cell_output")).to_contain_text("7")


def test_a_wrong_choice_says_why_in_its_place_and_may_be_tried_again(page: Page) -> None:
    choose(page, "12")
    expect(the_sum(page).get_by_role("status")).to_contain_text("Not this one.")
    expect(option(page, "12").get_by_text(EXPLAINED["12"])).to_be_visible()
    # What appears in it, a screen reader announces.
    expect(option(page, "12")).to_have_attribute("aria-live", "polite")
    expect(page.get_by_text(EXPLAINED["34"])).to_be_hidden()
    expect(answer(page)).to_be_hidden()
    choose(page, "7")
    expect(answer(page)).to_be_visible()


def test_every_choice_stays_marked(page: Page) -> None:
    choose(page, "12")
    the_sum(page).get_by_role("radio", name="34").check()
    expect(option(page, "34")).not_to_have_attribute("data-state", "wrong")
    choose(page, "34")
    for _ in range(2):
        for label in EXPLAINED:
            expect(option(page, label)).to_have_attribute("data-state", "wrong")
        expect(option(page, "7")).not_to_have_attribute("data-state", "right")
        page.reload()
    expect(the_sum(page).get_by_role("radio", name="34")).to_be_checked()
    choose(page, "7")
    page.reload()
    for label in EXPLAINED:
        expect(option(page, label)).to_have_attribute("data-state", "wrong")
    expect(option(page, "7")).to_have_attribute("data-state", "right")


def test_an_option_checked_again_says_why_again_and_costs_nothing(page: Page) -> None:
    choose(page, "12")
    page.reload()
    expect(page.get_by_text(EXPLAINED["12"])).to_be_hidden()
    choose(page, "12")
    expect(option(page, "12").get_by_text(EXPLAINED["12"])).to_be_visible()
    choose(page, "7")
    page.reload()
    expect(the_sum(page).get_by_role("status")).to_have_text("Right at try 2.")


def test_choices_kept_by_an_older_version_of_the_site_stay_marked(page: Page) -> None:
    key = the_sum(page).get_attribute("data-key")
    keep(page, str(key), {"right": True, "first": "C", "tries": 2, "shown": False})
    page.reload()
    expect(option(page, "34")).to_have_attribute("data-state", "wrong")
    expect(option(page, "7")).to_have_attribute("data-state", "right")
    expect(the_sum(page).get_by_role("radio", name="7")).to_be_checked()


def test_the_answer_is_named_where_it_was_not_found(page: Page) -> None:
    choose(page, "12")
    the_sum(page).get_by_role("button", name="Show the answer").click()
    expect(the_sum(page).get_by_role("status")).to_contain_text("The answer is B.")


def test_enter_on_a_chosen_option_checks_it(page: Page) -> None:
    the_sum(page).get_by_role("radio", name="12").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(option(page, "12").get_by_text(EXPLAINED["12"])).to_be_visible()
    expect(the_sum(page).get_by_role("radio", name="12")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(answer(page)).to_be_visible()
    expect(the_sum(page).locator(".tl-answer > summary")).to_be_focused()


def test_a_question_has_a_link_to_it(page: Page) -> None:
    the_sum(page).get_by_role("link", name="Link to this question").click()
    assert page.url.endswith("#the-sum")
    expect(page.locator(":target")).to_contain_text("What does the program print?")


def test_the_answer_may_be_asked_for_after_a_wrong_choice(page: Page) -> None:
    show = the_sum(page).get_by_role("button", name="Show the answer")
    expect(show).to_be_hidden()
    the_sum(page).get_by_role("radio", name="34").check()
    the_sum(page).get_by_role("button", name="Check").click()
    show.click()
    expect(answer(page)).to_be_visible()


def test_checking_without_a_choice_says_what_to_do(page: Page) -> None:
    the_sum(page).get_by_role("button", name="Check").click()
    expect(the_sum(page).get_by_role("status")).to_have_text("Choose an option first.")


def test_the_keyboard_alone_answers(page: Page) -> None:
    the_sum(page).get_by_role("radio", name="12").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(answer(page)).to_be_visible()


def test_a_click_beside_the_words_of_an_option_chooses_it(page: Page) -> None:
    the_sum(page).get_by_role("listitem").filter(has_text="34").first.click()
    expect(the_sum(page).get_by_role("radio", name="34")).to_be_checked()


def test_help_stays_closed_until_wanted(page: Page) -> None:
    for title, text in (("Hint", "Look at the sign"), ("Common mistakes", "Multiplying.")):
        expect(the_sum(page).get_by_text(text)).to_be_hidden()
        the_sum(page).get_by_text(title, exact=True).click()
        expect(the_sum(page).get_by_text(text)).to_be_visible()


def test_evidence_of_its_own_stays_out_of_sight_until_answered(page: Page) -> None:
    product = question(page, "Is the product of two odd numbers")
    program = page.get_by_text("% 2")
    expect(program).to_be_hidden()
    product.get_by_role("radio", name="odd").check()
    product.get_by_role("button", name="Check").click()
    expect(product.get_by_text("We ran it")).to_be_visible()
    expect(product.locator(".cell_output")).to_contain_text("odd")
    product.get_by_text("The program that printed this").click()
    expect(program).to_be_visible()


def test_one_answer_leaves_the_other_question_alone(page: Page) -> None:
    the_sum(page).get_by_role("radio", name="7").check()
    the_sum(page).get_by_role("button", name="Check").click()
    product = question(page, "Is the product of two odd numbers")
    expect(product.get_by_role("button", name="Check")).to_be_visible()


def test_a_narrow_page_does_not_scroll_sideways(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_the_question_reads_and_its_answer_opens(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(the_sum(page).get_by_role("radio")).to_have_count(0)
    expect(the_sum(page).get_by_role("button")).to_have_count(0)
    expect(the_sum(page).get_by_text("34").first).to_be_visible()
    expect(answer(page)).to_be_hidden()
    the_sum(page).get_by_text("Answer", exact=True).click()
    expect(answer(page)).to_be_visible()
    expect(the_sum(page).get_by_text("Answer: B.", exact=True)).to_be_visible()
    for text in EXPLAINED.values():
        expect(page.get_by_text(text)).to_be_visible()
    context.close()
