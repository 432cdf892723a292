"""What a reader asks of every page: forced colours, nothing that moves, large letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.unfolded import KINDS, UNFOLD

#: What moves or may move, its pseudo-elements included.
MOVING = """() => [...document.querySelectorAll("*")].filter((element) =>
  [null, "::before", "::after"].some((part) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, part);
    const lasts = transitionDuration.split(", ").some((duration) => duration !== "0s");
    return animationName !== "none" || lasts || scrollBehavior !== "auto";
  })).map((element) => element.outerHTML.slice(0, 120))"""
#: What reaches over the edge of the page. Programs and tables scroll by themselves; a formula in a
#: line cannot be broken.
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((element) =>
  element.getBoundingClientRect().right > innerWidth + 1 &&
  getComputedStyle(element).position !== "fixed" &&
  !element.closest("pre, math, .tl-scroll, .table-wrapper, .tl-modes ul") &&
  !element.closest(".sidebar-drawer, .toc-drawer")
).map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def border(element: Locator) -> str:
    style: str = element.evaluate("e => getComputedStyle(e).border.replace(/ rgb.*/, '')")
    return style


def test_forced_colours_leave_what_is_chosen_and_what_is_right(page: Page, course: Path) -> None:
    lesson = course / "html" / "lessons" / "training"
    page.emulate_media(forced_colors="active")
    page.goto((lesson / "try.html").as_uri())
    task = page.locator("tl-blank").first
    task.locator(".tl-blank-chip").first.click()
    pressed, other = (task.get_by_role("button", pressed=is_so).first for is_so in (True, False))
    assert border(pressed) != border(other)
    bar = page.get_by_role("navigation", name="Modes of this lesson")
    current = bar.locator("[aria-current]")
    assert border(current) != border(bar.get_by_role("link", name="Learn"))
    page.goto((lesson / "challenge.html").as_uri())
    asked = page.locator("tl-question").first
    wrong = asked.locator(".tl-option:not([data-right])")
    wrong.first.get_by_role("radio").check()
    asked.get_by_role("button", name="Check").click()
    asked.get_by_role("button", name="Show the answer").click()
    options = (asked.locator("[data-right]"), wrong.first, wrong.last)
    assert len({border(option) for option in options}) == 3


def test_forced_colours_leave_the_badge_as_it_is_drawn(page: Page, course: Path) -> None:
    page.goto((course / "html" / "lessons" / "training" / "challenge.html").as_uri())
    page.evaluate(UNFOLD)
    badge = page.get_by_role("img", name="True Loss badge.")
    expect(badge).to_be_visible()
    fills = "svg => [...svg.querySelectorAll('*')].map((part) => getComputedStyle(part).fill)"
    before = badge.evaluate(fills)
    page.emulate_media(forced_colors="active")
    assert badge.evaluate(fills) == before


def test_nothing_moves_where_a_reader_wants_none_of_it(page: Page, course: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    for kind in KINDS:
        page.goto((course / "html" / kind).as_uri())
        page.evaluate(UNFOLD)
        assert page.evaluate(MOVING) == [], kind
        assert page.evaluate("document.getAnimations().length") == 0, kind


@pytest.mark.parametrize("width", [1280, 320])
def test_letters_of_twice_the_size_fit_every_kind_of_page(
    page: Page, course: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for kind in KINDS:
        page.goto((course / "html" / kind).as_uri())
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate(UNFOLD)
        assert page.evaluate(TOO_WIDE) == [], kind
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
