"""Numbers against goals in words."""

import pytest

from trueloss.seeds.claims import blocks
from trueloss.seeds.findings import ranges
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.reached import reached

PRINTED = {
    "folds": "worst 90.0%, best 97.5%\n",
    "stops": "stopped after 7 of 60\nrare 9\nin the test 6\nloss 0.4\n",
    "starts": "with one: solved from 3 of 5 starts\nwithout: solved from 0 of 5 starts\n",
}
OBSERVED = Observed(
    "page",
    "",
    3,
    {
        "folds": (Line(1, "worst 90.0%, best 97.5%", {1: ("92.5", "87.5", "90.0")}),),
        "stops": (
            Line(1, "stopped after 7 of 60", {1: ("17", "10", "7")}),
            Line(3, "in the test 6", {1: ("4", "3", "7")}),
        ),
        "starts": (
            Line(1, "with one: solved from 3 of 5 starts", {1: ("2", "2", "5")}),
            Line(2, "without: solved from 0 of 5 starts", {1: ("0", "1", "0")}),
        ),
    },
    {},
    {},
)
WORST, STOPS = "{ran}`90.0% <folds: worst>`", "{ran}`7 <stops: after>`"
RARE = "Of {ran}`9 <stops: rare>` rare ones {ran}`6 <stops: test>` land there"


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        (f"From {WORST}.\nNo fold falls below nine in ten.", [1]),
        (f"The worst has nine in ten right: {WORST}.", [2]),
        (f"Every fold is above nine in ten, but {WORST}.", []),
        (f"Less than a sixth: it stops after {STOPS}.", [2]),
        (f"It stops after {STOPS}, before the eighth epoch.", [2]),
        (f"It stops after {STOPS}, by the 20th epoch.", []),
        ("It is {ran}`0.4 <stops>`, less than half.", []),
        ("It is {ran}`0.4 <stops>`, before the tenth step.", []),
        (f"{RARE}, more than half.", [2]),
        (f"{RARE}: two thirds.", [3]),
        (f":::{{mistakes}}\n- {RARE}, more than half.\n:::", []),
        (":evidence: starts\n\nMost starts solve it.", [2]),
        (":evidence: starts\n\nWithout it no start solves anything.", [1]),
        (":evidence: starts\n\nMost networks solve it.", []),
        ("Most starts solve it.", []),
        (":evidence: starts\n\nAll starts solve it.", []),
    ],
)
def test_goals_that_other_seeds_miss(text: str, refuted: list[int]):
    found = [
        doubt.refuted
        for block in blocks(text)
        for doubt in reached(text, block, ranges(block, PRINTED, OBSERVED), PRINTED, OBSERVED)
        if doubt.refuted
    ]
    assert found == refuted
