"""What follows from runs with other seeds for keys, and for numbers told beside each other."""

import pytest

from trueloss.seeds.findings import Key, crossed, held, turned
from trueloss.seeds.observed import Line, Observed

PRINTED = {"scores": "SGD 87.2%, 3 s\nAdam 91.5%, 7 s\nAdam\n"}
LINES = (
    Line(1, "SGD 87.2%, 3 s", {1: ("92.0", "85.8", "88.4")}),
    Line(2, "Adam 91.5%, 7 s", {1: ("91.0", "93.8", "nan")}),
    Line(3, "Adam", {}, ("SGD", "Adam", None)),
)
OBSERVED = Observed("page", "", 3, {"scores": LINES}, {"task": ("`a`", "`b`", "`a`")}, {})


@pytest.mark.parametrize(
    ("key", "came", "instead"),
    [
        (Key("page", 1, "name", "Adam", "scores", 3), (3, 1), {"SGD": 1, "nothing": 1}),
        (Key("page", 1, "name", "`a`", "task", task=True), (3, 2), {"`b`": 1}),
        (Key("page", 1, "name", "Adam", "another cell", 3), (3, 3), {}),
        (Key("page", 1, "name", "a concept", None), (0, 0), {}),
    ],
)
def test_how_often_a_key_comes_out(key: Key, came: tuple[int, int], instead: dict[str, int]):
    found = held(key, OBSERVED)
    assert ((found.runs, found.held), found.instead) == (came, instead)
    assert found.fails == bool(instead)


def test_a_key_about_one_start_does_not_fail():
    assert not held(Key("page", 1, "name", "b", "scores", 3, about_one_start=True), OBSERVED).fails


BESIDE = "SGD gets {ran}`87.2% <scores>`, Adam {ran}`91.5% <scores>`"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(f"{BESIDE}.", 1, id="a paragraph"),
        pytest.param(BESIDE.replace(", ", "\n\n"), 0, id="two paragraphs"),
        pytest.param(f"- {BESIDE}".replace(", ", "\n- "), 1, id="a list"),
        pytest.param(f"{BESIDE} in this run.", 0, id="the text says so"),
        pytest.param("{ran}`3 <scores>` s and {ran}`87.2% <scores>`.", 0, id="of two kinds"),
        pytest.param("{ran}`3 <scores>` s and {ran}`7 <scores>` s.", 0, id="the same always"),
    ],
)
def test_orders_that_turn(text: str, count: int):
    assert len(list(turned(text, PRINTED, OBSERVED))) == count


def test_an_author_is_told_both_ranges():
    (found,) = turned(BESIDE, PRINTED, OBSERVED)
    assert str(found) == (
        "87.2% (85.8 to 92.0) is the lesser and 91.5% (91.0 to nan) the greater here, both of the "
        "cell 'scores'; with 1 of 3 other seeds it is the other way round"
    )


@pytest.mark.parametrize(
    ("goal", "count"),
    [
        ("The goal is above 90%.", 1),
        ("The goal is above 99%.", 0),
        ("The goal is above 90.", 0),
        ("The goal is one start above 90%.", 1),
    ],
)
def test_a_number_crosses_the_goal_of_its_page(goal: str, count: int):
    found = list(
        crossed(f"{goal}\n\nA title.\n\nSGD gets {{ran}}`87.2% <scores>`.", PRINTED, OBSERVED)
    )
    assert [str(each) for each in found] == count * [
        "87.2% (85.8 to 92.0) is below 90%, by which the page measures; with 1 of 3 other seeds "
        "it is not"
    ]
