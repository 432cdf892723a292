"""Programs with gaps as the run phase reads them from a page."""

from pathlib import Path

import pytest
from myst_parser.config.main import MdParserConfig

from trueloss.pages.blanks import Blank, gaps_of
from trueloss.pages.reader import Page, read_page

PROGRAM = "a, b = 3, 4\nc = a __2__ b\nprint(__1__, c, '__2__')"
TASK = """\
# A page

::::{blank} Add
:name: add
:level: easy
:program: add.py
:check: c == 7

Some words, and a list that is none:

- a plain item

`__1__` is printed
before the sum.

- [ ] `a`
- [x] `"sum: [x]"` is a text.
  Its explanation `goes` on.

`__2__`

- [x] `+`
- [ ] `* 2 *`

:::{hint}
Add.
:::
::::

```{code-cell}
1
```
"""


def read(folder: Path, text: str, program: str = PROGRAM) -> Page:
    (folder / "add.py").write_text(f"{program}\n", encoding="utf-8")
    path = folder / "page.md"
    path.write_text(text, encoding="utf-8")
    config = MdParserConfig(enable_extensions={"colon_fence"})
    return read_page("page", path, root=folder, config=config, fingerprint="f")


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return read(tmp_path, TASK)


@pytest.fixture
def blank(page: Page) -> Blank:
    (blank,) = page.blanks
    return blank


def test_a_task_is_read_whole(page: Page, blank: Blank) -> None:
    assert page.diagnostics == []
    assert (blank.name, blank.line, blank.check) == ("add", 3, "c == 7")
    assert blank.program == PROGRAM
    assert page.loaded == [blank.path]
    options = {gap.name: [choice.code for choice in gap.choices] for gap in blank.gaps}
    assert options == {"__2__": ["+", "* 2 *"], "__1__": ["a", '"sum: [x]"']}
    assert [choice.line for gap in blank.gaps for choice in gap.choices] == [22, 23, 16, 17]


def test_its_right_program(blank: Blank) -> None:
    assert blank.combinations == 4
    assert blank.right == (0, 1)
    assert blank.codes(blank.right) == ["+", '"sum: [x]"']
    assert blank.filled(blank.right) == "a, b = 3, 4\nc = a + b\nprint(\"sum: [x]\", c, '+')"


def test_a_task_has_a_place_after_the_cells(page: Page) -> None:
    assert [place.line for place in page.places.values()] == [30, 3]


def test_gaps_stand_anywhere() -> None:
    program = "x.__1__(y)\n'__2__'\n__init__\nx__3__\n__12__ = __1__"
    assert gaps_of(program) == {"__1__": 1, "__2__": 2, "__12__": 5}


def test_one_gap_needs_no_name(tmp_path: Path) -> None:
    text = TASK.replace("`__2__`\n", "It is an operator.\n").replace("- [ ] `a`\n", "")
    before, _, after = text.partition("`__1__` is")
    text = before + after[after.index("It is") :]
    page = read(tmp_path, text, "c = 3 __1__ 4")
    assert page.diagnostics == []
    assert [choice.code for choice in page.blanks[0].gaps[0].choices] == ["+", "* 2 *"]


def test_a_name_is_not_that_of_a_cell(tmp_path: Path) -> None:
    page = read(tmp_path, TASK.replace("{code-cell}\n", "{code-cell}\n:label: add\n"))
    (diagnostic,) = page.diagnostics
    assert (diagnostic.rule, diagnostic.line) == ("label-twice", 3)


def test_the_time_for_one_program_may_be_asked_for(tmp_path: Path) -> None:
    page = read(tmp_path, f"---\ntrueloss: {{blank_seconds: 2}}\n---\n{TASK}")
    assert page.limits.blank_seconds == 2
