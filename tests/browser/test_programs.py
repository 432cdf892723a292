"""Lines of a program that stand out, and what changed between two, as Chromium shows them."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import complaints_of
from tests.conftest import Site

PAGE = """\
# A page

```{code-cell}
:label: add
:emphasize-lines: 2
a = 3
print(a + 4)
```

```{code-cell}
:label: multiply
:compare: add
a = 3
print(a * 4)  # with a comment that is far too long for the screen of any phone
```
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = Site(tmp_path_factory.mktemp("programs"))
    site.write({"docs/index.md": PAGE})
    assert site.build().warnings == []
    return (site.html / "index.html").as_uri()


def shown(page: Page, selector: str, style: str) -> str:
    return str(page.locator(selector).evaluate(f"(node) => getComputedStyle(node).{style}"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_seen_on_a_phone_without_scripts(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=False,
    )
    page = context.new_page()
    page.goto(address)
    diff = page.get_by_role("group", name="Changes")
    assert not diff.is_visible()
    page.get_by_text("What changed since").click()
    assert diff.is_visible()
    assert shown(page, ".hll", "borderLeftWidth") == "4px"
    assert shown(page, ".hll", "backgroundColor") != shown(
        page, ".highlight:has(.hll)", "backgroundColor"
    )
    colours = {shown(page, part, "color") for part in (".gd", ".gi", ".highlight:has(.gi)")}
    assert len(colours) == 3
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()


def test_the_stroke_stays_where_colours_are_forced(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address)
    assert shown(page, ".hll", "borderLeftWidth") == "4px"
    assert shown(page, ".hll", "borderLeftColor") == shown(page, ".hll", "color")
    context.close()


def test_programs_can_be_copied_and_signs_cannot(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints = complaints_of(page)
    page.goto(address)
    assert page.get_by_role("button", name="Copy").count() == 2
    assert page.locator(".highlight:has(.gi) button").count() == 0
    assert complaints == []
    context.close()
