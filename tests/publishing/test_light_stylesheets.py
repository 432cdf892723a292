"""The stylesheets of others, cut down in a folder of pages."""

from pathlib import Path

import pytest

from tests.published import COURSE
from trueloss.publishing.light_stylesheets import cut_down

DIGEST = "0f" * 32
PAGE = f"""<html><link rel="stylesheet" href="../_static/pygments.css?v=1234abcd">
<link rel="stylesheet" href="../_static/mystnb.{DIGEST}.css">
<link rel="stylesheet" href="../_static/site.css?v=1234abcd"><p class="o">"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "_static").mkdir()
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "index.html").write_text(PAGE)
    (tmp_path / "_static" / "site.css").write_text(".nowhere { color: var(--mine) }\n")
    (tmp_path / "_static" / "pygments.css").write_text(".o { a: b }\n.x { a: b }\n")
    copy_sheet(tmp_path)
    return tmp_path


def copy_sheet(folder: Path) -> None:
    sheet = folder / "_static" / f"mystnb.{DIGEST}.css"
    sheet.write_text(":root { --mine: 1; --yours: 2 }")


def files(folder: Path) -> dict[str, str]:
    return {str(path): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_only_those_of_others_are_cut_down(folder: Path) -> None:
    cut_down(folder, COURSE.stylesheets)
    static = folder / "_static"
    assert (static / "pygments.css").read_text() == ".o{a: b}"
    assert (static / "mystnb.css").read_text() == ":root{--mine: 1}"
    assert (static / "site.css").read_text() == ".nowhere{color: var(--mine)}"
    assert not (static / f"mystnb.{DIGEST}.css").exists()


def test_the_address_of_a_stylesheet_follows_its_content(folder: Path) -> None:
    cut_down(folder, COURSE.stylesheets)
    page = folder / "lessons" / "index.html"
    before = page.read_text()
    assert "pygments.css?v=1234abcd" not in before
    assert "../_static/mystnb.css?v=" in before
    assert "site.css?v=1234abcd" in before
    (folder / "_static" / "pygments.css").write_text(".o { a: c }")
    cut_down(folder, COURSE.stylesheets)
    assert page.read_text() != before


def test_a_second_build_into_the_folder_ends_with_the_same_bytes(folder: Path) -> None:
    cut_down(folder, COURSE.stylesheets)
    before = files(folder)
    cut_down(folder, COURSE.stylesheets)
    assert files(folder) == before
    copy_sheet(folder)
    cut_down(folder, COURSE.stylesheets)
    assert files(folder) == before
