"""The format of Markdown: prose changes, everything else stays."""

from pathlib import Path

import pytest
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from tests.published import ROOT
from trueloss.commands.format import first_difference, formatted, main

PAGES = sorted((ROOT / "docs").rglob("*.md"))
CONFIG = MdParserConfig(
    enable_extensions={"attrs_block", "colon_fence", "deflist", "dollarmath"},
)
UNTOUCHED = """\
---
tolerance:   1e-3
---

# A page

(a-target)=

% A comment

One sentence.
{ran}`1.37 <one-step>` is $w_1 * x_2$, and it costs \\$5.

$$
w_{n+1} = w_n - 2 * x
$$ (update)

```{code-cell}
:label:   one-step
:tags: [ hide-output ]
print( 1 )
```

::::{question} What *is* it?
:name: one
- [x]  7
  * a

:::{hint}
Add.
:::
::::

|a|b|
|-|-|
|1|2|

- An item

  ```{note}
  :class:  x
  Words.
  ```
"""


def tokens(text: str) -> list[tuple[str, str, str]]:
    """Return what a page consists of, as MyST sees it."""
    parser = create_md_parser(CONFIG, RendererHTML)
    return [(token.type, token.info, token.content) for token in parser.parse(text)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_keeps_what_it_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert tokens(formatted(text)) == tokens(text)


def test_what_is_no_prose_stays_as_it_was_written() -> None:
    assert formatted(UNTOUCHED) == UNTOUCHED


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# A page\n\nWords.\n", None),
        ("# A page\nWords.\n", 2),
        ("* an item\n", 1),
        ("Words.\n\n\n\nWords.\n", 3),
        ("Words.", 1),
        ("Words.\n\n", 2),
    ],
)
def test_the_first_line_that_is_off_is_named(text: str, line: int | None) -> None:
    assert first_difference(text) == line
    assert first_difference(formatted(text)) is None


def test_fix_writes_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text("* an item\n", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith(f"{page}:1: the format differs from the house style")
    assert main(["--fix", str(page)]) == 0
    assert page.read_text(encoding="utf-8") == "- an item\n"
    assert main([str(tmp_path)]) == 0
