"""Terms of the glossary, and programs, as a reader meets them on a page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import complaints_of
from tests.conftest import Site

LONG = "total = " + " + ".join(f"first_number_{place}" for place in range(12))
PAGE = f"""\
# A page

The {{term}}`loss` falls.

```python
{LONG}
```

```{{glossary}}
loss
  How wrong a model is.
```
"""


@pytest.fixture(scope="module")
def words_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = Site(tmp_path_factory.mktemp("words"))
    site.write({"docs/index.md": PAGE})
    assert site.build().warnings == []
    return (Path(site.html) / "index.html").as_uri()


@pytest.fixture
def opened(browser: Browser, words_address: str) -> Callable[..., Page]:
    def open_page(**how: object) -> Page:
        context = browser.new_context(viewport={"width": 360, "height": 800}, **how)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(words_address)
        return page

    return open_page


def test_a_term_says_what_it_means_at_focus_and_hover(opened: Callable[..., Page]) -> None:
    page = opened()
    complaints = complaints_of(page)
    meaning = page.get_by_role("tooltip")
    expect(meaning).to_be_hidden()
    page.get_by_role("link", name="loss", exact=True).focus()
    expect(meaning).to_have_text("How wrong a model is.")
    expect(page.get_by_role("link", name="loss", exact=True)).to_have_accessible_description(
        "How wrong a model is."
    )
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.get_by_role("link", name="loss", exact=True).hover()
    expect(meaning).to_be_visible()
    page.mouse.move(0, 700)
    expect(meaning).to_be_hidden()
    page.get_by_role("link", name="loss", exact=True).click()
    assert page.url.endswith("#term-loss")
    assert complaints == []
    page.context.close()


def test_the_first_tap_on_a_term_says_what_it_means(opened: Callable[..., Page]) -> None:
    page = opened(has_touch=True)
    page.get_by_role("link", name="loss", exact=True).tap()
    expect(page.get_by_role("tooltip")).to_have_text("How wrong a model is.")
    assert "#" not in page.url
    page.get_by_role("link", name="loss", exact=True).tap()
    page.wait_for_url("**#term-loss")
    page.context.close()


def test_a_program_is_copied(opened: Callable[..., Page]) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.locator("pre").first.hover()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{LONG}\n"
    page.context.close()


def test_long_lines_wrap_on_a_phone_and_stay_so(opened: Callable[..., Page]) -> None:
    page = opened()
    cut = "document.querySelector('pre').scrollWidth > document.querySelector('pre').clientWidth"
    assert page.evaluate(cut)
    page.locator("pre").first.hover()
    page.get_by_role("button", name="Wrap").click()
    assert not page.evaluate(cut)
    page.reload()
    assert not page.evaluate(cut)
    expect(page.get_by_role("button", name="Wrap")).to_have_attribute("aria-pressed", "true")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("button", name="Wrap")).to_be_hidden()
    page.context.close()
