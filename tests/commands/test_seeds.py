"""The command ``seeds`` on a small course, what it leaves behind, and what notices it."""

import json
from pathlib import Path

import pytest

from tests.conftest import Site
from trueloss.commands import check, seeds, stale
from trueloss.kernels import close_kernels
from trueloss.seeds.files import read_seeds

PAGE = """\
# A page

```{code-cell}
:label: draws
import numpy as np

for seed in range(2):
    print(f"seed {seed}: {np.random.default_rng(seed).uniform(0, 9):.2f}")
```

They get to {ran}`5.73 <draws>` and {ran}`4.61 <draws>`.

```{code-cell}
:label: first
draws = [np.random.default_rng(seed).uniform() for seed in range(2)]
print(f"of {len(draws)}")
print("The first" if draws[0] > draws[1] else "The second")
```

QUESTION

```{code-cell}
:label: always
print("Yes" if max(draws) < 1 else "No")
```

::::{question} Are all draws below 1?
:name: page-always
:kind: conceptual
:level: easy
:evidence: always
- [x] Yes
- [ ] No

:::{hint}
Look at the range.
:::
:::{solution}
1. It ends at 1.
:::
::::

:::::{blank} Draw a small number.
:name: page-task
:level: easy
:program: ../examples/draw.py
:check: x < 0.7

`__1__`:
- [x] `np.random.default_rng(0).uniform()`
- [x] `0.5`
- [ ] `2`

::::{hint}
It is small.
::::
::::{solution}
1. Draw it.
::::
:::::
"""
QUESTION = """\
::::{question} Which draw is greater?
:name: page-first
:kind: conceptual
:level: easy
:evidence: first
- [x] The first
- [ ] The second

:::{hint}
Run it.
:::
:::{solution}
1. It is drawn.
:::
::::
"""


DRAW = """\
'''Draw a number. Run it: nox -s run -- examples/draw.py'''

import numpy as np

x = __1__
print(x < 1)
"""


CHART = """\
---
orphan: true
---
# A chart

```{code-cell}
:label: chart
:trace: {y: loss}
import numpy as np

losses = np.random.default_rng(3).uniform(0, 9, size=(2,))
print(f"from {losses[0]:.2f} to {losses[1]:.2f}")
{"loss": list(losses)}
```
"""


@pytest.fixture
def repo(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A repository with a page that draws, and one without code; this process inside it."""
    site.write(
        {
            "docs/index.md": PAGE.replace("QUESTION", QUESTION),
            "docs/still.md": "---\norphan: true\n---\n# Still\n\n```{code-cell}\nprint(1)\n```\n",
            "docs/chart.md": CHART,
            "examples/draw.py": DRAW,
        }
    )
    monkeypatch.chdir(site.root)
    return site


def run(*arguments: str) -> int:
    return seeds.main(["--runs", "4", *arguments])


@pytest.mark.usefixtures("repo")
def test_keys_and_orders_that_other_seeds_turn(capsys: pytest.CaptureFixture[str]):
    assert run() == 1
    *told, last = capsys.readouterr().out.splitlines()
    assert last == "2 pages run with 4 other seeds; 2 of 3 keys not held, 1 orders to look at"
    found = {entry["name"]: entry for entry in json.loads(Path("build/seeds.json").read_text())}
    assert found["page-always"] == {
        "page": "index",
        "name": "page-always",
        "runs": 4,
        "held": 4,
        "about_one_start": False,
        "instead": {},
    }
    first, task = found["page-first"], found["page-task"]
    assert first["held"] + first["instead"]["The second"] == 4
    assert 0 < first["held"] < 4
    assert task["held"] < 4
    assert "0.5" in task["instead"]
    assert told == [
        "docs/index.md:20: page-first: the key 'The first' comes out with "
        f"{first['held']} of 4 other seeds; instead: 'The second' {4 - first['held']}",
        *told[1:],
    ]
    assert told[-1].startswith("docs/index.md:11: “They get to 5.73 and 4.61.”: 4.61 (")
    assert "docs/still.md:1: prints nothing that other seeds could change" in told
    chart = read_seeds(Path("docs/_records"), "chart")
    assert chart is not None
    assert [(line.number, len(line.numbers)) for line in chart.cells["chart"]] == [(1, 2)]


def test_only_pages_whose_code_changed_run_again(repo: Site, capsys: pytest.CaptureFixture[str]):
    run()
    file = repo.docs / "_records" / "index.seeds.json"
    kept = file.read_bytes()
    assert b"seed 0: 5.73" in kept
    page = repo.docs / "index.md"
    about = page.read_text().replace(":evidence: first", ":evidence: first\n:about: one start")
    page.write_text(about.replace("They get", "In this run they get"))
    capsys.readouterr()
    run()
    told = capsys.readouterr().out
    assert "0 pages run with 4 other seeds; 1 of 3 keys not held, 0 orders to look at" in told
    entries = json.loads(Path("build/seeds.json").read_text())
    assert [entry["about_one_start"] for entry in entries] == [True, False, False]
    assert file.read_bytes() == kept
    assert run("--again", "docs/index.md") == 1
    assert "1 page run" in capsys.readouterr().out
    assert file.read_bytes() == kept


def test_changed_code_is_noticed(repo: Site, capsys: pytest.CaptureFixture[str]):
    run()
    page = repo.docs / "index.md"
    page.write_text(page.read_text().replace("max(draws)", "min(draws)"))
    capsys.readouterr()
    stale.main([])
    assert "what other seeds print" in capsys.readouterr().out
    close_kernels()
    complaints = check.check(repo.root, [page]).diagnostics["docs/index.md"]
    assert any("nox -s seeds -- docs/index.md" in str(each) for each in complaints)


def test_the_file_of_a_page_that_is_gone_is_removed(repo: Site):
    run("docs/still.md")
    assert (repo.docs / "_records" / "still.seeds.json").exists()
    (repo.docs / "still.md").unlink()
    run("docs/index.md")
    assert not (repo.docs / "_records" / "still.seeds.json").exists()
