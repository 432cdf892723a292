"""What a progress file may do to the pages: nothing but what a reader did."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from tests.browser.small_course import (
    CHALLENGE_PAGE,
    HOME_PAGE,
    PROGRESS_PAGE,
    RECALL_PAGE,
    kept,
    keys,
    visit,
)
from tests.browser.test_progress import POWER, choose, key_of, load, row, said, unfold

OURS = {"format": "True Loss progress", "version": 1, "saved": "2026-01-31T00:00:00Z"}
NOT_OURS = "This is not a file that this page has saved. Nothing was changed."
DEEP = "[" * 200_000 + "]" * 200_000


@pytest.fixture
def progress(reader: Page, small_course: Path) -> Page:
    visit(reader, small_course, PROGRESS_PAGE)
    unfold(reader)
    return reader


def with_record(page: Page, record: Any, key: str = "") -> str:
    """Return a file that holds one record."""
    records = {key or key_of(page, POWER): {"at": 1, "is": record}}
    return json.dumps({**OURS, "records": records})


@pytest.mark.parametrize("version", [None, [], -5, 0, 1.5, "1", {}])
def test_a_version_that_is_none_is_refused(progress: Page, version: Any) -> None:
    load(progress, {**OURS, "version": version, "records": {}})
    said(progress, NOT_OURS)


@pytest.mark.parametrize(
    "text",
    ["null", "5", "[]", '"text"', DEEP, json.dumps({**OURS, "records": []})],
    ids=["null", "number", "list", "text", "deep", "records"],
)
def test_what_is_no_such_file_is_refused(progress: Page, text: str) -> None:
    load(progress, text)
    said(progress, NOT_OURS)


def test_a_file_that_is_refused_takes_back_what_was_asked_of_the_one_before(
    progress: Page,
) -> None:
    load(progress, {**OURS, "records": {}})
    expect(progress.get_by_role("dialog")).to_be_visible()
    load(progress, "null")
    said(progress, NOT_OURS)
    expect(progress.get_by_role("dialog")).to_be_hidden()
    load(progress, {**OURS, "records": {}})
    expect(progress.get_by_role("dialog")).to_be_visible()
    expect(progress.locator(".tl-said")).to_have_text("")


def test_forty_megabytes_are_refused_at_once(progress: Page, tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    records = {f"question-{n}@0123abcd": {"at": 1, "is": {"tries": 1}} for n in range(800_000)}
    file.write_text(json.dumps({**OURS, "records": records}), encoding="utf-8")
    assert file.stat().st_size > 40_000_000
    start = time.monotonic()
    progress.get_by_label("Load a file").set_input_files(file)
    said(progress, NOT_OURS)
    assert time.monotonic() - start < 10
    assert progress.evaluate("document.querySelector('.tl-load input').value") == ""


@pytest.mark.parametrize("saved", [{"toString": 1}, 5, None, [], "yesterday", "<b>2026</b>"])
def test_a_date_that_is_none_is_not_told(progress: Page, saved: Any) -> None:
    load(progress, {**OURS, "saved": saved, "records": {}})
    expect(progress.get_by_role("dialog")).to_contain_text("The file holds 0 entries.")


@pytest.mark.parametrize(
    ("key", "record"),
    [
        ("badge:apples", {"score": 2, "of": 2, "date": "2026-01-31", "note": 5}),
        ("badge:apples", {"score": 2, "of": 2, "date": "the day", "note": ""}),
        ("badge:apples", {"score": [], "of": 2, "date": "2026-01-31", "note": ""}),
        ("card:apples-gradient@0123abcd", {"due": "soon"}),
        ("draw:lessons/apples/test", {"keys": {"length": 10}}),
        ("setting:timer", {"on": "yes"}),
        ("page:lessons/apples/why", {"read": 1}),
        ("", {"right": "true"}),
        ("", {"tries": -1}),
        ("", {"tries": 1.5}),
        ("", {"first": {"toString": 1}}),
        ("", {"chosen": "0"}),
        ("", {"left": {}}),
    ],
)
def test_a_record_of_another_kind_is_left_out(progress: Page, key: str, record: Any) -> None:
    load(progress, with_record(progress, record, key))
    choose(progress, "Add it")
    said(progress, "Left out, because they make no sense: 1.")
    assert progress.evaluate("TrueLoss.store.keys()") == []


def test_what_no_script_knows_of_is_dropped(progress: Page, small_course: Path) -> None:
    key = key_of(progress, POWER)
    record = f'{{"right": true, "tries": 1, "note": 5, "constructor": {DEEP}}}'
    text = json.dumps({**OURS, "records": {key: {"at": 1, "is": "HERE"}}})
    load(progress, text.replace('"HERE"', record))
    choose(progress, "Add it")
    said(progress, "Took 1 entry from the file.")
    assert kept(progress, key) == {"right": True, "tries": 1}
    visit(progress, small_course, CHALLENGE_PAGE)
    expect(progress.get_by_text("Right at once.", exact=True)).to_be_visible()


def test_right_without_tries_is_right(progress: Page) -> None:
    load(progress, with_record(progress, {"right": True}))
    choose(progress, "Add it")
    expect(row(progress, POWER).locator(".tl-state")).to_have_text("right")


NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | NUMBERS | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
NAMES = st.sampled_from(
    [
        "right",
        "tries",
        "shown",
        "hint",
        "first",
        "chosen",
        "due",
        "state",
        "keys",
        "on",
        "read",
        "score",
        "of",
        "date",
        "note",
        "left",
        "toString",
        "__proto__",
        "constructor",
    ]
)
ENTRY = JSON | st.fixed_dictionaries(
    {"at": st.integers() | JSON, "is": st.dictionaries(NAMES, JSON, max_size=5) | JSON}
)


@settings(
    max_examples=40,
    # To shrink takes minutes, since each try opens four pages.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_no_file_breaks_a_page(progress: Page, small_course: Path, data: st.DataObject) -> None:
    """The fixture fails on anything that a page throws or complains of."""
    visit(progress, small_course, PROGRESS_PAGE)
    unfold(progress)
    asked = [*keys(progress, ".tl-entries li"), "badge:apples", "page:index", "setting:timer"]
    known = st.sampled_from([*asked, "badge:lessons/apples", "draw:lessons/apples/challenge"])
    records = data.draw(st.dictionaries(known | st.text(max_size=9), ENTRY, max_size=6))
    file = {**OURS, "saved": data.draw(JSON), "records": records}
    progress.evaluate(
        "(text) => { const { entries } = TrueLossFile.read(text, Date.now());"
        " TrueLossFile.replace(entries); }",
        json.dumps(file),
    )
    for page in (PROGRESS_PAGE, CHALLENGE_PAGE, RECALL_PAGE, HOME_PAGE):
        visit(progress, small_course, page)
        assert progress.locator("text=undefined").count() == 0
        assert progress.locator("text=NaN").count() == 0
