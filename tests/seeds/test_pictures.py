"""Titles and texts of pictures that compare."""

from pathlib import Path

import pytest
from myst_parser.config.main import MdParserConfig

from trueloss.pages.reader import read_page
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.pictures import pictures

PAGE = """\
# A page

```{{code-cell}}
:label: chart
:{0}
{1}
```
"""
MOVED = Observed("page", "", 1, {"chart": (Line(1, "3", {1: ("4",)}),)}, {}, {})
STILL = Observed("page", "", 1, {}, {}, {})
SEEDED = "rng = np.random.default_rng(3)"


@pytest.mark.parametrize(
    ("option", "source", "observed", "found"),
    [
        ("alt: Two lines; the dashed one ends lower", SEEDED, STILL, True),
        ("title: The loss is never higher", SEEDED, STILL, True),
        ("title: Adam is first", SEEDED, STILL, True),
        ("title: Adam is the first to arrive", SEEDED, STILL, True),
        ("title: The best of three", "draw()", MOVED, True),
        ("title: The best of three", "draw()", STILL, False),
        ("title: How far it is from the best place", SEEDED, STILL, False),
        ("title: The first loss of 2000 starts", SEEDED, STILL, False),
        ("title: All arrive", SEEDED, STILL, True),
        ("title: The loss for every setting", SEEDED, STILL, False),
        ("alt: The bar in the middle is the tallest", SEEDED, STILL, True),
    ],
)
def test_what_no_run_settles(
    tmp_path: Path, option: str, source: str, observed: Observed, *, found: bool
):
    path = tmp_path / "page.md"
    path.write_text(PAGE.format(option, source), encoding="utf-8")
    page = read_page("page", path, root=tmp_path, config=MdParserConfig(), fingerprint="")
    name, _, text = option.partition(": ")
    says = f":{name}: “{text}” is not held against other seeds: look yourself"
    assert list(pictures(page, observed)) == [(3, says)] * found


CHART = """\
# A page

```{code-cell}
:trace: {y: loss}
rng = np.random.default_rng(3)
{"loss": rng.normal(size=3)}
```

It falls.
TEXT

## Further down

The lines never cross.
"""


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("The two curves cross only once.", True),
        ("The dashed line ends lower.", True),
        ("There are two curves.", False),
        ("It ends lower.", False),
        ("The dashed line ends lower, at {ran}`3 <chart>`.", False),
        ("In this run the dashed line ends lower.", False),
    ],
)
def test_what_the_text_below_says_of_a_picture(tmp_path: Path, says: str, *, found: bool):
    path = tmp_path / "page.md"
    path.write_text(CHART.replace("TEXT", says), encoding="utf-8")
    page = read_page("page", path, root=tmp_path, config=MdParserConfig(), fingerprint="")
    told = f"“{says}” is not held against other seeds: look yourself"
    assert list(pictures(page, STILL)) == [(10, told)] * found
