"""A question as a reader meets it, found by role and accessible name."""

from playwright.sync_api import Browser, Locator, Page, expect


def question(page: Page, title: str) -> Locator:
    heading = page.get_by_role("heading", name=title)
    return page.locator("tl-question").filter(has=heading)


def the_sum(page: Page) -> Locator:
    return question(page, "What does the program print?")


def answer(page: Page) -> Locator:
    return the_sum(page).get_by_text("The sum, as the program says.")


def test_the_program_shows_and_its_output_waits(page: Page) -> None:
    expect(the_sum(page).get_by_text("a + b")).to_be_visible()
    expect(answer(page)).to_be_hidden()
    expect(the_sum(page).locator(".cell_output")).to_be_hidden()


def test_a_right_choice_is_announced_and_shows_every_explanation(page: Page) -> None:
    the_sum(page).get_by_role("radio", name="7").check()
    the_sum(page).get_by_role("button", name="Check").click()
    expect(the_sum(page).get_by_role("status")).to_have_text("Right. Here is what the run said.")
    for text in ("That is the product.", "The sum, as the program says.", "Digits side by side."):
        expect(the_sum(page).get_by_text(text)).to_be_visible()
    expect(the_sum(page).locator(".cell_output")).to_contain_text("7")


def test_a_wrong_choice_may_be_tried_again(page: Page) -> None:
    the_sum(page).get_by_role("radio", name="12").check()
    the_sum(page).get_by_role("button", name="Check").click()
    expect(the_sum(page).get_by_role("status")).to_contain_text("Not this one.")
    expect(answer(page)).to_be_hidden()
    the_sum(page).get_by_role("radio", name="7").check()
    the_sum(page).get_by_role("button", name="Check").click()
    expect(answer(page)).to_be_visible()


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
    context.close()
