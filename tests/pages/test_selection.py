"""Pages and folders as a person names them."""

from pathlib import Path

import pytest

from trueloss.pages.selection import docname_of, is_below, link_on_the_way


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("docs/lessons/a/why.md", "lessons/a/why"),
        ("docs/lessons/a/why", "lessons/a/why"),
        ("docs/lessons/a/", "lessons/a"),
        ("docs/lessons/../index.md", "index"),
        ("docs", "."),
    ],
)
def test_docname(tmp_path: Path, given: str, name: str) -> None:
    assert docname_of(tmp_path / given, tmp_path / "docs") == name


@pytest.mark.parametrize(
    ("name", "place", "below"),
    [
        ("lessons/a/why", "lessons/a", True),
        ("lessons/a/why", "lessons/a/why", True),
        ("lessons/ab/why", "lessons/a", False),
        ("index", ".", True),
    ],
)
def test_below(name: str, place: str, below: bool) -> None:
    assert is_below(name, place) is below


def test_a_link_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "page.md").touch()
    (tmp_path / "folder").symlink_to(tmp_path / "real")
    assert link_on_the_way(tmp_path / "folder" / "page.md", tmp_path) == tmp_path / "folder"
    assert link_on_the_way(tmp_path / "real" / "page.md", tmp_path) is None
