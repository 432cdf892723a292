"""The mutation check on a small site: what it catches, and what it says survives."""

import json
from pathlib import Path

import pytest
from nbformat.v4 import new_notebook

from tests.conftest import Site
from trueloss.commands.mutate import mutate
from trueloss.mutation import trials
from trueloss.mutation.trials import Score, Survivor
from trueloss.pages.blanks import Blank, Choice, Gap
from trueloss.pages.reader import Page
from trueloss.pages.selection import SelectionError
from trueloss.pages.tries import Outcome, Tried

PROGRAM = '''\
"""Take a step and print the loss: nox -s run -- examples/step.py"""

START = 0.5
UNUSED = 7
weight = START + 0.25
print(f"{weight * 2:.2f}")
'''
DATA = """\
'''Count fruits. Run it: nox -s run -- examples/data.py'''
FIRST = 0
FRUITS = 3
fruits = list(range(FIRST, FRUITS))
print("counted")
"""
ADD = """\
'''Add. Run it: nox -s run -- examples/add.py'''
UNUSED = 7
ENOUGH = 5
total = 2 + __1__
print(total if total <= ENOUGH else "much")
"""
SLOW = """\
'''Wait where a width is no whole number. Run it: nox -s run -- examples/slow.py'''
WIDTH = 1.0
while not WIDTH.is_integer():
    pass
print("ends" if WIDTH else "hangs")
"""
SLOW_PAGE = """\
---
orphan: true
trueloss: {cell_seconds: 2}
---

# A slow page

```{code-cell}
:label: slow
:load: ../examples/slow.py
```

::::{question} What does it print?
:name: slow
:kind: predict-output
:level: easy
:cell: slow

- [x] ends
- [ ] hangs

:::{hint}
Read it.
:::
:::{solution}
Run it.
:::
::::
"""
PAGE = """\
# A page

```{code-cell}
:load: ../examples/data.py
```

```{code-cell}
del fruits[:0]
```

```{code-cell}
kinds = len(fruits)
```

```{code-cell}
print("a bystander", 5)
```

```{code-cell}
:label: counted
print("many" if kinds > 2 else "few")
```

::::{question} How many kinds are there?
:name: kinds
:kind: conceptual
:level: easy
:evidence: counted

- [x] many
- [ ] few

:::{hint}
Look.
:::
:::{solution}
Run it.
:::
::::

::::{blank} Add
:name: add
:level: easy
:program: ../examples/add.py
:check: total == 5

- [x] `3`
- [ ] `4`
- [ ] `1`

:::{hint}
Look.
:::
:::{solution}
Run it.
:::
::::

```{code-cell}
:label: fact
print(2 ** 5)
```

:::{flashcard} Two to the fifth?
:evidence: fact
{ran}`32 <fact>`.
:::

```{code-cell}
:label: step
:load: ../examples/step.py
```

```{code-cell}
:label: verdict
print("up" if weight > 0.0001 else "down")
```

::::{question} What does it print?
:name: step
:kind: predict-output
:level: easy
:cell: step

- [x] 1.50
- [ ] 2.50
- [ ] 0.50

:::{hint}
Read it.
:::
:::{solution}
Run it.
:::
::::

::::{question} Where does the weight go?
:name: direction
:kind: conceptual
:level: easy
:evidence: verdict

- [x] up
- [ ] down

:::{hint}
Look.
:::
:::{solution}
Run it.
:::
::::
"""


@pytest.fixture(scope="module")
def score(module_site: Site) -> Score:
    module_site.write(
        {
            "docs/index.md": PAGE,
            "docs/slow.md": SLOW_PAGE,
            "examples/add.py": ADD,
            "examples/data.py": DATA,
            "examples/slow.py": SLOW,
            "examples/step.py": PROGRAM,
        }
    )
    return mutate(module_site.root)


def test_every_wrong_mark_is_noticed(score: Score):
    # One for each of three questions, two more for the fourth, and two ways to fill the gap.
    assert score.marks == 7
    assert score.missed == []


def test_a_verdict_that_is_blind_misses_the_marks(monkeypatch: pytest.MonkeyPatch):
    gap = Gap("__1__", (Choice("3", right=True, line=1), Choice("4", right=False, line=2)))
    blank = Blank("add", 1, Path("add.py"), ADD, "total == 5", (gap,))
    page = Page("index", Path("index.md"), new_notebook(), blanks=[blank])
    monkeypatch.setattr(trials, "verdict_diagnostics", lambda *_: [])
    score = Score()
    trials.try_fillings(page, {"add": Tried((Outcome(passed=True), Outcome()), (0, 1))}, score)
    assert (score.marks, score.missed) == (1, ["add: 4"])


def test_constants_that_nothing_depends_on_survive(score: Score):
    assert score.kinds["constants"].survivors == [
        Survivor("examples/data.py", 3, "3", "4", "index", "#1"),
        Survivor("examples/step.py", 4, "7", "8", "index", "step"),
        Survivor("docs/index.md", 76, "0.0001", "0.00011", "index", "verdict"),
        Survivor("examples/add.py", 2, "7", "8", "index", "add"),
        Survivor("examples/slow.py", 2, "1.0", "1.1", "slow", "slow"),
    ]


def test_checks_and_options_are_changed_too(score: Score):
    # The check of the one task, 5 as 6; the options 1.50, 2.50 and 0.50, of which one is right.
    assert (score.kinds["checks"].tried, score.kinds["checks"].survivors) == (1, [])
    assert [each.old for each in score.kinds["options"].survivors] == ["2.50", "0.50"]
    assert score.kinds["options"].tried == 3


def test_the_shape_that_others_read(score: Score):
    content = json.loads(score.as_json())
    assert content["marks"] == {"tried": 7, "caught": 7}
    assert {**content["constants"], "survivors": []} == {"tried": 15, "caught": 10, "survivors": []}
    assert content["numbers"] == {"tried": 0, "caught": 0, "survivors": []}
    assert list(content["constants"]["survivors"][0]) == [
        "file", "line", "old", "new", "page", "cell",
    ]  # fmt: skip


def test_only_the_pages_named_are_changed(score: Score, module_site: Site):
    alone = mutate(module_site.root, [module_site.root / "docs" / "slow.md"])
    assert {each.page for kind in alone.kinds.values() for each in kind.survivors} == {"slow"}
    assert 0 < alone.marks < score.marks
    with pytest.raises(SelectionError):
        mutate(module_site.root, [module_site.root / "docs" / "gone.md"])
