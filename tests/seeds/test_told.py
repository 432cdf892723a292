"""What readers are told of other seeds, in words."""

from dataclasses import replace
from pathlib import Path

import pytest
from myst_parser.config.main import MdParserConfig

from tests.commands.test_seeds import DRAW, PAGE
from trueloss.pages.labelled_cells import Cell
from trueloss.pages.reader import read_page
from trueloss.pages.tries import cell_of
from trueloss.seeds.claims import Claim, Place
from trueloss.seeds.files import write_seeds
from trueloss.seeds.findings import Held, Range
from trueloss.seeds.keys import Key
from trueloss.seeds.observed import RUNS, Line, Observed, digest_of
from trueloss.seeds.told import Told, of_cell, of_key, of_number, told_of
from trueloss.text.numerals import MINUS


@pytest.mark.parametrize(
    ("held", "instead", "told"),
    [
        (10, {}, "The same with 10 of 10 other seeds."),
        (
            6,
            {"the <second>": 3, "nothing": 1},
            "About this start: with other seeds 6 of 10 give this answer; 3 give “the <second>”, "
            "1 gives “nothing”.",
        ),
    ],
)
def test_how_often_an_answer_comes_out(held: int, instead: dict[str, int], told: str):
    assert of_key(Held(Key("page", 1, "name", "the first", "cell"), 10, held, instead)) == told


def number(value: str, *came: str | None, line: int = 1) -> Range:
    return Range(Claim(line, f"{value} <cell>", "", value, Place("cell", 1, 1)), came)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (number("87%", "87", "87"), ""),
        (number("87%", "9", "87", "100"), "9% to 100%"),
        (number(f"{MINUS}0.5", "-1e-3", "0.2", "-0.7"), f"{MINUS}0.7 to 0.2"),
        (number("0.5", "nan", "0.2"), "0.2 to nan"),
        (number("0.5", "0.4", "0.4"), "0.4"),
        (number("0.5", None, "0.5", "0.6"), "0.5 to 0.6, none in 1"),
        (number("0.5", None, None), "none in 2"),
        (number("17 of 20", "9 of 20", "20 of 20"), "9 of 20 to 20 of 20"),
    ],
)
def test_the_range_of_a_number(found: Range, told: str):
    assert of_number(found) == told


def test_a_text_that_stands_twice_has_the_range_of_its_place():
    ranges = [number("0.5", "0.6", line=3), number("0.5", "0.7", line=30)]
    told = Told({}, {"0.5 <cell>": ranges})
    assert [told.range_of("0.5 <cell>", near) for near in (1, 5, 29)] == [
        *ranges[:1] * 2,
        ranges[1],
    ]
    assert told.range_of("0.4 <cell>", 3) is None


def test_what_a_cell_prints_is_the_same_or_changes():
    assert of_cell(moved=False) == ": with 10 other seeds it is the same"
    assert of_cell(moved=True) == ": with 10 other seeds it changes"


CHART = """\
# A page

```{code-cell}
:label: chart
:trace: {y: loss}
print("loss 3")
{"loss": [3, 2]}
```

```{code-cell}
:label: figure
print("loss 4")
```

```{code-cell}
:label: same
print("loss 5")
```

It is {ran}`3 <chart>`.
"""
MOVED = Observed("page", "", RUNS, {"chart": (Line(1, "loss 3", {1: ("4",) * RUNS}),)}, {}, {})
CELLS = {
    "chart": Cell("chart", "", "loss 3\n{'loss': [3, 2]}\n", True, "loss 3\n", drawn=True),
    "figure": Cell("figure", "", "loss 4\n", True, "loss 4\n", drawn=True),
    "same": Cell("same", "", "loss 5\n", True, "loss 5\n"),
}


@pytest.mark.parametrize(
    ("observed", "moved", "numbers"),
    [
        (MOVED, {"chart": True, "same": False}, ["4"]),
        (replace(MOVED, cells={}), {"same": False}, [""]),
        (replace(MOVED, cells={}, charts=False), {"same": False}, []),
    ],
)
def test_nothing_is_told_of_what_was_not_kept(
    tmp_path: Path, observed: Observed, moved: dict[str, bool], numbers: list[str]
):
    path = tmp_path / "page.md"
    path.write_text(CHART, encoding="utf-8")
    config = MdParserConfig(enable_extensions={"colon_fence"})
    page = read_page("page", path, root=tmp_path, config=config, fingerprint="")
    write_seeds(replace(observed, digest=digest_of(page, CELLS)), tmp_path)
    found = told_of(page, CHART, CELLS, tmp_path)
    assert found is not None
    assert found.moved == moved
    assert [of_number(each) for row in found.ranges.values() for each in row] == numbers


def test_a_page_that_has_run_is_the_same_page(tmp_path: Path):
    """Its tasks are cells of its notebook then."""
    path = tmp_path / "docs" / "page.md"
    for file, text in ((path, PAGE.replace("QUESTION", "")), (tmp_path / "examples/draw.py", DRAW)):
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
    config = MdParserConfig(enable_extensions={"colon_fence"})
    page = read_page("page", path, root=tmp_path, config=config, fingerprint="")
    before = digest_of(page, {})
    (task,) = page.blanks
    page.notebook.cells.append(cell_of(task, None))
    assert digest_of(page, {}) == before
