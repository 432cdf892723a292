"""Directives and roles become Markdown that any notebook shows."""

import pytest
from myst_parser.config.main import MdParserConfig

from trueloss.publishing.notebook_text import Place, Plain

CONFIG = MdParserConfig(enable_extensions={"attrs_block", "colon_fence", "deflist", "dollarmath"})
PLACE = Place(
    "lessons/training/index",
    "https://example.org/some/path/",
    program=lambda path: f"print({path!r})\n",
    printed={"sum": "7\n"},
)

QUESTION = """\
::::{question} What is {ran}`7 <sum>`?
:name: the-sum
:level: easy
:time: 1:00
:cell: sum

Look at the sign.

- [ ] 12
  That is the product, `{not}` a sum.
- [x] 7
- [ ]
  ```python
  3 + 4
  ```
  A program.

:::{hint}
Add.
:::
:::{solution}
1. **Add.** The sum is {ran}`7 <sum>`.
:::
::::
"""

PLAIN_QUESTION = """\
**What is 7?** (easy)

Look at the sign.

- **A.** 12

- **B.** 7

- **C.**

  ```python
  3 + 4
  ```

<details>
<summary>Hint</summary>

Add.

</details>

<details>
<summary>Solution</summary>

1. **Add.** The sum is 7.

</details>

<details>
<summary>Answer</summary>

- **A.** 12

  That is the product, `{not}` a sum.
- **B (right).** 7
- **C.**

  ```python
  3 + 4
  ```

  A program.

The cell `sum` printed:

```
7
```

</details>"""


def plain(markdown: str, place: Place = PLACE) -> str:
    return Plain(CONFIG, place).text(markdown)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("The loss is {ran}`1.37 <one-step>`.", "The loss is 1.37."),
        ("Half is {literal}`0.5`, `{ran}` is a role.", "Half is 0.5, `{ran}` is a role."),
        ("See {term}`the tape <gradient tape>`.", "See the tape."),
        ("{math}`x^2` and $y$", "$x^2$ and $y$"),
        ("`{ran}`", "`{ran}`"),
        ("# A title\n\nwords", "# A title\n\nwords"),
        ("(here)=\n# A title", "# A title"),
        ("```python\nx = {1}\n```", "```python\nx = {1}\n```"),
        ("```{toctree}\na\n```\nwords", "words"),
        ("```{math}\nx\n```", "$$\nx\n$$"),
        (":::{note}\nMind *this*.\n:::", "> **Note**\n>\n> Mind *this*."),
        ("[other](why.md#a)", "[other](https://example.org/some/path/lessons/training/why.html#a)"),
        (
            "[up](../../index.md)",
            "[up](https://example.org/some/path/index.html)",
        ),
        ("[`tape`](why.md)", "[`tape`](https://example.org/some/path/lessons/training/why.html)"),
        ("[out](https://example.com)", "[out](https://example.com)"),
        (QUESTION, PLAIN_QUESTION),
    ],
)
def test_plain(markdown: str, expected: str) -> None:
    assert plain(markdown) == expected


def test_without_an_address_a_link_is_its_words() -> None:
    assert plain("[other](why.md)", Place("lessons/training/index")) == "other"


def test_a_card_is_a_question_with_its_back_folded() -> None:
    folded = plain(":::{flashcard} Which way?\nDown.\n:::")
    assert folded == "<details>\n<summary>Which way?</summary>\n\nDown.\n\n</details>"


@pytest.mark.parametrize("bullet", ["* ", "-  ", " - ", "+ "])
def test_a_list_of_options_is_read_as_markdown_reads_it(bullet: str) -> None:
    written = "\n".join(
        bullet + line.removeprefix("- ") if line.startswith("- [") else f"{' ' * len(bullet)}{line}"
        for line in ["- [ ] 12", "That is the product.", "- [x] 7"]
    )
    shown = plain(f"::::{{question}} What is it?\n:name: sum\n\n{written}\n::::")
    assert "[x]" not in shown
    assert shown.count("- **A.** 12") == 2
    assert "- **A.** 12\n\n  That is the product.\n- **B (right).** 7" in shown


def test_a_program_with_gaps_is_shown() -> None:
    shown = plain("::::{blank} Fill\n:program: a.py\n\n`__1__` asks.\n\n- [x] `f`\n- [ ] `g`\n::::")
    assert "```python\nprint('a.py')\n```" in shown
    assert "- **A.** `f`" in shown
    assert "- **A (right).** `f`" in shown
