"""Lines that a sentence compares by their words."""

import pytest

from trueloss.seeds.claims import blocks
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.than import than

PRINTED = {
    "order": "in order: 2.2\nshuffled: 1.4\n",
    "trees": "10 trees: 95.0% of 80\n100 trees: 96.0% of 80\n",
    "pairs": "wide 3 of 5\nnarrow 2 of 5\n",
}
OBSERVED = Observed(
    "page",
    "",
    3,
    {
        "order": (Line(2, "shuffled: 1.4", {1: ("1.5", "2.6", "2.2")}),),
        "trees": (Line(1, "10 trees: 95.0% of 80", {2: ("97.0", "96.0", "90.0")}),),
        "pairs": (Line(1, "wide 3 of 5", {1: ("1", "1", "1")}),),
    },
    {},
    {},
)


@pytest.mark.parametrize(
    ("says", "refuted"),
    [
        ("- Shuffling the examples leaves less error than keeping them in order.", [2]),
        ("Keeping the order costs more than shuffling.", [2]),
        ("Keeping the order is slower than shuffling.", [2]),
        ("A hundred trees are better than ten.", [2]),
        ("100 trees find more than 10.", [2]),
        ("20 trees are better than 10.", []),
        ("Shuffling leaves more error than the order.", []),
        ("Shuffling is not better than the order.", []),
        ("Shuffling is better than nothing.", []),
        ("Shuffling, {ran}`1.4 <order>`, is lower than the order.", []),
        ("The wide one has more than the narrow one.", [3]),
        (":::{mistakes}\n- Shuffling leaves less than the order.\n:::", []),
    ],
)
def test_two_lines(says: str, refuted: list[int]):
    found = [each for block in blocks(says) for each in than(block, PRINTED, OBSERVED)]
    assert [each.refuted for each in found] == refuted
