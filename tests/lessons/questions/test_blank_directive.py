"""A page with fill-in-the-blank tasks, built, changed, recorded."""

import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.conftest import Site
from trueloss.commands import record, stale

PROGRAM = """\
\"\"\"Add two numbers. Run it: nox -s run -- examples/lesson/blank.py\"\"\"

a, b = 3, 0.5
c = a __1__ __2__
print(f"a sum: {c}")
if c > 3.6:
    raise ValueError(f"{c} </script> is too much")
"""
PAGE = """\
# Try it

::::{blank} Make it *three* and a half
:name: try-sum
:level: easy
:program: ../../../examples/lesson/blank.py
:check: c == 3.5

Two numbers wait for you.

`__1__` joins them.

- [x] `+`
- [ ] `-`
  It *takes away*: {ran}`2.5 <try-sum>`.
- [ ] `/`

`__2__` is the second one.

- [x] `b`
- [ ] `a`

:::{hint}
Add.
:::
:::{solution}
1. **Add** {literal}`0.5`. The sum is {ran}`3.5 <try-sum>`.
:::
:::{mistakes}
- Taking away.
:::
::::
"""
INDEX = "# A lesson\n\nWords.\n"
FILES = {
    "docs/index.md": "# Home\n\n```{toctree}\nlessons/lesson/index\n```\n",
    "docs/lessons/lesson/index.md": INDEX,
    "docs/lessons/lesson/try.md": PAGE,
    "examples/lesson/blank.py": PROGRAM,
}


@pytest.fixture
def built(site: Site) -> Site:
    site.write(FILES)
    assert site.build().warnings == []
    return site


def html_of(site: Site) -> str:
    return (site.html / "lessons/lesson/try.html").read_text(encoding="utf-8")


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" class="tl-blank-data">(.*?)</script>', html)
    assert found is not None
    content: dict[str, Any] = json.loads(found[1])
    return content


def execution(site: Site) -> dict[str, Any]:
    content = json.loads((site.docs / "_build" / "execution.json").read_text())
    totals: dict[str, Any] = content["totals"]
    return totals


def test_the_page_holds_what_every_combination_did(built: Site) -> None:
    data = data_of(html_of(built))
    assert (data["sizes"], data["right"]) == ([3, 2], [0, 0])
    did = [data["outcomes"][place] for place in data["ran"]]
    assert did[0] == {"printed": "a sum: 3.5", "passed": True}
    assert did[1] == {
        "printed": "a sum: 6",
        "error": "ValueError: 6 </script> is too much",
        "line": 7,
    }
    assert [outcome.get("printed") for outcome in did[2:]] == [
        "a sum: 2.5",
        "a sum: 0",
        "a sum: 6.0",
        "a sum: 1.0",
    ]
    assert sum(outcome.get("passed", False) for outcome in did) == 1


def test_each_gap_is_a_list_in_the_program(built: Site) -> None:
    html = html_of(built)
    lists = re.findall(r'<select aria-label="([^"]+)">(.*?)</select>', html)
    assert [name for name, _ in lists] == ["Gap 1", "Gap 2"]
    assert re.findall(r"<option[^>]*>([^<]+)", lists[0][1]) == ["__1__", "+", "-", "/"]
    assert html.count('class="tl-blank-line"') == len(PROGRAM.splitlines())
    assert 'data-attempts="3"' in html


def test_the_answer_reads_well_without_scripts(built: Site) -> None:
    html = html_of(built)
    answer = html[html.index('tl-blank-answer">') :]
    text = re.sub(r"<[^>]+>", "", answer)
    for expected in ("Answer: +, b", "c = a + b", "a sum: 3.5", "It takes away: 2.5."):
        assert expected in text
    assert "line 7: ValueError: 6 &lt;/script&gt; is too much" in text
    assert len(re.findall("<tr", answer)) == 1 + 5


def test_other_programs_read_the_list(built: Site) -> None:
    (entry,) = json.loads((built.docs / "_build" / "questions.json").read_text())
    assert entry.pop("key").startswith("try-sum@")
    assert entry == {
        "page": "lessons/lesson/try",
        "line": 3,
        "name": "try-sum",
        "kind": "blank",
        "level": "easy",
        "settled_by": "evidence",
        "options": 5,
        "answer": "+, b",
    }


