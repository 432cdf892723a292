"""Every page of the course, opened from the disk, wide and narrow, light and dark."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import complaints_of


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360, 320])
def test_every_page_opens_without_a_complaint(
    browser: Browser, course: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    complaints = complaints_of(page)
    for path in sorted((course / "html").rglob("*.html")):
        page.goto(path.as_uri())
        assert complaints == [], path
        scrolls_to = page.evaluate("document.documentElement.scrollWidth")
        assert scrolls_to <= width, path
    context.close()
