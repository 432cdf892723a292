"""The course at the root of a host, below a path, and from the disk: nothing is missing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from audit.serving import serve


@contextmanager
def address_of(course: Path, where: str) -> Iterator[str]:
    """Give the address of the course where it is served, or on the disk."""
    if where == "disk":
        yield (course / "html").as_uri() + "/"
    else:
        with serve(course / "html", where) as address:
            yield address


def watched(browser: Browser) -> tuple[Page, list[str]]:
    """Return a page, and a list that fills with what is wrong on it."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.extend(failed(request)))
    page.on("response", lambda r: wrong.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    return page, wrong


def failed(request: Request) -> list[str]:
    """Return why a request failed, unless the page was left before its icon had come."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.failure}: {request.url}"]


@pytest.mark.parametrize("where", ["/", "/some/path/", "disk"])
def test_every_page_opens_and_breaks_no_policy(browser: Browser, course: Path, where: str) -> None:
    """A request that the policy stops fails, and says so on the console."""
    page, wrong = watched(browser)
    with address_of(course, where) as address:
        for path in sorted((course / "html").rglob("*.html")):
            page.goto(f"{address}{path.relative_to(course / 'html').as_posix()}")
            page.wait_for_load_state()
            assert wrong == [], path
    page.context.close()


@pytest.mark.parametrize("where", ["/", "/some/path/", "disk"])
def test_search_finds_a_page(browser: Browser, course: Path, where: str) -> None:
    page, wrong = watched(browser)
    with address_of(course, where) as address:
        page.goto(f"{address}index.html")
        page.get_by_role("textbox", name="Search").first.fill("gradient")
        page.keyboard.press("Enter")
        page.locator("#search-results li a").first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert wrong == []
    page.context.close()


@pytest.mark.parametrize("where", ["/", "/some/path/"])
@pytest.mark.parametrize("missing", ["nowhere.html", "lessons/nowhere/why.html", "a/b/c/d/"])
def test_a_missing_page_leads_home(
    browser: Browser, course: Path, where: str, missing: str
) -> None:
    page = browser.new_page()
    with serve(course / "html", where) as address:
        answer = page.goto(address + missing)
        assert answer is not None
        assert answer.status == 404
        home = page.get_by_role("link")
        expect(home).not_to_have_attribute("href", re.compile(r"index\.html$"))
        home.click()
        page.wait_for_url(address)
    page.context.close()


def test_a_script_that_is_not_ours_does_not_run(browser: Browser, course: Path) -> None:
    page = browser.new_page()
    with serve(course / "html") as address:
        page.goto(address)
        page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            " document.body.append(s); }"
        )
        assert page.evaluate("window.ran") is None
    page.context.close()
