"""A real Chromium, and a small site for it to open."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from tests.browser import lesson
from tests.browser import small_course as small
from tests.browser.chromium import chromium
from tests.conftest import BROWSERS, Site

QUESTION = """\
# A page

```{code-cell}
:label: sum
a, b = 3, 4
print(a + b)
```

::::{question} What does the program print?
:name: the-sum
:kind: predict-output
:level: easy
:cell: sum

- [ ] 12
  That is the product.
- [x] 7
  The sum, as the program says.
- [ ] 34
  Digits side by side.

:::{hint}
Look at the sign between them.
:::
:::{solution}
1. **Add.** Three and four.
:::
:::{mistakes}
- Multiplying.
:::
::::

```{code-cell}
:label: verdict
print(["even", "odd"][(3 * 5) % 2])
```

::::{question} Is the product of two odd numbers even or odd?
:name: the-product
:kind: conceptual
:level: medium
:evidence: verdict

- [x] odd
  As three times five shows.
- [ ] even
  The sum is.

:::{hint}
Try two.
:::
:::{solution}
1. **Try.** Three times five.
:::
::::
"""


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium(playwright), args=["--no-sandbox"]
        )
        pytestconfig.stash[BROWSERS].add(running.version)
        yield running
        running.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with two questions, on the disk."""
    site = Site(tmp_path_factory.mktemp("questions"))
    site.write({"docs/index.md": QUESTION})
    assert site.build().warnings == []
    return (site.html / "index.html").as_uri()


@pytest.fixture(scope="session")
def small_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a course of one lesson, with its map and the page of a reader's progress."""
    site = Site(tmp_path_factory.mktemp("small-course"))
    site.write(small.FILES)
    assert site.build().warnings == []
    return site.html


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A reader with a phone, whose clock stands still; a complaint of a page fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    opened.clock.set_fixed_time(small.MORNING)
    complaints = complaints_of(opened)
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def lesson_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a lesson with a challenge and a test, on the disk."""
    site = Site(tmp_path_factory.mktemp("lesson"))
    site.write(lesson.FILES)
    assert site.build().warnings == []
    return site.html / "lessons" / "small"


@pytest.fixture
def visit(browser: Browser, lesson_pages: Path) -> Iterator[Callable[..., Page]]:
    """Open a page of the lesson as a new reader: ``visit("challenge", width=360)``.

    A message on a console or a request to a host fails the test.
    """
    contexts: list[BrowserContext] = []
    complaints: list[list[str]] = []

    def opened(name: str, width: int = 1280, **how: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, **how)
        contexts.append(context)
        page = context.new_page()
        complaints.append(complaints_of(page))
        page.goto((lesson_pages / f"{name}.html").as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [said for said in complaints if said] == []


def question(page: Page, name: str) -> Locator:
    """Return the question of the lesson in miniature that is about ``name``."""
    heading = page.get_by_role("heading", name=f"What about {name}?", exact=True)
    return page.locator("tl-question").filter(has=heading)


def answer(page: Page, name: str, word: str = "rises") -> Locator:
    """Choose the option that begins with ``word``, check it, and return the question."""
    asked = question(page, name)
    asked.get_by_role("radio", name=f"{word} of {name}", exact=True).check()
    asked.get_by_role("button", name="Check").click()
    return asked


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page, open; a message on its console or a request to a host fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    complaints = complaints_of(opened)
    opened.goto(address)
    yield opened
    context.close()
    assert complaints == []


def complaints_of(page: Page) -> list[str]:
    """Return a list that fills with console messages, errors, and requests to other hosts."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.extend(_outside(request.url)))
    return complaints


def _outside(url: str) -> list[str]:
    return [] if url.startswith(("file:", "data:")) else [url]
