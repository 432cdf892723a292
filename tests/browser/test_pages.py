"""Every page of the course, opened from the disk, wide and narrow, light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import complaints_of


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_every_page_opens_without_a_complaint(browser: Browser, course: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints = complaints_of(page)
    for path in sorted((course / "html").rglob("*.html")):
        page.emulate_media(color_scheme="light")
        page.goto(path.as_uri())
        page.emulate_media(color_scheme="dark")
        scrolls_to = page.evaluate("document.documentElement.scrollWidth")
        assert scrolls_to <= width, path
        assert complaints == [], path
    context.close()
