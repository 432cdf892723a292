"""Every place of a page where prose stands is searched for loose numbers, and no other."""

import pytest

from tests.conftest import Built, Site

PAGE = """\
# How 1.01 falls

The loss is {ran}`4.5 <a>`, or 1.02,
or {literal}`9.9`, or `9.8`, or $9.7$, or 0.3,
or 1.03.

```{code-cell}
:label: a
rate = 0.3
print(1.5 * 3)
```

```{figure} nothing.png
:alt: A curve
A caption of 1.04.
```

| number |
|---|
| 1.05 |

::::{question} What is 1.06?
:name: one
:kind: predict-output
:level: easy
:cell: a

- [x] 4.5
  Because of 1.07.
- [ ] 2.5

:::{hint}
About 1.08.
:::
:::{solution}
It is 1.09.
:::
:::{mistakes}
- Taking 1.10.
:::
::::

<https://example.org/9.6/>

![A loss of 1.11](curve.svg) and [a link](https://example.org "Loss 1.12")

<p>Some
HTML of 1.13</p>

::::{tab-set}
:::{tab-item} A tab of 1.14

Words of 1.15
:::
::::

```{code-cell}
:mystnb: {figure: {caption: "It is {ran}`4.5 <a>`, not 1.16"}, image: {width: 50%}}
:alt: A curve at 1.17
from IPython.display import SVG
SVG("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>")
```

```{code-cell}
:trace: {y: loss}
:title: A chart of 1.18
{"loss": [2, 1]}
```
"""


LINES = {
    "1.01": 1, "1.02": 3, "1.03": 5, "1.04": 15, "1.05": 20, "1.06": 22, "1.07": 29, "1.08": 33,
    "1.09": 36, "1.10": 39, "1.11": 45, "1.12": 45, "1.13": 48, "1.14": 51, "1.15": 53, "1.16": 58,
    "1.17": 59, "1.18": 66,
}  # fmt: skip


@pytest.fixture(scope="module")
def built(module_site: Site) -> Built:
    with (module_site.conf / "conf.py").open("a") as conf:
        conf.write("suppress_warnings = ['image.not_readable']\n")
    module_site.write(
        {"docs/index.md": PAGE, "docs/decisions/a.md": "---\norphan: true\n---\n# 9.5\n"}
    )
    return module_site.build()


@pytest.mark.parametrize("number", LINES)
def test_where_prose_is_looked_for(built: Built, number: str):
    (warning,) = (line for line in built.warnings if f"the number {number} is " in line)
    assert warning.startswith(f"docs/index.md:{LINES[number]}: ")
    assert warning.endswith("[trueloss.number-loose]")


def test_nothing_else_is_prose(built: Built):
    assert [line for line in built.warnings if "number-loose" not in line] == []
    assert len(built.warnings) == len(LINES), built.warnings
