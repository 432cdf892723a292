"""What is kept of a reader's answers, wherever it can be kept."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.small_course import (
    CHALLENGE_PAGE,
    HOME_PAGE,
    PROGRESS_PAGE,
    RECALL_PAGE,
    keep,
    kept,
    keys,
    visit,
)

KEY = "a-question@0123abcd"
ITEM = f"true-loss:{KEY}"
REFUSED = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no storage here", "SecurityError"); },
});
"""
REFUSED_ALTOGETHER = REFUSED + REFUSED.replace("localStorage", "sessionStorage")
MESSAGES = {
    "refused": "does not let the page keep your answers",
    "full": "no room left",
    "broken": "cannot be read",
    "newer": "a newer version of this site",
}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own; its pages may complain of the storage that is taken from them."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context
    context.close()


def opened(context: BrowserContext, folder: Path, name: str = HOME_PAGE) -> Page:
    page = context.new_page()
    visit(page, folder, name)
    return page


def item(page: Page, name: str) -> str | None:
    text: str | None = page.evaluate("(name) => localStorage.getItem(name)", name)
    return text


def put(page: Page, name: str, text: str) -> None:
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])


def notice(page: Page, problem: str) -> Locator:
    return page.get_by_role("status").filter(has_text=MESSAGES[problem])


def test_a_record_is_found_on_another_page(reader: Page, small_course: Path) -> None:
    visit(reader, small_course, HOME_PAGE)
    keep(reader, KEY, {"right": False, "tries": 1})
    visit(reader, small_course, CHALLENGE_PAGE)
    keep(reader, KEY, {"right": True})
    visit(reader, small_course, PROGRESS_PAGE)
    assert kept(reader, KEY) == {"right": True, "tries": 1}
    assert reader.evaluate("TrueLoss.store.keys('a-')") == [KEY]
    reader.evaluate("(key) => TrueLoss.store.remove(key)", KEY)
    assert kept(reader, KEY) is None
    assert reader.evaluate("TrueLoss.store.keys('a-')") == []


def test_an_answer_belongs_to_one_version_of_a_question(reader: Page, small_course: Path) -> None:
    visit(reader, small_course, HOME_PAGE)
    keep(reader, KEY, {"right": True})
    assert kept(reader, "a-question@4567cdef") is None


def test_every_page_knows_its_name(reader: Page, small_course: Path) -> None:
    for name in (HOME_PAGE, CHALLENGE_PAGE, "search.html"):
        visit(reader, small_course, name)
        assert reader.evaluate("TrueLoss.store.page()") == name.removesuffix(".html")


def test_another_tab_is_heard_of(context: BrowserContext, small_course: Path) -> None:
    here, there = opened(context, small_course), opened(context, small_course)
    here.evaluate("TrueLoss.store.changed(() => { document.title = 'changed'; })")
    keep(there, KEY, {"right": True})
    expect(here).to_have_title("changed")
    assert kept(here, KEY) == {"right": True}


def test_two_tabs_leave_each_others_answers_alone(
    context: BrowserContext, small_course: Path
) -> None:
    here, there = opened(context, small_course), opened(context, small_course)
    keep(here, KEY, {"right": True})
    keep(there, "another@0123abcd", {"right": True})
    keep(here, "a-third@0123abcd", {"right": True})
    # Another tab may be another process, and hears of it a moment later.
    there.wait_for_function("TrueLoss.store.keys().length === 3")


@pytest.mark.parametrize("script", [REFUSED, REFUSED_ALTOGETHER], ids=["local", "altogether"])
def test_where_storage_is_refused_the_page_works_and_says_so_once(
    context: BrowserContext, small_course: Path, script: str
) -> None:
    context.add_init_script(script)
    page = opened(context, small_course, CHALLENGE_PAGE)
    keep(page, KEY, {"right": True})
    keep(page, KEY, {"tries": 2})
    assert kept(page, KEY) == {"right": True, "tries": 2}
    expect(notice(page, "refused")).to_have_count(1)
    assert page.evaluate("document.body.dataset.theme") == "auto"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Close").click()
    expect(notice(page, "refused")).to_have_count(0)
    visit(page, small_course, RECALL_PAGE)
    page.get_by_text("What does the gradient tell?").first.click()
    page.get_by_role("button", name="Good").click()
    expect(page.get_by_text("2 new, 1 again soon")).to_be_visible()
    expect(notice(page, "refused")).to_have_count(0)


def test_where_storage_is_full_the_page_works_and_says_so_once(
    context: BrowserContext, small_course: Path
) -> None:
    page = opened(context, small_course)
    keep(page, "early@0123abcd", {"right": True})
    page.evaluate(
        """() => {
          for (let size = 2 ** 24; size >= 1; size /= 2) {
            for (let index = 0; index < 2; index += 1) {
              try { localStorage.setItem(`filler-${size}-${index}`, "x".repeat(size)); } catch {}
            }
          }
        }"""
    )
    keep(page, KEY, {"right": True})
    assert kept(page, KEY) == {"right": True}
    assert item(page, ITEM) is None
    expect(notice(page, "full")).to_have_count(1)
    page.evaluate(
        """() => {
          for (const name of Object.keys(localStorage)) {
            if (name.startsWith("filler")) localStorage.removeItem(name);
          }
        }"""
    )
    keep(page, "later@0123abcd", {"right": True})
    page.reload()
    assert sorted(page.evaluate("TrueLoss.store.keys()")) == [
        KEY,
        "early@0123abcd",
        "later@0123abcd",
    ]
    expect(notice(page, "full")).to_have_count(0)


