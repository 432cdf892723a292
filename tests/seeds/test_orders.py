"""What a page says with its numbers, and other seeds refute."""

import pytest

from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.orders import doubts
from trueloss.text.numerals import MINUS

PRINTED = {
    "scores": "SGD 87.2%, 3 s\nAdam 91.5%, 7 s\nsettled in 0 of 9\nAdam\n",
    "other": "RMSprop 90.0%\n",
    "halves": "5 of 8\n4 of 6\n",
    "ties": "one 0.5\ntwo 0.7\nthree 0.9\n",
    "signs": "bias -0.055\ngain 0.5\n",
    "twice": "wide 0.80\nnarrow 0.39\n",
    "counts": "rose 2 times\nright 80%\nright 4.0\nlowest at degree 4\nbest in 9 of 10\n",
    "table": "rate 0.1: loss 0.50\nrate 0.2: loss 0.50\nrate 0.3: loss 0.40\nmedian 0.60\n",
}
OBSERVED = Observed(
    "page",
    "",
    3,
    {
        "scores": (
            Line(1, "SGD 87.2%, 3 s", {1: ("92.0", "85.8", "88.4")}),
            Line(2, "Adam 91.5%, 7 s", {1: ("91.0", "93.8", "nan")}),
            Line(3, "settled in 0 of 9", {1: ("0", "2", "1")}),
        ),
        "halves": (
            Line(1, "5 of 8", {1: ("4", "5", "3")}),
            Line(2, "4 of 6", {1: ("4", "5", "6")}),
        ),
        "ties": (
            Line(1, "one 0.5", {1: ("0.7", "0.5", "0.8")}),
            Line(2, "two 0.7", {1: ("0.7", "0.6", "0.7")}),
        ),
        "signs": (
            Line(1, "bias -0.055", {1: ("0.1", "0.0", "-0.2")}),
            Line(2, "gain 0.5", {1: ("0.1", "0.2", "-0.2")}),
        ),
        "twice": (Line(1, "wide 0.80", {1: ("0.4", "0.41", "0.9")}),),
        "counts": (
            Line(1, "rose 2 times", {1: ("3", "2", "1")}),
            Line(2, "right 80%", {1: ("84", "87", "90")}),
            Line(3, "right 4.0", {1: ("8.0", "9.0", "7.0")}),
            Line(4, "lowest at degree 4", {1: ("4", "5", "4")}),
            Line(5, "best in 9 of 10", {1: ("9", "8", "8")}),
        ),
        "table": (
            Line(1, "rate 0.1: loss 0.50", {2: ("0.51", "0.50", "0.39")}),
            Line(4, "median 0.60", {1: ("0.1", "0.1", "0.1")}),
        ),
    },
    {},
    {},
)
SGD, ADAM, RMSPROP = "{ran}`87.2% <scores>`", "{ran}`91.5% <scores>`", "{ran}`90.0% <other>`"
BESIDE = f"SGD gets {SGD}, Adam {ADAM}"
FIRST, SECOND = "{ran}`0.50 <table>` at 0.1", "{ran}`0.50 <table>` at 0.2"
ONE, TWO = "{ran}`0.5 <ties>`", "{ran}`0.7 <ties>`"
BIAS = f"{{ran}}`{MINUS}0.055 <signs>`"
RANK = f"1. two, with {TWO}\n2. one, with {ONE}"
TABLE = "At 0.1 it is {ran}`0.50 <table>`, at 0.2 {word} {ran}`0.50 <table>`."


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        pytest.param(f"{BESIDE}.", [1], id="a paragraph"),
        pytest.param(BESIDE.replace(", ", "\n\n"), [], id="two paragraphs"),
        pytest.param(f"- {BESIDE}".replace(", ", "\n- "), [1], id="a list"),
        pytest.param(f"{BESIDE} in this run.", [], id="the text says so"),
        pytest.param(f"{{ran}}`3 <scores>` s and {SGD}.", [], id="of two kinds"),
        pytest.param("{ran}`3 <scores>` s and {ran}`7 <scores>` s.", [], id="the same always"),
        pytest.param(f"RMSprop, {RMSPROP}, is better than SGD, {SGD}.", [1], id="of two cells"),
        pytest.param(f"RMSprop {RMSPROP}, SGD {SGD}.", [], id="two cells that nobody compares"),
        pytest.param(f"RMSprop {RMSPROP}. SGD is worse: {SGD}.", [], id="in two sentences"),
        pytest.param("None settles: {ran}`0 <scores>`.", [2], id="none"),
        pytest.param("None settles: {ran}`0 of 9 <scores>`.", [2], id="none, with the number"),
        pytest.param("Half of them settle: {ran}`5 <halves>`.", [2], id="a half"),
        pytest.param("Most: {ran}`4 <halves>`.", [], id="a half that all reach"),
        pytest.param("It settles {ran}`0 <scores>` times.", [2], id="a number of many"),
        pytest.param("The best rate has {ran}`0.40 <table>`.", [1], id="a superlative"),
        pytest.param("A rate of 0.3 has {ran}`0.40 <table>`.", [], id="no superlative"),
        pytest.param("The largest {ran}`0.60 <table>`.", [], id="the only one of its kind"),
        pytest.param(TABLE.replace("{word}", "just as much, again"), [], id="no sameness told"),
        pytest.param(TABLE.replace("{word}", "the same"), [2], id="the same"),
        pytest.param("Both: {ran}`0.50 <table>` and {ran}`0.50 <table>`.", [2], id="both"),
        pytest.param(f"The goal is above 90%.\n\nA title.\n\nSGD gets {SGD}.", [1], id="a goal"),
        pytest.param(f"The goal is above 99%.\n\nSGD gets {SGD}.", [], id="a goal out of reach"),
        pytest.param(f"The goal is above 90.\n\nSGD gets {SGD}.", [], id="a goal of another kind"),
        pytest.param(f"The goal is one start above 90%.\n\nSGD gets {SGD}.", [], id="one start"),
        pytest.param(f"One has {ONE}, two {TWO}.", [1], id="a tie where nothing is compared"),
        pytest.param(f"One is lower: {ONE}, two {TWO}.", [2], id="a tie refutes what is lower"),
        pytest.param(f"One, {ONE}, is no higher than {TWO}.", [1], id="a tie is no higher"),
        pytest.param(f"One, {ONE}, is at most {TWO}.", [1], id="a tie is at most"),
        pytest.param(f"From best to worst:\n\n{RANK}", [2], id="a tie in a ranking"),
        pytest.param(f"What came out:\n\n{RANK}", [1], id="a tie in a list"),
        pytest.param("The largest has {ran}`0.9 <ties>`.", [], id="a superlative that holds"),
        pytest.param(f"It is below zero: {BIAS}.", [2], id="below zero"),
        pytest.param(f"It is negative: {BIAS}.", [2], id="negative"),
        pytest.param("A positive one is {ran}`0.5 <signs>`.", [1], id="positive"),
        pytest.param(f"A positive one, not {BIAS}.", [], id="positive, of another"),
        pytest.param(f"It is {BIAS}.", [], id="no sign told"),
        pytest.param(
            "It is {ran}`0.80 <twice>`, twice as much as {ran}`0.39 <twice>`.", [2], id="twice"
        ),
        pytest.param(
            "Narrow {ran}`0.39 <twice>`. Wide is twice as far as the best: {ran}`0.80 <twice>`.",
            [2],
            id="twice the best, of another sentence",
        ),
        pytest.param(
            "Narrow {ran}`0.39 <twice>`. Wide, {ran}`0.80 <twice>`, is twice as dear.",
            [],
            id="twice something else",
        ),
        pytest.param(
            "{ran}`0.80 <twice>` is three times as much as {ran}`0.39 <twice>`.",
            [],
            id="not so here either",
        ),
        pytest.param("It rose {ran}`2 <counts: rose>` times.", [2], id="a count that is far off"),
        pytest.param("It is right for {ran}`80% <counts>`.", [2], id="a share that is far off"),
        pytest.param("It has {ran}`4.0 <counts>`.", [], id="a measure"),
        pytest.param("Degree {ran}`4 <counts: degree>`.", [1], id="a count that says which"),
        pytest.param("It wins {ran}`9 <counts: best in>`.", [], id="how often it is the best"),
        pytest.param("The split gave {ran}`80% <counts>` in this run.", [], id="one run"),
    ],
)
def test_what_other_seeds_refute(text: str, refuted: list[int]):
    assert [doubt.refuted for doubt in doubts(text, PRINTED, OBSERVED)] == refuted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            BESIDE,
            "“SGD gets 87.2%, Adam 91.5%”: 87.2% (with other seeds: 85.8 to 92.0) is the lesser "
            "and 91.5% (with other seeds: 91.0 to nan) the greater here, both of the cell "
            "'scores'; with 1 of 3 other seeds it is not so",
        ),
        (
            f"The goal is above 90%.\n\nA title.\n\n{SGD}",
            "“87.2%”: 87.2% (with other seeds: 85.8 to 92.0) is below 90%, by which the page "
            "measures; with 1 of 3 other seeds it is not so",
        ),
        (
            "The least is {ran}`0.40 <table>`.",
            "“The least is 0.40.”: 0.40 (with other seeds: 0.40 to 0.40) is the least of the 3 "
            "like it in the cell 'table'; with 1 of 3 other seeds it is not so",
        ),
        (
            "Nobody: {ran}`0 <scores>`.",
            "“Nobody: 0.”: 0 (with other seeds: 0 to 2) of 9 is said of all, or of none; with 2 "
            "of 3 other seeds it is not so",
        ),
        (
            f":evidence: ties\nOne is lower: {ONE}, a bit,\nand again less than two, {TWO}; "
            "three has {ran}`0.9 <ties>`, highest.",
            "“One is lower: 0.5, a bit, and again ...”: 0.5 (with other seeds: 0.5 to 0.8) is "
            "the lesser and 0.7 (with other seeds: 0.6 to 0.7) the greater here, both of the "
            "cell 'ties' (and 1 more of this sentence); with 2 of 3 other seeds it is not so",
        ),
    ],
)
def test_an_author_is_told_what_and_in_which_range(text: str, told: str):
    assert [str(doubt) for doubt in doubts(text, PRINTED, OBSERVED)] == [told]
