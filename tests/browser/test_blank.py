"""A task to fill in as a reader meets it, found by role and accessible name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import complaints_of
from tests.browser.test_stillness import OBSERVE, shifts
from tests.conftest import Site

NOTHING = {"right": False, "tries": 0, "shown": False, "hint": False, "solution": False}
PROGRAM = """\
\"\"\"Add two numbers: nox -s run -- examples/seven.py\"\"\"

a, b = 3, 4
c = a __1__ __2__
print("the result is", c)
if c > 7:
    raise ValueError(f"{c} is too much")
print("__1__ it is")
"""
PAGE = """\
# Try it

::::{blank} Make it seven
:name: try-seven
:level: easy
:program: ../../../examples/seven.py
:check: c == 7

Two numbers wait for you.

`__1__` joins them.

- [x] `+`
- [ ] `-`
  It takes away.
- [ ] `*`

`__2__` is the second one.

- [x] `b`
- [ ] `a`

:::{hint}
Join them.
:::
:::{solution}
1. **Add.** Three and four.
:::
::::
"""


@pytest.fixture(scope="module")
def task_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with a task, on the disk."""
    site = Site(tmp_path_factory.mktemp("tasks"))
    site.write(
        {
            "docs/index.md": "# Home\n\n```{toctree}\nlessons/sums/index\n```\n",
            "docs/lessons/sums/index.md": "# Sums\n",
            "docs/lessons/sums/try.md": PAGE,
            "examples/seven.py": PROGRAM,
        }
    )
    assert site.build().warnings == []
    return (Path(site.html) / "lessons/sums/try.html").as_uri()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 360, "height": 800})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, task_address: str) -> Iterator[Page]:
    """The page, open; a message on its console or a request to a host fails the test."""
    opened = context.new_page()
    complaints = complaints_of(opened)
    opened.goto(task_address)
    yield opened
    assert complaints == []


def gap(page: Page, number: int) -> Locator:
    return page.get_by_role("combobox", name=f"Gap {number}")


def run(page: Page, first: str, second: str) -> None:
    gap(page, 1).select_option(first)
    gap(page, 2).select_option(second)
    page.get_by_role("button", name="Run it").click()


def status(page: Page) -> Locator:
    return page.locator("tl-blank").get_by_role("status")


def answer(page: Page) -> Locator:
    return page.locator("tl-blank .tl-answer").get_by_text("It takes away.")


def test_the_right_choices_pass_and_show_what_the_build_saw(page: Page) -> None:
    expect(answer(page)).to_be_hidden()
    run(page, "+", "b")
    expect(status(page)).to_contain_text("Right: it passes.")
    expect(status(page)).to_contain_text("This build ran it:")
    expect(status(page)).to_contain_text("the result is 7")
    expect(answer(page)).to_be_visible()


def test_wrong_choices_show_the_exception_and_its_line(page: Page) -> None:
    run(page, "*", "b")
    expect(status(page)).to_contain_text(
        "It does not pass. 2 more attempts, or look at the answer."
    )
    expect(status(page)).to_contain_text("Line 7: ValueError: 12 is too much")
    expect(page.locator("[data-at-fault]")).to_contain_text("raise ValueError")
    expect(answer(page)).to_be_hidden()
    gap(page, 1).select_option("-")
    expect(status(page)).to_have_text("")
    expect(page.locator("[data-at-fault]")).to_have_count(0)


def test_a_wrong_choice_says_why_at_once(page: Page) -> None:
    run(page, "-", "a")
    expect(status(page)).to_contain_text("It takes away.")
    expect(status(page).get_by_text("-", exact=True)).to_be_visible()
    gap(page, 1).select_option("+")
    expect(status(page)).not_to_contain_text("It takes away.")
    run(page, "*", "b")
    expect(status(page)).not_to_contain_text("It takes away.")


def test_after_three_attempts_the_answer_shows(page: Page) -> None:
    run(page, "-", "a")
    run(page, "-", "a")
    expect(status(page)).to_contain_text("2 more attempts")
    run(page, "-", "b")
    expect(status(page)).to_contain_text("One more attempt")
    run(page, "*", "a")
    expect(status(page)).to_contain_text("no attempt is left")
    expect(answer(page)).to_be_visible()
    run(page, "+", "a")
    expect(status(page)).to_contain_text("It does not pass.")
    expect(status(page)).to_contain_text("the result is 6")


def test_the_answer_may_be_asked_for(page: Page) -> None:
    show = page.get_by_role("button", name="Show the answer")
    expect(show).to_be_hidden()
    run(page, "-", "a")
    show.click()
    expect(answer(page)).to_be_visible()
    expect(show).to_be_hidden()


def test_an_empty_gap_is_asked_for(page: Page) -> None:
    gap(page, 1).select_option("+")
    page.get_by_role("button", name="Run it").click()
    expect(status(page)).to_have_text("Choose something for gap 2 first.")
    expect(gap(page, 2)).to_be_focused()


