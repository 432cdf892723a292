"""A number in prose shows its range over other seeds: to a mouse, to keys, and to a finger."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import complaints_of
from tests.conftest import Site
from trueloss.commands.seeds import check
from trueloss.kernels import close_kernels

PAGE = """\
# Draw {ran}`2 <draws: draws>` numbers

## And [{ran}`2 <draws: draws>`](index.md) again

```{code-cell}
:label: draws
import numpy as np

print(f"2 draws, {np.random.default_rng(3).uniform(0, 9):.2f} the first")
```

WORDS The first is {ran}`0.77 <draws: 2>` of {ran}`2 <draws: draws>`.
""".replace("WORDS", "word " * 40)
TIP = """number => {
    const {content, display} = getComputedStyle(number, "::after");
    return display === "none" || content === "none" ? "" : content.replace(/ ?\\/ ""$/, "");
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = Site(tmp_path_factory.mktemp("ran"))
    site.write({"docs/index.md": PAGE})
    check(site.root, [])
    close_kernels()
    assert site.build().warnings == []
    return (site.html / "index.html").as_uri()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    contexts = []
    complaints = []

    def open_(width: int = 360, **how: Any) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **how))
        page = contexts[-1].new_page()
        complaints.append(complaints_of(page))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [said for said in complaints if said] == []


def tip(number: Locator) -> str:
    return str(number.evaluate(TIP)).strip('"')


def test_hover_focus_and_tap_show_value_and_range(opened: Callable[..., Page]) -> None:
    page = opened(has_touch=True)
    first, same = page.get_by_role("button", name="0.77"), page.locator("p tl-ran").last
    low, high = str(first.get_attribute("s")).split(" to ")
    said = f"0.77 here; {low} to {high} with 10 other seeds"
    assert float(low) < float(high)
    assert tip(first) == ""
    first.hover()
    assert tip(first) == said
    page.mouse.move(0, 0)
    assert tip(first) == ""
    first.tap()
    assert tip(first) == said
    page.keyboard.press("Tab")
    expect(same).to_be_focused()
    assert (tip(first), tip(same)) == ("", "2 here, and the same with 10 other seeds")
    expect(same).to_have_accessible_description("2 here, and the same with 10 other seeds")
    page.keyboard.press("Escape")
    assert tip(same) == ""
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert tip(same) != ""
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_a_mouse_is_told_the_range(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False)
    first = page.locator("p tl-ran").first
    first.hover()
    box = first.bounding_box()
    assert box is not None
    above: Any = {"x": 0, "y": max(0, box["y"] - 60), "width": 360, "height": 58}
    with_tip = page.screenshot(clip=above)
    page.mouse.move(0, 0)
    assert page.screenshot(clip=above) != with_tip


def test_a_number_in_a_link_is_no_control_of_its_own(opened: Callable[..., Page]) -> None:
    page = opened(1280)
    expect(page.locator("a tl-ran").first).to_be_attached()
    expect(page.locator("a tl-ran[role]")).to_have_count(0)
    expect(page.locator("h1 tl-ran")).to_have_attribute("role", "button")
