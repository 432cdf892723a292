"""Nothing moves when scripts start: neither on a first visit nor where answers are kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import answer
from tests.browser.unfolded import UNFOLD

Visit = Callable[..., Page]

OBSERVE = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      const moved = shift.sources.map(({ node }) => node?.className ?? node?.nodeName);
      // Before that the page is still being read, and no deferred script has begun.
      const [{ domInteractive }] = performance.getEntriesByType("navigation");
      if (shift.startTime >= domInteractive) window.shifts.push([shift.value, ...moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


#: What a browser does to an icon of its own in a field is below this; nothing of ours is.
SEEN = 0.00005


def shifts(page: Page) -> list[list[object]]:
    """Return the shifts since the page was opened, with what moved."""
    page.wait_for_function("document.readyState === 'complete'")
    page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    found: list[list[object]] = page.evaluate("seen => shifts.filter(([n]) => n >= seen)", SEEN)
    return found


def answer_some(page: Page) -> None:
    titles = page.locator("tl-question:visible .tl-question-title").all_inner_texts()
    names = [title.removeprefix("What about ").removesuffix("?") for title in titles]
    for name in names:
        if name != names[0]:
            answer(page, name, "falls")
        answer(page, name)
    expect(page.locator("tl-set")).to_contain_text(f"{len(names)} of {len(names)} answered")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["index", "challenge", "test"])
def test_nothing_moves(visit: Visit, name: str, width: int) -> None:
    page = visit(name, width=width)
    page.add_init_script(OBSERVE)
    page.reload()
    assert shifts(page) == []
    if name == "challenge":
        page.get_by_role("switch", name="Time pressure").check()
    answer_some(page)
    half = page.evaluate("document.documentElement.scrollHeight / 2")
    for place in (0, half, 10**6):
        page.evaluate("place => scrollTo(0, place)", place)
        page.reload()
        assert shifts(page) == []
    page.locator("tl-set").scroll_into_view_if_needed()
    page.reload()
    assert shifts(page) == []


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "name",
    ["index", "progress", "lessons/training/visualize", "lessons/training/recall"],
)
def test_nothing_moves_on_pages_of_other_kinds(
    browser: Browser, course: Path, name: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto((course / "html" / "lessons/training/challenge.html").as_uri())
    page.evaluate(UNFOLD)
    page.add_init_script(OBSERVE)
    page.goto((course / "html" / f"{name}.html").as_uri())
    assert shifts(page) == []
    for place in (0.5, 1):
        page.evaluate("place => scrollTo(0, place * document.documentElement.scrollHeight)", place)
        page.reload()
        if shifts(page):
            # Of a long page the end is at times read in after what came before it is drawn: that
            # is seldom so twice, while a script does the same each time.
            page.reload()
            assert shifts(page) == []
    context.close()