def test_a_tap_on_an_option_fills_its_gap_wherever_it_stands(page: Page) -> None:
    option = page.get_by_role("button", name="*", exact=True)
    option.click()
    expect(gap(page, 1)).to_have_value("2")
    expect(option).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".tl-blank-echo")).to_have_text("*")


def test_an_option_may_be_dragged_into_its_gap_alone(page: Page) -> None:
    chip = page.get_by_role("button", name="-", exact=True)
    chip.drag_to(gap(page, 2))
    expect(gap(page, 2)).to_have_value("")
    chip.drag_to(gap(page, 1))
    expect(gap(page, 1)).to_have_value("1")


def test_the_keyboard_alone_fills_and_runs(page: Page) -> None:
    gap(page, 1).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(gap(page, 2)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("Right: it passes.")


def test_hint_and_solution_stay_closed_until_wanted(page: Page) -> None:
    expect(page.get_by_text("Join them.")).to_be_hidden()
    page.get_by_text("Hint", exact=True).click()
    expect(page.get_by_text("Join them.")).to_be_visible()
    expect(page.get_by_text("Three and four.")).to_be_hidden()


def kept(page: Page) -> dict[str, object]:
    record: dict[str, object] = page.evaluate(
        "TrueLoss.store.get(document.querySelector('tl-blank').dataset.key)"
    )
    return record


def test_a_reload_keeps_attempts_and_choices(page: Page) -> None:
    page.get_by_text("Hint", exact=True).click()
    run(page, "-", "a")
    page.reload()
    expect(gap(page, 1)).to_have_value("1")
    expect(answer(page)).to_be_hidden()
    run(page, "-", "b")
    expect(status(page)).to_contain_text("One more attempt")
    assert kept(page) == {**NOTHING, "tries": 2, "chosen": [1, 0], "hint": True}


def test_a_reload_keeps_the_answer(page: Page) -> None:
    run(page, "+", "b")
    page.reload()
    expect(status(page)).to_have_text("Right at once.")
    expect(answer(page)).to_be_hidden()
    page.get_by_role("button", name="Show the answer").click()
    expect(answer(page)).to_be_visible()
    assert kept(page) == {**NOTHING, "right": True, "tries": 1, "chosen": [0, 0]}


def test_a_reset_empties_the_task(page: Page, context: BrowserContext) -> None:
    run(page, "+", "b")
    other = context.new_page()
    other.goto(page.url)
    other.evaluate("TrueLoss.store.remove(document.querySelector('tl-blank').dataset.key)")
    expect(answer(page)).to_be_hidden()
    expect(gap(page, 1)).to_have_value("")


def test_nothing_moves_when_the_page_opens_again(page: Page) -> None:
    page.add_init_script(OBSERVE)
    for choice in ("*", "+"):
        run(page, choice, "b")
        assert shifts(page, page.reload) == []


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_nothing_is_wider_than_the_screen(browser: Browser, task_address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(task_address)
    run(page, "+", "b")
    expect(answer(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_on_paper_the_answer_stands_at_the_end_alone(page: Page) -> None:
    run(page, "+", "b")
    expect(answer(page)).to_be_visible()
    page.emulate_media(media="print")
    at_the_end = page.locator("article > section").last
    expect(at_the_end.get_by_role("heading", name="Answers")).to_be_visible()
    expect(at_the_end.get_by_role("heading", name="Make it seven")).to_be_visible()
    expect(at_the_end.get_by_text("It takes away.")).to_be_visible()
    assert at_the_end.evaluate("element => getComputedStyle(element).breakBefore") == "page"
    for gone in (answer(page), status(page), page.get_by_text("Hint", exact=True)):
        expect(gone).to_be_hidden()
    expect(gap(page, 1)).to_be_visible()
    cut = "list => list.filter(pre => pre.scrollWidth > pre.clientWidth).length"
    assert page.locator("pre:visible").evaluate_all(cut) == 0
    page.emulate_media(media="screen")
    expect(page.get_by_role("heading", name="Answers")).to_have_count(0)
    expect(answer(page)).to_be_visible()


def test_on_paper_without_scripts_the_answer_stands_with_its_task(
    browser: Browser, task_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(task_address)
    page.emulate_media(media="print")
    expect(answer(page)).to_be_visible()
    program = page.locator("tl-blank pre").first
    expect(program).to_contain_text("c = a __1__ __2__", use_inner_text=True)
    for title in ("Hint", "Solution"):
        expect(page.get_by_text(title, exact=True)).to_be_hidden()
    context.close()


def test_without_scripts_it_reads_well(browser: Browser, task_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(task_address)
    task = page.locator("tl-blank")
    expect(task.get_by_role("combobox")).to_have_count(0)
    expect(task.get_by_role("button", name="Run it")).to_be_hidden()
    expect(task.locator("pre").first).to_contain_text("c = a __1__ __2__", use_inner_text=True)
    expect(answer(page)).to_be_hidden()
    task.get_by_text("Answer", exact=True).click()
    expect(answer(page)).to_be_visible()
    expect(task.get_by_text("the result is 7").first).to_be_visible()
    context.close()
