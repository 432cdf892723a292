"""Nothing moves when scripts start: neither on a first visit nor where answers are kept."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import answer
from tests.browser.unfolded import UNFOLD

Visit = Callable[..., Page]

#: The first script of the course on a page; the others wait for it.
FIRST = re.compile(r"/_static/store\.js")

OBSERVE = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      const moved = shift.sources.map(({ node }) => node?.className ?? node?.nodeName);
      window.shifts.push([shift.startTime, shift.value, ...moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""
#: Ends when all of the page is there and drawn; an observer is told a moment later.
DRAWN = """async () => {
  if (document.readyState === "loading") {
    await new Promise((read) => document.addEventListener("readystatechange", read));
  }
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await new Promise((told) => setTimeout(told, 100));
}"""
SINCE = "([since, seen]) => shifts.filter(([at, n]) => at >= since && n >= seen)"


#: What a browser does to an icon of its own in a field is below this; nothing of ours is.
SEEN = 0.00005


def shifts(page: Page, load: Callable[..., object]) -> list[list[object]]:
    """Load a page and return the shifts from the first script of the course on, with what moved.

    A browser draws a page while it reads it, and a frame that shows the end of a page may come at
    any time before the scripts or with what they do. So the first of them is held back until all
    of the page is there and drawn.
    """
    held: list[Route] = []
    page.route(FIRST, lambda route: held.append(route))
    load(wait_until="commit")
    page.evaluate(DRAWN)
    start = page.evaluate("performance.now()")
    (script,) = held
    script.continue_()
    page.unroute(FIRST)
    page.wait_for_load_state()
    page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    found: list[list[object]] = page.evaluate(SINCE, [start, SEEN])
    return found


def answer_some(page: Page) -> None:
    titles = page.locator("tl-question:visible .tl-question-title").all_inner_texts()
    names = [title.removeprefix("What about ").removesuffix("?") for title in titles]
    for name in names:
        if name != names[0]:
            answer(page, name, "falls")
        answer(page, name)
    expect(page.locator("tl-set")).to_contain_text(f"{len(names)} of {len(names)} answered")


def test_what_a_script_moves_is_seen(visit: Visit) -> None:
    page = visit("why")
    page.add_init_script(OBSERVE)
    assert shifts(page, page.reload) == []
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.querySelector('h1').prepend("
        "Object.assign(document.createElement('div'), { style: 'height: 50px' })))"
    )
    assert shifts(page, page.reload) != []


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", ["index", "challenge", "test"])
def test_nothing_moves(visit: Visit, name: str, width: int) -> None:
    page = visit(name, width=width)
    page.add_init_script(OBSERVE)
    assert shifts(page, page.reload) == []
    if name == "challenge":
        page.get_by_role("switch", name="Time pressure").check()
    answer_some(page)
    half = page.evaluate("document.documentElement.scrollHeight / 2")
    for place in (0, half, 10**6):
        page.evaluate("place => scrollTo(0, place)", place)
        assert shifts(page, page.reload) == []
    page.locator("tl-set").scroll_into_view_if_needed()
    assert shifts(page, page.reload) == []


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
    address = (course / "html" / f"{name}.html").as_uri()
    assert shifts(page, partial(page.goto, address)) == []
    for place in (0.5, 1):
        page.evaluate("place => scrollTo(0, place * document.documentElement.scrollHeight)", place)
        assert shifts(page, page.reload) == []
    context.close()
