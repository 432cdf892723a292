"""Numbers in prose: what counts as one, and what stands for it."""

from pathlib import Path

import pytest

from tests.conftest import Built, Site
from trueloss.pages.labelled_cells import Cell
from trueloss.records.offers import Offer, mend, offers
from trueloss.records.outputs import CellRecord, Output, Record
from trueloss.truth.prose_numbers import Prose, constants, loose_numbers

CODE = [
    '"""Train at 0.7."""\nRATE = 0.1\nSTART = -0.5\nSTEPS = 30\nSMALL = 1e-3\nBIG = 10_000.5\n',
    "%matplotlib inline\nx = [0.25, 7]\nprint(f'{x[0] * 0.03:.4f}')\n",
    "this is no Python 0.9",
]


def loose(text: str) -> list[str]:
    return [
        diagnostic.message.removeprefix("the number ").partition(" is tied")[0]
        for diagnostic in loose_numbers([Prose(1, text)], CODE)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rate is 0.1, or 0.10, or 1e-1, and not 10 steps.",
        "It starts at -0.5, or \N{MINUS SIGN}0.5.",
        "Ten times 0.001, from 0.1-0.25, or 0.1/0.25.",
        "30 % of the steps, 30% of them, 10%, 25 percent, 25 per cent, 3%.",
        "It is 10,000.5.",
        "Whole numbers: 3 of 60,000, 2024-11-21, step 5.",
        "Versions and names: 2.21.0, v1.5, conv1.5, x.9, 3.",
    ],
)
def test_nothing_to_say(text: str):
    assert loose(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The loss is 1.37.", ["1.37"]),
        ("(1.37), =1.38, \N{ALMOST EQUAL TO}1.39; 1.4x", ["1.37", "1.38", "1.39", "1.4"]),
        ("It starts at 0.6, not at -0.1.", ["0.6", "-0.1"]),
        ("A docstring says 0.7, a broken cell 0.9.", ["0.7", "0.9"]),
        ("97.5% of 12 % and 31 percent", ["97.5%", "12 %", "31 percent"]),
        ("about 2e-5 or 3.5E4", ["2e-5", "3.5E4"]),
        (".75", [".75"]),
    ],
)
def test_loose(text: str, numbers: list[str]):
    assert loose(text) == numbers


def test_the_line_and_what_to_write_instead():
    (diagnostic,) = loose_numbers([Prose(7, "One sentence.\nThe loss falls to 1.37.")], CODE)
    assert diagnostic.line == 8
    assert diagnostic.message == (
        "the number 1.37 is tied to nothing and is no constant of this page's code; write "
        "{ran}`1.37 <label>` with the cell that printed it, or {literal}`1.37` where no run is "
        "meant"
    )


def test_constants():
    assert set(constants(CODE[0])) == {0.1, 0.5, -0.5, 30.0, 1e-3, 10000.5}
    assert set(constants("x = True; y = 2j; z = '3'")) == set()
    assert set(constants(f"x = 1{400 * '0'}; y = 0.1")) == {0.1}


def recorded(text: str) -> Record:
    return Record("page", (CellRecord("a", (Output("stdout", text),)),))


def printed(text: str) -> dict[str, Cell]:
    return {"a": Cell("a", "", text, ran=True)}


@pytest.mark.parametrize(
    ("prose", "old", "new", "offer"),
    [
        ("It is {ran}`1.37 <a>`.", "1.37 9\n", "1.37 9\n", None),
        ("It is {ran}`1.37 <a>`.", "1 1.37\n", "1 4.05\n", "4.05"),
        ("It is {ran}`1.37 <a>`.", "", "7.5 1.38\n", "1.38"),
        ("It is {ran}`37% <a>`.", "37\n", "41\n", "41%"),
        ("It is {ran}`\N{MINUS SIGN}2 <a>`.", "-2\n", "-3\n", "\N{MINUS SIGN}3"),
        ("It is {ran}`-2 <a>`.", "-2\n", "-3\n", "-3"),
        ("It is {ran}`+2 <a>`.", "2\n", "3\n", "+3"),
        ("It is {ran}`1.37 <b>`.", "1.37\n", "4.05\n", None),
        ("It is {ran}`falling <a>`.", "falling\n", "rising\n", None),
        ("It is {ran}`nan <a>`.", "nan 1.37\n", "nan 4.05\n", None),
        ("It is {ran}`nan <a>`.", "nan 1.37\n", "2.5 4.05\n", None),
    ],
)
def test_a_new_number_is_offered(tmp_path: Path, prose: str, old: str, new: str, offer: str | None):
    path = tmp_path / "page.md"
    path.write_text(f"# A page\n\n{prose}\n", encoding="utf-8")
    found = list(offers(path, recorded(old) if old else None, printed(new)))
    assert [item.new for item in found] == ([offer] if offer else [])
    mend(found)
    assert not list(offers(path, None, printed(new))) or offer is None


def test_figures_count_for_nothing_in_the_place_of_a_number(tmp_path: Path):
    path = tmp_path / "page.md"
    path.write_text("It is {ran}`1.37 <a>`.\n")
    figure = (Output("image/png", size=("9", "9")), Output("text/plain", "with 1 Axes"))
    old = Record("page", (CellRecord("a", (*figure, Output("stdout", "8 1.37\n"))),))
    (offer,) = offers(path, old, printed("1.38 4.05\n"))
    assert offer.new == "4.05"


def test_only_the_number_in_question_is_mended(tmp_path: Path):
    path = tmp_path / "page.md"
    path.write_bytes(b"# Page\r\n{ran}`1.5 <a>` {ran}`1.5 <b>` 1.5\r\n")
    mend([Offer(path, 2, "a", "1.5", "2.5")])
    assert path.read_bytes() == b"# Page\r\n{ran}`2.5 <a>` {ran}`1.5 <b>` 1.5\r\n"


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
