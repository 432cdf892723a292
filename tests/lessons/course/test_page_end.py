"""What the end of a page leads on to, as pages come and go."""

import re

import pytest

from tests.conftest import Site

HOME = "# Home\n\n```{course-map}\nThe loop\n- b\n- a\n```\n"


def onward(site: Site, page: str) -> tuple[str, str]:
    """Return where the end of a page leads, and what it says."""
    html = (site.html / f"{page}.html").read_text(encoding="utf-8")
    (found,) = re.findall(r'<p class="tl-end-next">(.*?)</p>', html)
    (address,) = re.findall(r'href="(.*?)"', found)
    return address, re.sub(r"<.*?>", "", found)


@pytest.fixture
def course(site: Site) -> Site:
    site.write(
        {
            "docs/index.md": HOME,
            "docs/lessons/a/index.md": "# Learn a\n\nWords.\n",
            "docs/lessons/b/index.md": "# Learn b\n\nWords.\n",
            "docs/lessons/b/why.md": "# Why b\n\nWords.\n",
        }
    )
    assert site.build().warnings == []
    return site


def test_a_mode_leads_to_the_next(course: Site) -> None:
    address, says = onward(course, "lessons/b/index")
    assert address == "why.html"
    assert says.startswith("Go on with Why: ")


def test_the_last_mode_leads_to_the_next_lesson_of_the_map(course: Site) -> None:
    assert onward(course, "lessons/b/why") == (
        "../a/index.html",
        "Go on with Learn a: the next lesson.",
    )


def test_the_last_lesson_leads_to_the_course(course: Site) -> None:
    assert onward(course, "lessons/a/index")[0] == "../../index.html"


def test_a_page_leads_on_to_what_is_new(course: Site) -> None:
    course.write({"docs/lessons/b/challenge.md": "# Challenge b\n\nWords.\n"})
    assert course.build().warnings == []
    assert onward(course, "lessons/b/why")[0] == "challenge.html"
    course.write({"docs/lessons/a/index.md": "# Learn all of a\n\nWords.\n"})
    assert course.build().warnings == []
    assert onward(course, "lessons/b/challenge")[1] == "Go on with Learn all of a: the next lesson."
    course.write({"docs/index.md": HOME.replace("- b\n- a\n", "- a\n- b\n")})
    assert course.build().warnings == []
    assert onward(course, "lessons/a/index")[0] == "../b/index.html"


def test_only_a_page_of_a_lesson_has_an_end(course: Site) -> None:
    assert "tl-end" not in (course.html / "index.html").read_text(encoding="utf-8")
