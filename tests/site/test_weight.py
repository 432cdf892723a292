"""No page of the course is heavier than a reader on a slow network bears."""

import re
from pathlib import Path

from audit.weight import OWN_SCRIPTS, allowed, files_of, weight, weight_of_own_scripts
from tests.html_pages import html_pages


def test_every_page_is_light(course: Path) -> None:
    heavy = {
        page.name: weight(page)
        for page in html_pages(course / "html")
        if weight(page) > allowed(page)
    }
    assert heavy == {}


def test_the_scripts_of_the_course_are_light(course: Path) -> None:
    scripts = {page: weight_of_own_scripts(page) for page in html_pages(course / "html")}
    assert {page: size for page, size in scripts.items() if size > OWN_SCRIPTS} == {}
    assert max(scripts.values()) > 0


def test_no_page_loads_a_font_or_a_script_for_formulas(course: Path) -> None:
    loaded = {path.name for page in html_pages(course / "html") for path in files_of(page)}
    unwanted = r"\.(woff2?|ttf|otf)$|mathjax|katex"
    assert {"site.css", "store.js"} <= loaded
    assert [name for name in loaded if re.search(unwanted, name, re.IGNORECASE)] == []
