"""Lines that stand out, and what changed between two programs of a page, in a whole build."""

import re
from html import unescape

import nbformat
import pytest

from tests.conftest import Site
from trueloss.lessons.cells.marked_programs import changes_between, lines_changed

PROGRAM = '"""Add. Run it: nox -s run -- examples/add.py"""\n\na = 3\nprint(a + 4)\n'
PAGE = """\
# A page

```{code-cell}
:label: add
:load: ../examples/add.py
:emphasize-lines: 1,3-
```

```{code-cell}
:label: multiply
:compare: add
a = 3
print(a * 4)
```

::::{question} What does the program print?
:name: the-product
:kind: predict-output
:level: easy
:cell: multiply

- [ ] 7
  The sum.
- [x] 12

:::{hint}
Look at the sign.
:::
:::{solution}
1. **Multiply.**
:::
::::
"""


@pytest.fixture(scope="module")
def built(module_site: Site) -> Site:
    module_site.write({"docs/index.md": PAGE, "examples/add.py": PROGRAM})
    assert module_site.build().warnings == []
    return module_site


@pytest.fixture(scope="module")
def html(built: Site) -> str:
    return (built.html / "index.html").read_text(encoding="utf-8")


def text_of(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


def test_the_lines_that_are_named_stand_out(html: str) -> None:
    found = re.findall(r'<span class="hll">(.*?\n)</span>', html, re.DOTALL)
    assert [text_of(line) for line in found] == [
        '"""Add. Run it: nox -s run -- examples/add.py"""\n',
        "a = 3\n",
        "print(a + 4)\n",
    ]


def test_their_style_is_not_cut_away(built: Site) -> None:
    pygments = (built.html / "_static" / "pygments.css").read_text(encoding="utf-8")
    furo = (built.html / "_static" / "styles" / "furo.css").read_text(encoding="utf-8")
    assert ".highlight .gi" in pygments
    assert ".highlight .hll{display:block" in furo


def test_what_changed_is_folded_below_the_program_wherever_that_stands(html: str) -> None:
    (program,) = re.findall(r"<tl-question.*?<form|<tl-question.*?</details>", html, re.DOTALL)
    (folded,) = re.findall(r"<details(?! open)[^>]*tl-changes.*?</details>", program, re.DOTALL)
    assert "What changed since “add”" in text_of(folded)
    (listing,) = re.findall(r"<pre.*?</pre>", folded, re.DOTALL)
    assert 'aria-label="Changes"' in listing
    assert text_of(listing).strip("\n").split("\n") == [
        '-"""Add. Run it: nox -s run -- examples/add.py"""',
        "-",
        " a = 3",
        "-print(a + 4)",
        "+print(a * 4)",
    ]


def test_a_notebook_is_without_marks(built: Site) -> None:
    notebook = nbformat.read(built.html / "index.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"][1:]
    assert [cell.source for cell in code] == [PROGRAM.rstrip("\n"), "a = 3\nprint(a * 4)"]
    assert "What changed" not in nbformat.writes(notebook)


def test_no_mark_makes_a_page_run_anew(site: Site) -> None:
    cell = "```{{code-cell}}\n:label: {}\n{}print({})\n```\n"
    for looks in ("", ":emphasize-lines: 1\n:compare: first\n"):
        cells = cell.format("first", "", 1) + cell.format("second", looks, 2)
        site.write({"docs/index.md": f"# A page\n\n{cells}"})
        assert site.build().warnings == []
    assert len(list((site.root / "cache" / "executed").iterdir())) == 1


def test_what_is_left_out_between_changes_is_told() -> None:
    same = [f"line {number}" for number in range(9)]
    before, after = "\n".join(["first", *same, "old"]), "\n".join(["second", *same, "new", "end"])
    assert changes_between(before, after).split("\n") == [
        *("-first", "+second", " line 0", " line 1", "…", " line 7", " line 8"),
        *("-old", "+new", "+end"),
    ]
    assert lines_changed(before, after) == [1, 11, 12]
    assert (changes_between(after, after), lines_changed(after, after)) == ("", [])
