"""Whatever an author writes, the build answers with messages and lines, and never crashes."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

from tests.conftest import Site

PAGE = """\
---
tolerance: 1e-3
---

# A page

Words, {literal}`0.5`, and $w^2$.

```{code-cell}
:label: sum
:tags: [hide-output]
print(3 + 4)
```

::::{question} What does `print` show?
:name: fuzz
:kind: predict-output
:level: easy
:time: 1:30
:cell: sum
:evidence: sum
:reference: https://example.org/

The program *adds*.

- [x] `7`
  The sum: {ran}`7 <sum>`.
- [ ] 12
- [ ]
  ```python
  8
  ```

:::{hint}
Add.
:::
:::{solution}
1. **Add.** Three and four.

   | a | b |
   |---|---|
   | 3 | 4 |
:::
:::{mistakes}
- Multiplying.
:::
::::

:::{todo}
Say more.
:::
"""
LINES = PAGE.splitlines()
MESSAGE = re.compile(r"\S*?(fuzz|index)\.md:\d+: (WARNING|ERROR|CRITICAL): .+")

#: Pieces that mean something to somebody who reads the page.
PIECES = st.sampled_from(
    [
        *LINES,
        *(line[:8] for line in LINES),
        *("\t", "    ", "\0", "\ufeff", "\u2028", "\r", "`", "```", ":::", "::::", "---", "{", "}"),
        *("- [x]", "- [ ] ", "* [x] 7", "1. [x] 7", "[x]", "(label)=", "+++", "% comment", "> "),
        *(":name:", ":kind: [", ":cell: {}", ":level: &a *a", ":time: 9999999999:00", ":::{hint}"),
        *("{ran}`", "{ran}`<>`", "{ran}`1 <sum>`", "{literal}``", "$$", "$", "|||", "!", "<br>"),
        *(
            "![](x)",
            "[](#x)",
            "[](x.md)",
            "<https://x>",
            "&#0;",
            "\\",
            "# ",
            "## A",
            "```{code-cell}",
        ),
        *(
            ":::{blank}",
            ":::{flashcard}",
            "```{toctree}",
            "```{eval-rst}",
            ".. note::",
            "{sub-ref}`x`",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=6).map(" ".join)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return the page with some of its lines gone, replaced, doubled, moved or cut."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines)))
        edit = draw(st.sampled_from(["insert", "replace", "delete", "double", "cut", "indent"]))
        if edit == "insert":
            lines.insert(place, draw(TEXTS))
        elif edit == "delete":
            del lines[place : place + draw(st.integers(1, 5))]
        elif edit == "cut":
            del lines[place:]
        elif place < len(lines):
            changed = {
                "replace": draw(TEXTS),
                "double": f"{lines[place]}\n{lines[place]}",
                "indent": draw(st.sampled_from([" ", "  ", "    ", "\t"])) + lines[place],
            }
            lines[place] = changed[edit]
    return "\n".join(lines)


class Reader:
    """A Sphinx application that is kept, and reads one page again and again without running it."""

    def __init__(self, site: Site, app: SphinxTestApp) -> None:
        self.app = app
        self.path = site.docs / "fuzz.md"

    def read(self, text: str) -> list[str]:
        """Read and write a page as the build does, and return what was said of it."""
        self.path.write_bytes(text.encode())
        self.app.warning.truncate(0)
        self.app.warning.seek(0)
        env = self.app.env
        self.app.events.emit("env-before-read-docs", env, ["fuzz"])
        self.app.events.emit("env-purge-doc", env, "fuzz")
        env.clear_doc("fuzz")
        self.app.builder.read_doc("fuzz")
        self.app.builder.write_documents({"fuzz"})
        self.app.events.emit("env-check-consistency", env)
        said = strip_colors(self.app.warning.getvalue())
        return [line for line in said.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def reader(module_site: Site) -> Iterator[Reader]:
    module_site.write(
        {"docs/fuzz.md": PAGE, "docs/index.md": "# Home\n\n```{toctree}\nfuzz\n```\n"}
    )
    app = SphinxTestApp(
        "html",
        srcdir=module_site.docs,
        confoverrides={"trueloss_run_only": ["index"]},
    )
    try:
        app.build()
        yield Reader(module_site, app)
    finally:
        app.cleanup()


def test_the_page_itself_is_fine(reader: Reader) -> None:
    assert reader.read(PAGE) == []


@pytest.mark.parametrize("kept", range(0, len(PAGE), 7))
def test_a_page_that_is_cut_off(reader: Reader, kept: int) -> None:
    assert_messages(reader.read(PAGE[:kept]))


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(page=pages())
@example(page=PAGE.replace(":name: fuzz", ":name:"))
@example(page=PAGE.replace("- [x] `7`", "- [x]"))
@example(page=PAGE.replace(":level: easy", ":level: {a: 1}"))
@example(page=PAGE.replace("tolerance: 1e-3", "mystnb: 5"))
@example(page=PAGE.replace("tolerance: 1e-3", "1: {2: 3}"))
@example(page=PAGE.replace("tolerance: 1e-3", "myst: 5"))
@example(page=PAGE.replace(":tags: [hide-output]", ":mystnb: 5"))
@example(page=PAGE.replace(":label: sum", ":label: [sum]"))
@example(page=PAGE.replace("# A page", "![](x)\n\n# A page"))
def test_a_page_that_is_garbled(reader: Reader, page: str) -> None:
    assert_messages(reader.read(page))


def assert_messages(said: list[str]) -> None:
    """Everything that was said has a line of the page, or continues what has one."""
    assert not said or MESSAGE.match(said[0]), said
    assert not any("Traceback" in line for line in said), said
