"""The pages of the course, opened from the disk, wide and narrow, light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import complaints_of
from tests.html_pages import of_each_kind


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_every_page_opens_without_a_complaint(browser: Browser, course: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints = complaints_of(page)
    for path in of_each_kind(course / "html"):
        page.emulate_media(color_scheme="light")
        page.goto(path.as_uri())
        page.emulate_media(color_scheme="dark")
        scrolls_to = page.evaluate("document.documentElement.scrollWidth")
        assert scrolls_to <= width, path
        assert complaints == [], path
    context.close()


def test_the_tab_key_leads_nowhere_out_of_sight(browser: Browser, course: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto((course / "html" / "progress.html").as_uri())
    in_drawer = 0
    while not page.locator("article :focus").count():
        page.keyboard.press("Tab")
        focus = page.locator(":focus").bounding_box()
        assert focus is not None
        assert focus["x"] + focus["width"] > 0
        assert focus["x"] < 360
        in_drawer += page.locator(".sidebar-drawer :focus").count()
    assert in_drawer > 0
    context.close()
