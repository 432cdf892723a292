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
