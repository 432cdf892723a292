"""The mode bar of a lesson, as files come and go."""

import re

import pytest

from tests.conftest import Site


def bar(site: Site, page: str) -> list[str]:
    """Return the names in the bar of a page, the page's own in brackets."""
    html = (site.html / f"{page}.html").read_text(encoding="utf-8")
    found = re.findall(r'<li><a href="[^"]*"( aria-current="page")? title="[^"]*">(.*?) <', html)
    return [f"[{name}]" if current else name for current, name in found]


@pytest.fixture
def lesson(site: Site) -> Site:
    site.write(
        {
            "docs/index.md": "# Home\n\n```{toctree}\nlessons/a/index\n```\n",
            "docs/lessons/a/index.md": "# Learn a\n\nWords.\n",
            "docs/lessons/a/challenge.md": "# Challenge a\n\nWords.\n",
        }
    )
    assert site.build().warnings == []
    return site


def test_every_page_shows_every_mode(lesson: Site) -> None:
    assert bar(lesson, "lessons/a/index") == ["[Learn]", "Challenge"]
    assert bar(lesson, "lessons/a/challenge") == ["Learn", "[Challenge]"]


def test_the_number_of_modes_is_counted(lesson: Site) -> None:
    html = (lesson.html / "lessons/a/index.html").read_text(encoding="utf-8")
    assert "This lesson in 2 modes" in html


def test_the_modes_follow_each_other(lesson: Site) -> None:
    html = (lesson.html / "lessons/a/index.html").read_text(encoding="utf-8")
    assert '<a class="next-page" href="challenge.html">' in html


def test_a_new_mode_shows_on_the_others_at_once(lesson: Site) -> None:
    lesson.write({"docs/lessons/a/why.md": "# Why a\n\nWords.\n"})
    assert lesson.build().warnings == []
    assert bar(lesson, "lessons/a/index") == ["[Learn]", "Why", "Challenge"]
    assert bar(lesson, "lessons/a/challenge") == ["Learn", "Why", "[Challenge]"]


def test_a_removed_mode_goes_from_the_others(lesson: Site) -> None:
    (lesson.docs / "lessons/a/challenge.md").unlink()
    assert lesson.build().warnings == []
    assert bar(lesson, "lessons/a/index") == ["[Learn]"]


def test_a_page_that_is_no_mode_is_refused(lesson: Site) -> None:
    lesson.write({"docs/lessons/a/notes.md": "---\norphan: true\n---\n# Notes\n"})
    (warning,) = lesson.build().warnings
    assert warning.startswith("docs/lessons/a/notes.md:1: notes.md is not the page of a mode")


QUESTION = """\
::::{question} What?
:name: what
:kind: conceptual
:level: easy
:reference: https://keras.io/api/
:time: 4:00

- [x] this
  Yes.
- [ ] that
  No.

:::{hint}
Look.
:::
:::{solution}
1. **Look.** %s
:::
::::
"""


MANY = "Words. " * 1000


def test_a_question_with_a_time_takes_that_whatever_its_words(lesson: Site) -> None:
    question = QUESTION % MANY
    lesson.write({"docs/lessons/a/why.md": f"# Why a\n\n{'Word. ' * 190}\n\n{question}"})
    assert lesson.build().warnings == []
    html = (lesson.html / "lessons/a/why.html").read_text(encoding="utf-8")
    assert ">Why <span>5 min<" in html


def test_what_stays_folded_takes_no_time(lesson: Site) -> None:
    question = (QUESTION % MANY).replace(":time: 4:00\n", "").replace("  No.\n", f"  {MANY}\n")
    cell = "```{code-cell}\n:tags: [hide-cell]\nprint(1)\n```\n"
    page = f"# Why a\n\n{'Word. ' * 185}\n\n{cell}\n{question}"
    lesson.write({"docs/lessons/a/why.md": page})
    assert lesson.build().warnings == []
    html = (lesson.html / "lessons/a/why.html").read_text(encoding="utf-8")
    assert ">Why <span>2 min<" in html