def test_a_task_is_cached_like_a_page(built: Site) -> None:
    before = html_of(built)
    assert execution(built)["run"] == 1
    page = built.docs / "lessons/lesson/try.md"
    page.write_text(PAGE.replace("Two numbers", "Three numbers"))
    assert built.build().warnings == []
    assert execution(built) | {"run": 0, "cached": 1} == execution(built)
    assert html_of(built).replace("Three numbers", "Two numbers") == before


def test_an_edited_program_runs_again(built: Site) -> None:
    program = built.root / "examples/lesson/blank.py"
    program.write_text(PROGRAM.replace("a sum", "the sum"))
    assert built.build().warnings == []
    assert data_of(html_of(built))["outcomes"][0]["printed"] == "the sum: 3.5"


@pytest.mark.parametrize("builder", ["text", "latex"])
def test_other_builders_show_program_and_answer(site: Site, builder: str) -> None:
    site.write(FILES)
    assert site.build(builder).warnings == []


def test_one_name_for_a_question_and_a_task(site: Site) -> None:
    other = PAGE.replace("<try-sum>", "<other>").replace("try-sum", "other")
    pages = {"docs/lessons/lesson/why.md": PAGE, "docs/lessons/lesson/visualize.md": other}
    site.write({**FILES, **pages})
    (warning,) = site.build().warnings
    assert warning == (
        "docs/lessons/lesson/why.md:3: the name 'try-sum' already belongs to the question at "
        "lessons/lesson/try.md:3; give this one another [trueloss.question-name]"
    )


def test_a_cell_that_stands_nearby_and_fails_takes_nothing_away(site: Site) -> None:
    cell = "\n```{code-cell}\n1 / 0\n```\n"
    site.write({**FILES, "docs/lessons/lesson/try.md": PAGE + cell})
    (warning,) = site.build().warnings
    assert warning.startswith("docs/lessons/lesson/try.md:35: ZeroDivisionError")


def test_a_notebook_shows_the_task_and_runs_none_of_its_gaps(site: Site) -> None:
    cell = "\n```{code-cell}\nprint('a cell')\n```\n"
    site.write({**FILES, "docs/lessons/lesson/try.md": PAGE + cell})
    assert site.build().warnings == []
    notebook = nbformat.read(site.html / "lessons/lesson/try.ipynb", as_version=4)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert code[-2] == "print('a cell')"
    assert "c = a + b" in code[-1]
    assert not any("__1__" in source for source in code)
    (task,) = (cell.source for cell in notebook.cells if "Make it" in cell.source)
    assert "c = a __1__ __2__" in task
    assert "+ | b\n  passes\n  > a sum: 3.5" in task


def test_records_hold_what_a_task_did(
    site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write(FILES)
    monkeypatch.chdir(site.root)
    assert record.main([]) == 0
    assert capsys.readouterr().out == "wrote docs/_records/lessons/lesson/try.txt\n"
    text = (site.docs / "_records/lessons/lesson/try.txt").read_text()
    assert "cell try-sum\n  stdout\n    | + | b\n    |   passes\n    |   > a sum: 3.5\n" in text
    assert stale.main([]) == 0

    program = site.root / "examples/lesson/blank.py"
    program.write_text(PROGRAM.replace("0.5", "0.75"))
    capsys.readouterr()
    assert stale.main([]) == 1
    changes = json.loads(Path("build/stale.json").read_text())["changed"]
    assert {(each["page"], each["line"]) for each in changes} == {("lessons/lesson/try", 3)}
    assert all(each["what"] == "stdout of the cell try-sum" for each in changes)
    assert any("3.5" in each["old"] and "3.75" in each["new"] for each in changes)


def test_a_program_that_is_never_the_same_is_not_reproducible(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = PROGRAM.replace("a sum", "a sum of {__import__('random').random()}")
    site.write({**FILES, "examples/lesson/blank.py": program})
    monkeypatch.chdir(site.root)
    record.main([])
    assert stale.main([]) == 1
    found = json.loads(Path("build/stale.json").read_text())["not_reproducible"]
    assert {(each["page"], each["line"]) for each in found} == {("lessons/lesson/try", 3)}
