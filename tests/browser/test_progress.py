"""The page of a reader's progress: how everything stands, a file of it, and forgetting it."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from tests.browser.small_course import (
    CHALLENGE_PAGE,
    MORNING,
    PROGRESS_PAGE,
    RECALL_PAGE,
    keep,
    kept,
    keys,
    visit,
)

NOW = MORNING.timestamp() * 1000
POWER, PRODUCT = "Is a power of an odd number odd?", "Is the product of two odd numbers odd?"
WEIGHT = "What is a weight?"


@pytest.fixture
def progress(reader: Page, small_course: Path) -> Page:
    visit(reader, small_course, PROGRESS_PAGE)
    unfold(reader)
    return reader


def unfold(page: Page) -> None:
    """Show what the lesson asks, which is loaded then."""
    page.get_by_text("All that it asks").click()
    expect(row(page, WEIGHT)).to_be_visible()


def reload(page: Page) -> None:
    page.reload()
    unfold(page)


def row(page: Page, title: str) -> Locator:
    link = page.get_by_role("link", name=title)
    return page.locator("main, article").get_by_role("listitem").filter(has=link)


def key_of(page: Page, title: str) -> str:
    return str(row(page, title).get_attribute("data-key"))


def said(page: Page, text: str) -> None:
    expect(page.get_by_role("status").filter(has_text=text)).to_be_visible()


def saved(page: Page) -> Any:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my progress as a file").click()
    assert download.value.suggested_filename == "true-loss-progress.json"
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def load(page: Page, content: Any) -> None:
    text = content if isinstance(content, str) else json.dumps(content)
    file = FilePayload(name="any.json", mimeType="application/json", buffer=text.encode())
    page.get_by_label("Load a file").set_input_files(file)


def choose(page: Page, answer: str) -> None:
    page.get_by_role("dialog").get_by_role("button", name=answer).click()


def test_everything_is_listed_and_leads_to_its_place(progress: Page) -> None:
    for title in (POWER, PRODUCT, WEIGHT, "What does the gradient tell?"):
        expect(row(progress, title)).to_have_count(1)
    row(progress, WEIGHT).get_by_role("link").click()
    expect(progress).to_have_url(f"{progress.url.split('#')[0]}#card-apples-what-is-a-weight")
    assert progress.url.split("#")[0].endswith(RECALL_PAGE)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({"right": True, "tries": 1}, "right at once"),
        ({"right": True, "tries": 3}, "right at try 3"),
        ({"right": True, "tries": 1, "hint": True}, "right at once, with the hint"),
        ({"right": False, "tries": 2}, "not right yet"),
        ({"right": False, "tries": 0, "shown": True}, "the answer was shown"),
        ({}, "not answered"),
    ],
)
def test_a_question_says_how_it_stands(
    progress: Page, record: dict[str, object], text: str
) -> None:
    expect(row(progress, POWER)).to_contain_text("not answered")
    keep(progress, key_of(progress, POWER), record)
    reload(progress)
    expect(row(progress, POWER).locator(".tl-state")).to_have_text(text)


@pytest.mark.parametrize(
    ("hours", "text"), [(-1, "due"), (5, "in 5 h"), (72, "in 3 days"), (3000, "in 4 months")]
)
def test_a_card_says_when_it_comes_back(progress: Page, hours: int, text: str) -> None:
    expect(row(progress, WEIGHT).locator(".tl-state")).to_have_text("new")
    keep(progress, key_of(progress, WEIGHT), {"due": NOW + hours * 3_600_000})
    reload(progress)
    expect(row(progress, WEIGHT).locator(".tl-state")).to_have_text(text)


def test_an_answer_to_an_earlier_version_asks_again(progress: Page) -> None:
    key = key_of(progress, POWER)
    keep(progress, f"{key[:-8]}00000000", {"right": True, "tries": 1})
    reload(progress)
    expect(row(progress, POWER)).to_contain_text("changed, ask again")
    keep(progress, key, {"right": True, "tries": 1})
    reload(progress)
    expect(row(progress, POWER).locator(".tl-state")).to_have_text("right at once")


def test_totals_are_given_by_mode_and_by_lesson(progress: Page) -> None:
    keep(progress, key_of(progress, POWER), {"right": True, "tries": 1})
    keep(progress, key_of(progress, WEIGHT), {"due": NOW - 1})
    reload(progress)
    expect(progress.locator(".tl-total")).to_have_text("1 of 2 right, 1 due")
    challenge = progress.locator('[data-page="lessons/apples/challenge"]')
    expect(challenge).to_contain_text("1 of 2 right")


def test_a_page_that_was_read_to_its_end_says_so(progress: Page, small_course: Path) -> None:
    why = progress.locator('[data-page="lessons/apples/why"]')
    expect(why).not_to_contain_text("read")
    visit(progress, small_course, "lessons/apples/why.html")
    progress.keyboard.press("End")
    progress.wait_for_function("TrueLoss.store.get('page:lessons/apples/why')")
    visit(progress, small_course, PROGRESS_PAGE)
    unfold(progress)
    expect(why).to_contain_text("read")


def test_a_saved_file_brings_everything_back(progress: Page) -> None:
    key = key_of(progress, POWER)
    keep(progress, key, {"right": True, "tries": 1})
    keep(progress, "setting:timer", {"on": True})
    progress.evaluate("localStorage.setItem('true-loss:odd@0123abcd', '{half')")
    file = saved(progress)
    assert file["records"][key] == {"at": NOW, "is": {"right": True, "tries": 1}}
    assert file["unreadable"] == {"odd@0123abcd": "{half"}
    progress.evaluate("localStorage.clear()")
    reload(progress)
    load(progress, file)
    choose(progress, "Add it")
    said(progress, "Took 2 entries from the file.")
    expect(row(progress, POWER).locator(".tl-state")).to_have_text("right at once")
    assert kept(progress, "setting:timer") == {"on": True}


def test_of_two_answers_the_newer_counts(progress: Page) -> None:
    old, new = key_of(progress, POWER), key_of(progress, PRODUCT)
    file = saved(progress)
    file["records"] = {
        old: {"at": NOW - 1000, "is": {"right": True, "tries": 1}},
        new: {"at": NOW + 9e15, "is": {"right": True, "tries": 1}},
    }
    progress.evaluate(
        "([key, at]) => TrueLoss.store.restore({ [key]: { at, is: { tries: 1 } } })", [new, NOW - 1]
    )
    keep(progress, old, {"right": False, "tries": 1})
    load(progress, file)
    choose(progress, "Add it")
    said(progress, "Took 1 entry from the file. Not taken, because what is kept here is as new: 1.")
    expect(row(progress, POWER)).to_contain_text("not right yet")
    expect(row(progress, PRODUCT).locator(".tl-state")).to_have_text("right at once")
    assert progress.evaluate("(key) => TrueLoss.store.entry(key).at", new) == NOW


def test_a_file_may_replace_everything(progress: Page) -> None:
    keep(progress, key_of(progress, POWER), {"right": True, "tries": 1})
    key = key_of(progress, PRODUCT)
    load(
        progress,
        {**saved(progress), "records": {key: {"at": 1, "is": {"right": True, "tries": 1}}}},
    )
    choose(progress, "Replace everything")
    said(progress, "Took 1 entry from the file.")
    expect(row(progress, POWER)).to_contain_text("not answered")
    expect(row(progress, PRODUCT).locator(".tl-state")).to_have_text("right at once")


@pytest.mark.parametrize("answer", ["Cancel", "Escape"])
def test_a_file_that_is_not_wanted_changes_nothing(progress: Page, answer: str) -> None:
    load(progress, {**saved(progress), "records": {"a@0123abcd": {"at": 1, "is": {}}}})
    expect(progress.get_by_role("dialog")).to_be_visible()
    if answer == "Escape":
        progress.keyboard.press("Escape")
    else:
        choose(progress, answer)
    said(progress, "Nothing was changed.")
    assert progress.evaluate("TrueLoss.store.keys()") == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("no JSON", "This is not a file that this page has saved."),
        ({"format": "another"}, "This is not a file that this page has saved."),
        ({"format": "True Loss progress", "version": 1}, "This is not a file"),
        ({"format": "True Loss progress", "version": 2, "records": {}}, "newer version"),
    ],
)
def test_a_file_that_is_none_is_refused(progress: Page, content: Any, message: str) -> None:
    load(progress, content)
    said(progress, message)


def test_records_that_make_no_sense_are_left_out(progress: Page) -> None:
    key = key_of(progress, POWER)
    records = {
        key: {"at": 1, "is": {"right": True, "tries": 1}},
        "spaces in it@0123abcd": {"at": 1, "is": {}},
        "b@0123abcd": {"at": "1", "is": {}},
        "c@0123abcd": {"at": 1, "is": []},
        "__proto__": {"at": 1},
    }
    load(progress, {**saved(progress), "records": records})
    choose(progress, "Add it")
    said(progress, "Took 1 entry from the file. Left out, because they make no sense: 4.")
    assert progress.evaluate("TrueLoss.store.keys()") == [key]


def test_one_lesson_is_forgotten_and_nothing_else(progress: Page) -> None:
    key = key_of(progress, POWER)
    own = [key, f"{key[:-8]}00000000", key_of(progress, WEIGHT), "page:lessons/apples/why"]
    for each in [*own, "badge:lessons/apples", "elsewhere@0123abcd", "page:lessons/pears/why"]:
        keep(progress, each, {"right": True, "tries": 1})
    progress.get_by_role("button", name="Forget this lesson").click()
    dialog = progress.get_by_role("dialog")
    expect(dialog).to_contain_text("all of “Why apples?”: 5 entries")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    choose(progress, "Cancel")
    assert kept(progress, key) == {"right": True, "tries": 1}
    progress.get_by_role("button", name="Forget this lesson").click()
    choose(progress, "Forget")
    said(progress, "Forgotten: 5 entries.")
    assert sorted(progress.evaluate("TrueLoss.store.keys()")) == [
        "elsewhere@0123abcd",
        "page:lessons/pears/why",
    ]
    expect(row(progress, POWER)).to_contain_text("not answered")


def test_a_lesson_whose_titles_are_missing_is_forgotten(progress: Page) -> None:
    key = key_of(progress, POWER)
    keep(progress, key, {"right": True, "tries": 1})
    nothing = 'TrueLossPieces.take("lessons/apples/index", {});'
    progress.route("**/*.titles.js", lambda route: route.fulfill(body=nothing))
    progress.reload()
    progress.get_by_text("All that it asks").click()
    expect(progress.get_by_role("heading", name="Challenge")).to_be_visible()
    progress.get_by_role("button", name="Forget this lesson").click()
    choose(progress, "Forget")
    said(progress, "Forgotten: 1 entry.")
    assert progress.evaluate("TrueLoss.store.keys()") == []


def test_everything_is_forgotten(progress: Page) -> None:
    keep(progress, key_of(progress, POWER), {"right": True, "tries": 1})
    progress.evaluate("localStorage.setItem('true-loss-aside:odd@0123abcd', '{half')")
    progress.evaluate("localStorage.setItem('theme', 'dark')")
    progress.get_by_role("button", name="Forget everything").click()
    choose(progress, "Forget")
    said(progress, "Forgotten: 1 entry.")
    assert progress.evaluate("Object.keys(localStorage).sort()") == ["theme", "true-loss-version"]


def test_a_keyboard_alone_is_enough(progress: Page) -> None:
    keep(progress, key_of(progress, POWER), {"right": True, "tries": 1})
    progress.get_by_role("button", name="Forget everything").focus()
    progress.keyboard.press("Enter")
    progress.keyboard.press("Tab")
    progress.keyboard.press("Enter")
    said(progress, "Forgotten: 1 entry.")
    progress.get_by_role("button", name="Save my progress as a file").focus()
    progress.keyboard.press("Tab")
    expect(progress.get_by_label("Load a file")).to_be_focused()


def test_another_tab_shows_at_once(progress: Page, small_course: Path) -> None:
    key = key_of(progress, POWER)
    other = progress.context.new_page()
    visit(other, small_course, CHALLENGE_PAGE)
    keep(other, key, {"right": True, "tries": 1})
    expect(row(progress, POWER).locator(".tl-state")).to_have_text("right at once")


def test_a_narrow_page_does_not_scroll_sideways(progress: Page) -> None:
    assert progress.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_it_is_a_list_of_lessons(browser: Browser, small_course: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, small_course, PROGRESS_PAGE)
    expect(page.get_by_text("All that it asks")).to_be_hidden()
    for name in ("Save my progress", "Forget everything", "Forget this lesson"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    page.locator("article").get_by_role("link", name="Why apples?").click()
    expect(page.get_by_role("heading", name="Why apples?")).to_be_visible()
    context.close()


def test_a_lesson_that_is_folded_loads_nothing_and_has_its_total(
    reader: Page, small_course: Path
) -> None:
    loaded: list[str] = []
    reader.on("request", lambda request: loaded.append(request.url))
    visit(reader, small_course, PROGRESS_PAGE)
    expect(reader.locator(".tl-total")).to_have_text("0 of 2 right, 0 of 3 learned")
    assert [url for url in loaded if url.endswith(".titles.js")] == []
    unfold(reader)
    assert len([url for url in loaded if url.endswith(".titles.js")]) == 1


def test_the_keys_are_those_of_the_components(progress: Page, small_course: Path) -> None:
    listed = keys(progress, ".tl-entries li")
    visit(progress, small_course, CHALLENGE_PAGE)
    questions = keys(progress, "tl-question")
    visit(progress, small_course, RECALL_PAGE)
    assert listed == [*questions, *keys(progress, ".tl-card")]
