"""Where a page says that it stands: in its title, its preview, the search and above its text."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Site


@pytest.fixture
def course(site: Site) -> Site:
    site.write(
        {
            "docs/index.md": "# Home\n\n```{toctree}\nlessons/a/index\nabout/index\n```\n",
            "docs/lessons/a/index.md": "# What is `a`?\n\nWords.\n",
            "docs/lessons/a/why.md": "# Why a?\n\nWords.\n",
            "docs/about/index.md": "# About\n\n```{toctree}\nmore\n```\n",
            "docs/about/more.md": "# More\n\nWords.\n",
        }
    )
    assert site.build().warnings == []
    return site


def soup(site: Site, page: str) -> BeautifulSoup:
    return BeautifulSoup((site.html / f"{page}.html").read_text(encoding="utf-8"), "html.parser")


def titles(site: Site, page: str) -> set[str]:
    """Return what a page is called in the tab, in previews and in the search."""
    html = soup(site, page)
    index = (site.html / "searchindex.js").read_text(encoding="utf-8")
    found = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))
    searched = found["titles"][found["docnames"].index(page)]
    (preview,) = html.select('meta[property="og:title"]')
    assert html.title
    tab = html.title.get_text().rpartition(" - ")[0]
    return {tab, str(preview["content"]), re.sub("<.*?>", "", searched)}


def crumbs(site: Site, page: str) -> list[tuple[str, str | None]]:
    return [
        (part.get_text(), str(part["href"]) if part.has_attr("href") else None)
        for part in soup(site, page).select('nav[aria-label="Breadcrumb"] > *')
    ]


def test_titles_say_which_lesson_and_mode(course: Site) -> None:
    assert titles(course, "lessons/a/why") == {"Why: Why a? · What is a?"}
    assert titles(course, "lessons/a/index") == {"Learn: What is a?"}
    assert titles(course, "about/more") == {"More"}


def test_a_page_shows_the_way_to_it(course: Site) -> None:
    home = ("True Loss", "../../index.html")
    assert crumbs(course, "lessons/a/why") == [home, ("What is a?", "index.html"), ("Why", None)]
    assert crumbs(course, "lessons/a/index") == [home, ("What is a?", "#"), ("Learn", None)]
    assert crumbs(course, "about/more") == [("True Loss", "../index.html"), ("About", "index.html")]
    assert crumbs(course, "index") == []


def test_a_new_name_of_the_lesson_shows_on_all_its_pages(course: Site) -> None:
    course.write({"docs/lessons/a/index.md": "# What is b?\n\nWords.\n"})
    assert course.build().warnings == []
    assert titles(course, "lessons/a/why") == {"Why: Why a? · What is b?"}
    assert crumbs(course, "lessons/a/why")[1] == ("What is b?", "index.html")


def test_the_link_past_everything_comes_first_and_landmarks_differ(course: Site) -> None:
    html = soup(course, "lessons/a/why")
    first = html.select_one("a[href], button, input:not([type=checkbox]), [tabindex]")
    assert first is not None
    assert first.get_text() == "Skip to content"
    names = [str(mark.get("aria-label")) for mark in html.find_all(["aside", "nav"])]
    assert len(names) == len(set(names)) >= 4
