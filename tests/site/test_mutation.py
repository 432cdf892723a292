"""The mutation check on a small site: what it catches, and what it says survives."""

import json

import pytest

from tests.conftest import Site
from trueloss.lessons.mutate import mutate
from trueloss.truth.mutation.trials import Score, Survivor

PROGRAM = '''\
"""Take a step and print the loss."""

START = 0.5
UNUSED = 7
weight = START + 0.25
print(f"{weight * 2:.2f}")
'''
PAGE = """\
# A page

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
    module_site.write({"docs/index.md": PAGE, "examples/step.py": PROGRAM})
    return mutate(module_site.root, module_site.docs, module_site.docs)


def test_every_wrong_mark_is_noticed(score: Score):
    assert score.marks == 3
    assert score.missed == []


def test_constants_that_nothing_depends_on_survive(score: Score):
    assert score.constants == 5
    assert score.survivors == [
        Survivor("examples/step.py", 4, "7", "8", "index", "step"),
        Survivor("docs/index.md", 10, "0.0001", "0.00011", "index", "verdict"),
    ]


def test_the_shape_that_others_read(score: Score):
    content = json.loads(score.as_json())
    assert content["marks"] == {"tried": 3, "caught": 3}
    assert {**content["constants"], "survivors": []} == {"tried": 5, "caught": 3, "survivors": []}
    assert list(content["constants"]["survivors"][0]) == [
        "file", "line", "old", "new", "page", "cell",
    ]  # fmt: skip
