"""Markdown of a cell is drawn as Jupyter draws it, and does nothing to its page."""

import re

import pytest

from tests.conftest import Site

PAGE = """\
# A page

[same]: https://example.org/page

```{code-cell}
from IPython.display import Markdown

Markdown(%r)
```

```{code-cell}
from IPython.display import HTML

HTML("<table class='dataframe'><tr><td>1</td></tr></table>")
```

## Same name

See [same].
"""
TEXT = r"""
## Same name

| step | loss |
|-----:|------|
| 1 | $x^2$ |

$$
\frac{1}{2}
$$

\begin{align}
a &= b \\
c &= d
\end{align}

~~gone~~ **bold**, *slanted*, `code`, a<br>break, [a link](https://example.org/cell) and [same].

<script>ran=1</script>

- one
- two

```python
print(1)
```

```{note}
A note.
```

{ref}`same` {{ x }} [^1]

[same]: https://example.org/other
[^1]: A footnote.

(target)=
% a comment
+++
"""


@pytest.fixture(scope="module")
def html(module_site: Site) -> str:
    module_site.write(
        {"docs/index.md": "# Home\n\n```{toctree}\npage\n```\n", "docs/page.md": PAGE % TEXT}
    )
    assert module_site.build().warnings == []
    page = (module_site.html / "page.html").read_text(encoding="utf-8")
    return page.partition("<article")[2].partition("</article>")[0]


def test_html_stands_in_a_box_that_scrolls(html: str, module_site: Site) -> None:
    assert '<div tabindex="0" role="group" aria-label="Output" class="output text_html">' in html
    assert "_static/outputs.css" in (module_site.html / "page.html").read_text(encoding="utf-8")
    assert "_static/outputs.css" not in (module_site.html / "index.html").read_text("utf-8")


def output(html: str) -> str:
    return html.partition('class="cell_output')[2].partition('class="tl-run-sign"')[0]


@pytest.mark.parametrize(
    "drawn",
    [
        r"<table.*<td[^>]*><p><math.*<msup>",
        r"<math[^>]*display=\"block\".*<mfrac>",
        r"<mtable.*<mtd>",
        r"<s>gone|<del>gone",
        r"<strong>bold</strong>",
        r"<br>|<br />",
        r'href="https://example.org/cell"',
        r"<li><p>one</p></li>",
        r"highlight-python",
    ],
)
def test_it_is_drawn(html: str, drawn: str) -> None:
    assert re.search(drawn, output(html), re.DOTALL)


def test_nothing_of_myst_acts(html: str) -> None:
    drawn = output(html)
    assert "admonition" not in drawn
    assert "{ref}" in drawn
    assert "(target)=" in drawn
    assert "[^1]" in drawn
    assert "&lt;script>" in drawn  # as GitHub shows it
    assert not re.search(r"\sid=", drawn)


def test_the_page_keeps_its_names_and_links(html: str) -> None:
    assert '<section id="same-name">' in html
    after = html.partition('<section id="same-name">')[2]
    assert "https://example.org/page" in after
    assert "https://example.org/other" not in after
