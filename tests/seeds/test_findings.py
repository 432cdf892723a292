"""What follows from runs with other seeds for keys."""

from dataclasses import replace

import pytest

from trueloss.seeds.claims import Place
from trueloss.seeds.findings import Held, held, in_runs
from trueloss.seeds.keys import Key
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.told import of_key

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


def test_no_option_that_passes_is_told_as_that():
    task = Held(Key("page", 1, "name", "a", "task", task=True), 3, 1, {"nothing": 2})
    assert str(task).endswith("; instead: no option passes 2")
    assert "with 2 no option passes" in of_key(task)
    assert "2 give “nothing”" in of_key(replace(task, key=replace(task.key, task=False)))


def test_a_key_about_one_start_does_not_fail():
    assert not held(Key("page", 1, "name", "b", "scores", 3, about_one_start=True), OBSERVED).fails


@pytest.mark.parametrize(("shown", "came"), [("0.5", "0.6"), ("+0.5", "+0.6")])
def test_a_number_has_a_plus_where_its_text_has_one(shown: str, came: str):
    observed = Observed("page", "", 2, {"bias": (Line(1, "+0.5", {1: ("+0.6", "-1")}),)}, {}, {})
    assert in_runs(shown, Place("bias", 1, 1), observed) == (came, "-1")
