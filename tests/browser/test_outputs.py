"""What nh3 leaves of an output, in a Chromium that no policy holds back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.attacks.outputs import HTML, SVG_FILES
from trueloss.text.allowed_html import shown

PAGE = """<!doctype html><meta charset="utf-8"><h1>Title</h1>
<div class="cell_output"><div class="output text_html">{}</div><p id="sign">printed</p></div>
<main id="rest">The rest of the page</main>"""


@pytest.fixture
def opened(browser: Browser) -> Page:
    """A page that loads nothing, and notes what it would have loaded."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    return page


def open_with(page: Page, html: str) -> tuple[list[str], dict[str, object]]:
    """Return what a page with an output asks for, and what is left of the page around it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(PAGE.format(html), wait_until="load")
    found = page.evaluate(
        """() => {
          const box = document.getElementById("sign")?.getBoundingClientRect();
          const at = box && document.elementFromPoint(box.x + 1, box.y + box.height / 2);
          return {
            ran: window.ran ?? null,
            sign: at?.id ?? null,
            title: document.querySelector("h1")?.checkVisibility() ?? false,
            rest: document.body.querySelector(":scope > #rest") !== null,
          };
        }"""
    )
    return [url for url in asked if not url.startswith("data:")], found


def test_the_attacks_work_where_nothing_stops_them(opened: Page) -> None:
    ran = []
    for name, html in HTML.items():
        try:
            ran += [name] if open_with(opened, html)[1]["ran"] else []
        except Error:  # the page was left
            ran.append(name)
    assert len(ran) >= 10, ran


def test_nothing_is_left_of_them(opened: Page) -> None:
    whole = {"ran": None, "sign": "sign", "title": True, "rest": True}
    for name, html in HTML.items():
        assert open_with(opened, shown(html, "o-")) == ([], whole), name


def test_a_drawing_with_a_script_runs_it_where_it_is_opened(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "drawn.svg"
    path.write_text(SVG_FILES["a drawing with a script"], encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("window.ran") == 1
