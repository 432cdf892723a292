"""Which pages of a site a test opens by day, and which by night."""

from pathlib import Path

import pytest

from tests.html_pages import EVERY_PAGE, html_pages, of_each_kind

PAGES = {
    "404.html": "not here",
    "lessons/first/why.html": "short",
    "lessons/second/test.html": "test",
    "lessons/second/why.html": "much longer",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_by_day_the_heaviest_page_of_each_kind_stands_for_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(EVERY_PAGE, raising=False)
    left_out = folder / "lessons" / "first" / "why.html"
    assert of_each_kind(folder) == [path for path in html_pages(folder) if path != left_out]


def test_by_night_every_page_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EVERY_PAGE, "1")
    assert of_each_kind(folder) == html_pages(folder)


def test_a_folder_without_pages_is_none(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no page"):
        html_pages(tmp_path)
