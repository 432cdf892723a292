"""The course at the root of a host, below a path, and from the disk: nothing is missing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from audit.serving import serve
from tests.html_pages import html_pages, of_each_kind
from tests.published import FOLDER, MOVED


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
        for path in of_each_kind(course / "html"):
            page.goto(f"{address}{path.relative_to(course / 'html').as_posix()}")
            page.wait_for_load_state()
            assert wrong == [], path
    page.context.close()


def test_every_page_opens_where_the_site_is_published(
    browser: Browser, published_course: Path
) -> None:
    html = published_course / "html"
    page, wrong = watched(browser)
    with serve(html, FOLDER) as address:
        for path in of_each_kind(html):
            name = path.relative_to(html).with_suffix("").as_posix()
            page.goto(f"{address}{name}.html")
            if name == MOVED[0]:
                page.wait_for_url(f"{address}{MOVED[1]}.html")
            page.wait_for_load_state()
            assert wrong == [], path
    page.context.close()


def test_the_archive_is_read_from_the_disk_page_after_page(
    browser: Browser, taken_home: Path
) -> None:
    page, wrong = watched(browser)
    left = {path.as_uri() for path in html_pages(taken_home)}
    page.goto((taken_home / "index.html").as_uri())
    onward = page.locator("a.next-page")
    while onward.count():
        left.remove(page.url)
        assert wrong == [], page.url
        onward.click()
        page.wait_for_load_state()
    left.remove(page.url)
    # What is not in the order of the course: the evidence of each lesson, and few other pages, the
    # one that has moved among them.
    assert len([address for address in left if "/evidence/" not in address]) < 10
    for address in sorted(left):
        page.goto(address)
        if address.endswith(f"{MOVED[0]}.html"):
            page.wait_for_url((taken_home / f"{MOVED[1]}.html").as_uri())
        page.wait_for_load_state()
        assert wrong == [], address
    page.context.close()


@pytest.mark.parametrize("where", ["/", "/some/path/", "disk"])
def test_search_finds_a_page(browser: Browser, course: Path, where: str) -> None:
    page, wrong = watched(browser)
    with address_of(course, where) as address:
        page.goto(f"{address}index.html")
        page.get_by_role("textbox", name="Search").first.fill("gradient")
        page.keyboard.press("Enter")
        in_lessons = page.locator("#search-results li a[href*='lessons/']")
        expect(in_lessons.first).to_contain_text(re.compile(r"^[\w ]+: .+"))
        excerpts = page.locator("#search-results li p.context")
        expect(excerpts).to_have_count(0) if where == "disk" else expect(
            excerpts.first
        ).to_be_visible()
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


@pytest.mark.parametrize("missing", ["nowhere.html", "lessons/nowhere/why.html", "a/b/c/d/"])
def test_a_missing_page_leads_home_where_the_site_is_published(
    browser: Browser, published_course: Path, missing: str
) -> None:
    """Its address is known, so the page needs no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with serve(published_course / "html", FOLDER) as address:
        answer = page.goto(address + missing)
        assert answer is not None
        assert answer.status == 404
        page.get_by_role("link").click()
        page.wait_for_url(address)
    context.close()


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
