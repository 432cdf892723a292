"""A folder takes the place of another in one step."""

from pathlib import Path

import pytest

from trueloss.publishing import swap
from trueloss.publishing.archive import write_archive
from trueloss.publishing.swap import put_in_place, restore


def make(folder: Path, content: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(content)
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_CALLS", {})
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_new_folder_is_there_and_the_old_one_gone(tmp_path: Path) -> None:
    current = tmp_path / "html"
    for content in ("one", "two", "three"):
        put_in_place(make(tmp_path / "next", content), current)
        assert (current / "index.html").read_text() == content
        assert names(tmp_path) == {"html"}


def test_two_names_are_exchanged_at_once(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one", "1"), make(tmp_path / "other", "2")
    swap._exchange(one, other)
    assert (one / "index.html").read_text() == "2"
    assert (other / "index.html").read_text() == "1"


def test_what_was_set_aside_comes_back(tmp_path: Path) -> None:
    make(tmp_path / "previous", "old")
    restore(tmp_path / "html")
    assert (tmp_path / "html" / "index.html").read_text() == "old"
    restore(tmp_path / "html")
    assert names(tmp_path) == {"html"}


def test_an_archive_has_the_same_bytes_whenever_it_is_made(tmp_path: Path) -> None:
    site = make(tmp_path / "html", "words")
    (site / "_headers").touch()
    first = write_archive(site, "course").read_bytes()
    (site / "index.html").touch()
    assert write_archive(site, "course").read_bytes() == first
    assert b"course/index.html" in first
    assert b"_headers" not in first
