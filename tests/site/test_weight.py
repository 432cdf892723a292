"""No page of the course is heavier than a reader on a slow network bears."""

import re
from pathlib import Path

from audit.weight import OWN_SCRIPTS, allowed, files_of, weight, weight_of_own_scripts


def pages(course: Path) -> list[Path]:
    return sorted((course / "html").rglob("*.html"))


def test_every_page_is_light(course: Path) -> None:
    heavy = {page.name: weight(page) for page in pages(course) if weight(page) > allowed(page)}
    assert heavy == {}


def test_the_scripts_of_the_course_are_light(course: Path) -> None:
    scripts = {page: weight_of_own_scripts(page) for page in pages(course)}
    assert {page: size for page, size in scripts.items() if size > OWN_SCRIPTS} == {}
    assert max(scripts.values()) > 0


def test_no_page_loads_a_font_or_a_script_for_formulas(course: Path) -> None:
    loaded = {path.name for page in pages(course) for path in files_of(page)}
    assert not [
        name for name in loaded if re.search(r"\.(woff2?|ttf|otf)$|mathjax|katex", name, re.I)
    ]
