"""What a page says in words alone of the lines of a cell."""

import pytest

from trueloss.seeds.claims import blocks
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.worded import worded

PRINTED = {
    "losses": "epoch 0: loss 3.0\nepoch 1: loss 2.0\nepoch 2: loss 1.5\n",
    "weights": "body mass: weight 9\nblood pressure: weight 1\nage: weight 3\n",
}
OBSERVED = Observed(
    "page",
    "",
    3,
    {
        "losses": (
            Line(2, "epoch 1: loss 2.0", {2: ("2.0", "3.0", "4.0")}),
            Line(3, "epoch 2: loss 1.5", {2: ("1.5", "1.5", "1.5")}),
        ),
        "weights": (
            Line(1, "body mass: weight 9", {1: ("2", "9", "8")}),
            Line(2, "blood pressure: weight 1", {1: ("4", "3", "1")}),
        ),
    },
    {},
    {},
)
PAGE = """\
```{{code-cell}}
:label: weights
```

```{{code-cell}}
:label: losses
```

{0}
"""
CARD = """\
:::{{flashcard}} Which measurement gets the {0}?
:evidence: weights
{1}
:::
"""


def refuted(text: str) -> list[int]:
    return [
        doubt.refuted
        for block in blocks(text)
        for doubt in worded(text, block, PRINTED, OBSERVED)
        if doubt.refuted
    ]


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("The loss never rises from one epoch to the next.", [1]),
        ("The loss never grows.", [1]),
        ("The loss always falls.", [2]),
        ("It drops with every epoch.", [2]),
        ("The loss falls in each epoch.", [2]),
        ("The loss never falls.", []),
        ("It rises in every epoch.", []),
        ("It falls.", []),
        (":::{mistakes}\n- Believing that it falls in every step.\n:::", []),
        ("Of all the body mass is largest.", []),
    ],
)
def test_columns_that_rise_or_fall(says: str, found: list[int]):
    assert refuted(PAGE.format(says)) == found


@pytest.mark.parametrize(
    ("asks", "says", "found"),
    [
        ("largest weight", "The body mass; it is hard to say why.", [1]),
        ("largest weight", "The body mass; blood pressure gets the smallest.", [1, 2]),
        ("smallest weight", "The body mass.", []),
        ("weight", "The body mass.", []),
        ("best weight", "The body mass.", [1]),
        ("largest weight", "The body mass and the age.", [1]),
        ("largest weight", "The body mass gets {ran}`9 <weights>`.", []),
        ("largest weight", "The weight of one.", []),
    ],
)
def test_a_line_that_its_words_name(asks: str, says: str, found: list[int]):
    assert refuted(CARD.format(asks, says)) == found


def test_a_cell_that_is_not_kept_says_nothing():
    text = PAGE.format("It falls in each epoch.").replace(":label: losses", ":label: chart")
    assert refuted(text) == []
