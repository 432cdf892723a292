"""A small site that holds, and what happens when something in it changes."""

import json
import re

import pytest

from tests.conftest import Site
from tests.html_pages import html_pages

PAGE = """\
# A page

```{{code-cell}}
:label: {name}
:load: ../examples/{name}.py
```

::::{{question}} What does the program print?
:name: about-{name}
:kind: predict-output
:level: easy
:time: 1:30
:cell: {name}

It adds.

- [ ] 12
  That is the product.
- [x] 7
  The sum.

:::{{hint}}
Add.
:::
:::{{solution}}
1. **Add.** The program printed {{ran}}`7 <{name}>`.
:::
:::{{mistakes}}
- Multiplying.
:::
::::
"""
FILES = {
    "docs/index.md": "# Home\n\n```{toctree}\none\ntwo\n```\n",
    "docs/one.md": PAGE.format(name="one"),
    "docs/two.md": PAGE.format(name="two"),
    "examples/one.py": "'Add: nox -s run -- examples/one.py'\n\na, b = 3, 4\nprint(a + b)\n",
    "examples/two.py": "'Add: nox -s run -- examples/two.py'\n\nc, d = 5, 2\nprint(c + d)\n",
}


@pytest.fixture
def good(site: Site) -> Site:
    site.write(FILES)
    assert site.build().warnings == []
    return site


def edit(site: Site, name: str, old: str, new: str) -> None:
    path = site.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def executed(site: Site) -> set[str]:
    """Return the pages that the last build ran, and did not take from the cache."""
    report = json.loads((site.html.parent / "execution.json").read_text(encoding="utf-8"))
    return {page["page"] for page in report["pages"] if not page["cached"]}


def key_of(site: Site) -> str:
    """Return the key of the site's first question."""
    questions = json.loads((site.html.parent / "questions.json").read_text(encoding="utf-8"))
    return str(questions[0]["key"])


def article(site: Site, page: str) -> str:
    html = (site.html / f"{page}.html").read_text(encoding="utf-8")
    match = re.search(r"<article.*?</article>", html, re.DOTALL)
    assert match is not None
    return match[0]


def test_questions_are_listed_for_other_programs(good: Site) -> None:
    questions = json.loads((good.html.parent / "questions.json").read_text(encoding="utf-8"))
    assert questions[0].pop("key").startswith("about-one@")
    assert questions[0] == {
        "page": "one",
        "line": 8,
        "name": "about-one",
        "kind": "predict-output",
        "level": "easy",
        "settled_by": "evidence",
        "options": 2,
        "answer": "7",
    }
    assert [question["page"] for question in questions] == ["one", "two"]


@pytest.mark.parametrize(
    ("name", "old", "new", "asks_again"),
    [
        ("docs/one.md", "It adds.", "It adds *two* numbers.", True),
        ("examples/one.py", "a, b = 3, 4", "a, b = 2, 5", True),
        ("docs/one.md", "That is the product.", "That multiplies.", False),
        ("docs/one.md", "\nAdd.", "\nAdd them.", False),
        ("docs/one.md", "- Multiplying.", "- Multiplying them.", False),
    ],
)
def test_an_answer_belongs_to_what_is_asked(
    good: Site, name: str, old: str, new: str, *, asks_again: bool
) -> None:
    before = key_of(good)
    edit(good, name, old, new)
    assert good.build().warnings == []
    assert (key_of(good) != before) == asks_again


def test_the_output_stands_in_the_answer_alone(good: Site) -> None:
    before, answer = article(good, "one").split('<details class="tl-answer">')
    assert "cell_input" in before
    assert "cell_output" not in before
    assert "cell_output" in answer


def test_the_final_answer_comes_from_the_mark(good: Site) -> None:
    assert "Final answer: B. </strong>7" in article(good, "one")


def test_swapping_the_mark_fails_at_the_line_of_the_question(good: Site) -> None:
    edit(good, "docs/one.md", "- [ ] 12", "- [x] 12")
    edit(good, "docs/one.md", "- [x] 7", "- [ ] 7")
    built = good.build()
    assert built.status == 1
    assert [warning.split(": ")[0] for warning in built.warnings] == ["docs/one.md:8"]
    assert "evidence-other" in built.warnings[0]


def test_changing_a_constant_behind_the_evidence_fails(good: Site) -> None:
    edit(good, "examples/one.py", "3, 4", "3, 5")
    built = good.build()
    assert built.status == 1
    evidence, number = built.warnings
    assert number.startswith("docs/one.md:26: the cell 'one' did not print 7")
    assert evidence.startswith("docs/one.md:8: the marked option is '7', but the last line")


def test_a_failed_build_fails_again_and_a_mended_one_does_not(good: Site) -> None:
    edit(good, "examples/one.py", "3, 4", "3, 5")
    first, second = good.build(), good.build()
    assert first.status == second.status == 1
    assert first.warnings == second.warnings
    edit(good, "examples/one.py", "3, 5", "3, 4")
    assert good.build().warnings == []


def test_nothing_runs_where_nothing_changed(good: Site) -> None:
    assert executed(good) == {"one", "two"}
    good.build()
    assert executed(good) == set()


def test_a_program_is_looked_at_where_no_page_has_changed(good: Site) -> None:
    good.write({"examples/three.py": "import pandas\n"})
    for _ in range(2):
        built = good.build()
        assert built.status == 1
        assert [warning.split("; ")[0] for warning in built.warnings] == [
            "examples/three.py:1: no page loads this program",
            "examples/three.py:1: the program has no docstring",
            "examples/three.py:1: the program imports 'pandas', which a reader may not have",
        ]


def test_an_edited_example_runs_its_page_alone(good: Site) -> None:
    edit(good, "examples/one.py", "3, 4", "4, 3")
    assert good.build().warnings == []
    assert executed(good) == {"one"}


def test_an_edit_of_the_words_runs_nothing(good: Site) -> None:
    edit(good, "docs/one.md", "# A page", "# Another title")
    assert good.build().warnings == []
    assert executed(good) == set()
    assert "Another title" in article(good, "one")


def test_a_half_written_cache_entry_is_not_served(good: Site) -> None:
    for entry in (good.root / "cache" / "executed").glob("*/base.ipynb"):
        entry.write_text(entry.read_text(encoding="utf-8")[:100], encoding="utf-8")
    edit(good, "docs/one.md", "# A page", "# Another title")
    assert good.build().warnings == []
    assert executed(good) == {"one"}


@pytest.mark.parametrize(
    ("target", "value"),
    [
        ("installed_versions", lambda: {"tensorflow": "99"}),
        ("python_version", lambda: "3.99.0"),
        ("KERNEL_ENVIRONMENT", {"OMP_NUM_THREADS": "2"}),
        ("kernel_code", lambda: "edited"),
    ],
)
def test_another_environment_runs_every_page(
    good: Site, monkeypatch: pytest.MonkeyPatch, target: str, value: object
) -> None:
    monkeypatch.setattr(f"trueloss.kernels.environment.{target}", value)
    assert good.build().warnings == []
    assert executed(good) == {"one", "two"}


def test_pages_ask_no_other_host_for_anything(good: Site) -> None:
    for path in html_pages(good.html):
        text = path.read_text(encoding="utf-8")
        fetched = re.findall(r'<(?:script|img|iframe|link)\b[^>]*?(?:src|href)="([^"]+)"', text)
        assert not [address for address in fetched if "//" in address], path
