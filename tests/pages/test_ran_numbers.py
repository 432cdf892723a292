"""The numbers that name a cell, each with the line on which it stands."""

from pathlib import Path

import pytest
from myst_parser.config.main import MdParserConfig

from trueloss.pages.ran_numbers import read_ran
from trueloss.pages.reader import read_page

PAGE = """\
---
trueloss: {cell_seconds: 3}
---

# A title with {ran}`1 <a>`

Words, {ran}`2.5% <a b>`
and {ran}`3 <a>`, and {ran}`3 <a>`,
`{ran}`4 <a>` is none`, and {ran}`5`.

| a | b |
|---|---|
| 1 | {ran}`6 <a>` |

```python
{ran}`7 <a>`
```

::::{question} What is {ran}`8 <a>`?
:name: a

- [x] 9
  Feedback of {ran}`9 <a>`.

:::{hint}
{ran}`10 <a>`
:::
::::
"""


@pytest.mark.parametrize(
    ("text", "value", "label", "words", "unfilled"),
    [
        ("0.5 <a>", "0.5", "a", "", False),
        ("0.5 <a: the  loss: first>", "0.5", "a", "the loss: first", False),
        ("0.5 <a: 3 -> 4>", "0.5", "a", "3 -> 4", False),
        ("? <a>", "?", "a", "", True),
        ("\N{MINUS SIGN}?% <a:b: c>", "\N{MINUS SIGN}?%", "a:b", "c", True),
        ("why? <a>", "why?", "a", "", False),
    ],
)
def test_what_a_role_holds(text: str, value: str, label: str, words: str, unfilled: bool) -> None:
    number = read_ran(text)
    assert (number.value, number.label, number.words) == (value, label, words)
    assert number.is_unfilled is unfilled


def test_numbers_and_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    config = MdParserConfig(enable_extensions={"colon_fence"})
    page = read_page("page", path, root=tmp_path, config=config, fingerprint="f")
    assert [(each.line, each.value, each.label) for each in page.ran] == [
        (5, "1", "a"),
        (7, "2.5%", "a b"),
        (8, "3", "a"),
        (8, "3", "a"),
        (9, "5", None),
        (13, "6", "a"),
        (19, "8", "a"),
        (23, "9", "a"),
        (26, "10", "a"),
    ]


def test_words_behind_the_label() -> None:
    number = read_ran("0.5 <rates:  rate 0.1,\n loss>")
    assert (number.value, number.label, number.words) == ("0.5", "rates", "rate 0.1, loss")
    assert read_ran("0.5 <rates>").words == ""


def test_what_is_said_around_a_number(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    text = "Before.\nIt is {ran}`1 <a>` or {ran}`2 <a>`.\n\n- An item\n  with {ran}`3 <a>`\n"
    path.write_text(f"# A page\n\n{text}")
    page = read_page("page", path, root=tmp_path, config=MdParserConfig(), fingerprint="f")
    assert [number.said for number in page.ran] == [
        "\nIt is  or .",
        "\nIt is  or .",
        "- An item\n  with ",
    ]
