"""The pages that show the whole course, as its other pages come, change and go."""

import re

import pytest

from tests.conftest import Site

HOME = """\
# Home

```{course-map}
The loop
- a
```

```{toctree}
lessons/a/index
progress
```
"""
CARDS = """\
# Recall

:::{flashcard} What is a weight?
A number.
:::
"""


@pytest.fixture
def course(site: Site) -> Site:
    site.write(
        {
            "docs/index.md": HOME,
            "docs/progress.md": "# Progress\n\n```{progress}\n```\n",
            "docs/lessons/a/index.md": "# Learn a\n\nWords.\n",
            "docs/lessons/a/recall.md": CARDS,
        }
    )
    assert site.build().warnings == []
    return site


def html(site: Site, page: str) -> str:
    return (site.html / f"{page}.html").read_text(encoding="utf-8")


def test_a_change_elsewhere_shows_on_both_pages(course: Site) -> None:
    course.write({"docs/lessons/a/index.md": "# Learn it anew\n\nWords.\n"})
    course.write({"docs/lessons/a/recall.md": CARDS.replace("weight", "bias")})
    assert course.build().warnings == []
    assert "Learn it anew" in html(course, "index")
    titles = (course.html / "lessons/a/index.titles.js").read_text(encoding="utf-8")
    assert "What is a bias?" in titles
    assert "What is a weight?" not in titles
    (digest,) = re.findall(r'"card:a-what-is-a-bias@(\w+)"', titles)
    for page in ("index", "progress"):
        (held,) = re.findall(r'data-held="([^"]*)"', html(course, page))
        assert held == f"index 1,recall 1 c{digest}"


def test_a_mode_that_comes_or_goes_shows_on_both_pages(course: Site) -> None:
    course.write({"docs/lessons/a/why.md": "# Why a\n\nWords.\n"})
    (course.docs / "lessons/a/recall.md").unlink()
    assert course.build().warnings == []
    for page in ("index", "progress"):
        assert 'data-held="index 1,why 1"' in html(course, page)


def test_a_lesson_that_is_in_no_part_is_reported_where_the_map_stands(course: Site) -> None:
    course.write({"docs/lessons/b/index.md": "---\norphan: true\n---\n# Learn b\n\nWords.\n"})
    built = course.build()
    assert built.status == 1
    assert built.warnings == [
        "docs/index.md:3: the lesson 'b' is in no part; add - b below a part's title "
        "[trueloss.course-map]"
    ]


def test_what_is_wrong_with_a_map_is_reported_at_its_line(course: Site) -> None:
    course.write(
        {"docs/index.md": HOME.replace("The loop\n- a", "- Last\n\nThe loop\n- a\n- b\n- a")}
    )
    assert course.build().warnings == [
        "docs/index.md:4: 'Last' belongs to no part; write the title of its part on a line above "
        "it [trueloss.course-map]",
        "docs/index.md:8: there is no lesson 'b'; use one of a; for one yet to be written, give "
        "its title, beginning with a capital letter [trueloss.course-map]",
        "docs/index.md:9: 'a' is listed twice; remove one [trueloss.course-map]",
    ]


def test_the_order_of_the_map_is_the_order_of_the_progress(course: Site) -> None:
    course.write(
        {
            "docs/lessons/b/index.md": "---\norphan: true\n---\n# Learn b\n\nWords.\n",
            "docs/index.md": HOME.replace("- a", "- b\n- a"),
        }
    )
    assert course.build().warnings == []
    article = html(course, "progress").partition("<article")[2]
    assert article.index("Learn b") < article.index("Learn a")


def test_the_map_says_what_a_lesson_needs_and_leaves_out(course: Site) -> None:
    """Both also where it is added later, to a page that does not stand there."""
    page = "---\norphan: true\n---\n# Learn b\n\nWords.\n"
    course.write(
        {"docs/lessons/b/index.md": page, "docs/index.md": HOME.replace("- a", "- a\n- b: a")}
    )
    assert course.build().warnings == []
    needs = re.search(r"Needs <a href=\"lessons/a/index.html\">Learn a</a>", html(course, "index"))
    assert needs
    left_out = "---\norphan: true\nleaves_out:\n  metrics: they come later\n---\n"
    course.write({"docs/lessons/b/index.md": page.replace("---\norphan: true\n---\n", left_out)})
    assert course.build().warnings == []
    assert "Without metrics: they come later" in html(course, "index")


def test_other_builders_read_the_cards(course: Site) -> None:
    assert course.build("text").warnings == []
    text = (course.docs / "_build" / "text" / "lessons" / "a" / "recall.txt").read_text()
    assert "What is a weight?" in text
    assert "A number." in text
