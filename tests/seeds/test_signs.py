"""Signs that a text tells."""

import pytest

from trueloss.seeds.claims import blocks
from trueloss.seeds.findings import ranges
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.signs import signs
from trueloss.text.numerals import MINUS

PRINTED = {"pairs": "correlation: -0.13\nbias: 0.2\nloss 0.3\n"}
OBSERVED = Observed(
    "page",
    "",
    3,
    {
        "pairs": (
            Line(1, "correlation: -0.13", {1: ("-0.2", "0.2", "0.0")}),
            Line(2, "bias: 0.2", {1: ("-0.2", "0.2", "0.1")}),
            Line(3, "loss 0.3", {1: ("0.2", "0.0", "0.1")}),
        )
    },
    {},
    {},
)
TOGETHER, BIAS = f"{{ran}}`{MINUS}0.13 <pairs>`", "{ran}`0.2 <pairs>`"


@pytest.mark.parametrize(
    ("says", "refuted"),
    [
        (f"They hang together: {TOGETHER}.", [2]),
        (f"It is negative: {TOGETHER}.", [2]),
        (f"The longer it is, the paler: {BIAS}.", [1]),
        (f"It points upwards, {BIAS}.", [1]),
        (f"The bias is {BIAS}.", []),
        (f"It is negative, not {BIAS}.", []),
        ("The longer it is, the less is lost: {ran}`0.3 <pairs>`.", []),
    ],
)
def test_signs(says: str, refuted: list[int]):
    (block,) = blocks(says)
    found = signs(ranges(block, PRINTED, OBSERVED), PRINTED)
    assert [each.refuted for each in found] == refuted
