"""Words that other seeds replace."""

import pytest

from trueloss.seeds.claims import blocks
from trueloss.seeds.findings import ranges
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.replaced import replaced

PRINTED = {"facts": "asked first: proline\nleft 3\nbest: B\ntree\n"}
OBSERVED = Observed(
    "page",
    "",
    3,
    {
        "facts": (
            Line(1, "asked first: proline", {}, ("asked first: alcohol", "asked last: hue", None)),
            Line(2, "left 3", {}, ("left 4", "left 3", "left 5")),
            Line(3, "best: B", {}, ("best: A", "best: A", "best: B")),
            Line(4, "tree", {}, ("tree", "tree", "tree")),
        )
    },
    {},
    {},
)
CARD = ":::{{flashcard}} Which comes first?\n:evidence: facts\n{0}\n:::\n"


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        (CARD.format("The amount of proline, asked first."), [3]),
        ("With {ran}`3 <facts: left>` left the prolines are asked first.", [3]),
        (CARD.format("The amount of alcohol."), []),
        (CARD.format("The best is B."), []),
        (CARD.format("Three are left in the tree."), []),
        ("Proline is asked first.", []),
        (":evidence: facts\n\n- [ ] asked first: proline", []),
        (CARD.format("x") + "\n:::{mistakes}\n- Proline, asked first.\n:::", []),
    ],
)
def test_words_that_go(text: str, refuted: list[int]):
    found = [
        doubt.refuted
        for block in blocks(text)
        for doubt in replaced(text, block, ranges(block, PRINTED, OBSERVED), OBSERVED)
    ]
    assert found == refuted
