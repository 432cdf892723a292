"""A question whose options are run, built, edited, tried by the mutation check."""

import json
import re
from typing import Any

import nbformat
import pytest

from tests.conftest import Site
from trueloss.commands.mutate import mutate

PROGRAM = """\
\"\"\"Join two numbers. Run it: nox -s run -- examples/blank_join.py\"\"\"

joined = 3 __1__ 4
print(f"joined: {joined}")
if joined > 11:
    raise ValueError("too much")
"""
PAGE = """\
# A page

::::{question} Which sign makes it seven?
:name: sign
:kind: debug
:level: easy
:program: ../examples/blank_join.py
:check: joined == 7

Three and four wait for you.

- [ ] `-`
  It *takes away*: {ran}`-1 <sign>`.
- [x] `+`
- [ ] `*`

:::{hint}
Add.
:::
:::{solution}
1. **Add.** That makes {ran}`7 <sign>`.
:::
::::
"""
FILES = {"docs/index.md": PAGE, "examples/blank_join.py": PROGRAM}


@pytest.fixture
def built(site: Site) -> Site:
    site.write(FILES)
    assert site.build().warnings == []
    return site


def html_of(site: Site) -> str:
    return (site.html / "index.html").read_text(encoding="utf-8")


def json_of(site: Site, name: str) -> Any:
    return json.loads((site.docs / "_build" / name).read_text(encoding="utf-8"))


def test_the_answer_shows_what_every_option_did(built: Site) -> None:
    before, answer = html_of(built).split('<details class="tl-answer">')
    assert "__1__" in before
    items = [re.sub(r"<[^>]+>", " ", item) for item in re.split(r"<li .*?>", before)[-3:]]
    did = [" ".join(item.partition("Check")[0].split()) for item in items]
    assert did[0] == "- joined: -1 It takes away : -1 ."
    assert did[1] == "+ joined: 7"
    assert did[2].startswith("* joined: 12 line 6: ValueError: too much")
    assert answer.count('class="tl-run-sign"') == 1
    assert "Why is this right? We ran it." in answer


def test_other_programs_read_that_a_run_settles_it(built: Site) -> None:
    (entry,) = json_of(built, "questions.json")
    assert (entry["settled_by"], entry["options"], entry["answer"]) == ("evidence", 3, "+")


def test_it_is_cached_like_a_page_and_runs_again_when_its_program_changes(built: Site) -> None:
    (key,) = (entry["key"] for entry in json_of(built, "questions.json"))
    built.write({"docs/index.md": PAGE.replace("\nAdd.", "\nAdd them.")})
    assert built.build().warnings == []
    totals = json_of(built, "execution.json")["totals"]
    assert (totals["run"], totals["cached"]) == (0, 1)
    assert [entry["key"] for entry in json_of(built, "questions.json")] == [key]
    built.write({"examples/blank_join.py": PROGRAM.replace("joined:", "together:")})
    assert built.build().warnings == []
    assert "together: 12" in html_of(built)
    assert [entry["key"] for entry in json_of(built, "questions.json")] != [key]


def test_a_notebook_shows_the_program_and_what_came_of_it(built: Site) -> None:
    notebook = nbformat.read(built.html / "index.ipynb", as_version=4)
    (text,) = (cell.source for cell in notebook.cells if "Which sign" in cell.source)
    assert "joined = 3 __1__ 4" in text
    assert "+\n  passes\n  > joined: 7" in text


def test_the_mutation_check_moves_its_mark(built: Site) -> None:
    score = mutate(built.root)
    assert (score.marks, score.missed) == (2, [])