@pytest.mark.parametrize(
    "text", ["{half", "null", "7", '{"at": "now", "is": {}}', '{"at": 1, "is": [1]}']
)
def test_what_cannot_be_read_is_kept_aside(
    context: BrowserContext, small_course: Path, text: str
) -> None:
    page = opened(context, small_course)
    keep(page, "another@0123abcd", {"right": True})
    put(page, ITEM, text)
    page.reload()
    assert kept(page, KEY) is None
    expect(notice(page, "broken")).to_have_count(1)
    assert item(page, ITEM) == text
    keep(page, KEY, {"right": True})
    assert kept(page, KEY) == {"right": True}
    assert item(page, f"true-loss-aside:{KEY}") == text
    assert kept(page, "another@0123abcd") == {"right": True}
    put(page, ITEM, "{again")
    keep(page, KEY, {"right": True})
    assert page.evaluate("TrueLoss.store.aside()") == {KEY: text, f"{KEY}'": "{again"}


def test_what_a_newer_version_has_written_stays_as_it_is(
    context: BrowserContext, small_course: Path
) -> None:
    page = opened(context, small_course)
    keep(page, KEY, {"right": True})
    put(page, "true-loss-version", "2")
    put(page, "true-loss:new@0123abcd", "in another format")
    page.reload()
    before = page.evaluate("({ ...localStorage })")
    assert kept(page, KEY) == {"right": True}
    assert kept(page, "new@0123abcd") is None
    keep(page, "new@0123abcd", {"right": False})
    keep(page, KEY, {"tries": 5})
    page.evaluate("(key) => TrueLoss.store.remove(key)", "another@0123abcd")
    assert kept(page, KEY) == {"right": True, "tries": 5}
    assert page.evaluate("({ ...localStorage })") == before
    expect(notice(page, "newer")).to_have_count(1)
    expect(notice(page, "broken")).to_have_count(0)
    visit(page, small_course, PROGRESS_PAGE)
    keep(page, KEY, {"tries": 6})
    expect(notice(page, "newer")).to_have_count(0)


def test_a_version_that_is_no_number_is_kept_aside(
    context: BrowserContext, small_course: Path
) -> None:
    page = opened(context, small_course)
    keep(page, KEY, {"right": True})
    put(page, "true-loss-version", "one?")
    keep(page, "another@0123abcd", {"right": True})
    assert kept(page, KEY) == {"right": True}
    assert item(page, "true-loss-version") == "1"
    assert item(page, "true-loss-aside:true-loss-version") == "one?"


def test_ten_thousand_answers_cost_no_page_a_tenth_of_a_second(
    context: BrowserContext, small_course: Path
) -> None:
    page = opened(context, small_course, RECALL_PAGE)
    cards = keys(page, ".tl-card")
    visit(page, small_course, CHALLENGE_PAGE)
    shown = [*cards, *keys(page, "tl-question")]
    page.evaluate(
        """(shown) => {
          const record = { right: true, first: "B", tries: 2, shown: false, hint: true };
          const all = [...Array(10_000).keys()].map((index) => `question-${index}@0123abcd`);
          const entry = { at: 1_700_000_000_000, is: record };
          TrueLoss.store.restore(Object.fromEntries([...all, ...shown].map((key) => [key, entry])));
        }""",
        shown,
    )
    for name in (HOME_PAGE, PROGRESS_PAGE, CHALLENGE_PAGE, RECALL_PAGE):
        visit(page, small_course, name)
        page.wait_for_load_state("load")
        assert len(page.evaluate("TrueLoss.store.keys('question-')")) == 10_000
        assert min(script_seconds(context, small_course / name) for _ in range(3)) < 0.1, name


def script_seconds(context: BrowserContext, path: Path) -> float:
    """Return the processor time that a page spends in its scripts until it has settled."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    # Ticks of the thread: what other programs of the machine do is no cost of the page.
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(path.as_uri())
    page.wait_for_load_state("load")
    page.wait_for_timeout(200)
    metrics = session.send("Performance.getMetrics")["metrics"]
    page.close()
    return float(next(m["value"] for m in metrics if m["name"] == "ScriptDuration"))


def test_the_layout_of_what_is_kept(reader: Page, small_course: Path) -> None:
    visit(reader, small_course, HOME_PAGE)
    keep(reader, KEY, {"right": True})
    assert item(reader, "true-loss-version") == "1"
    entry = json.loads(item(reader, ITEM) or "")
    assert entry == {"at": reader.evaluate("Date.now()"), "is": {"right": True}}
