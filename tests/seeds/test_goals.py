"""Numbers that a text says in words."""

import pytest

from trueloss.seeds.goals import goals_of


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("No fold falls below nine in ten.", [(0.9, 1, True)]),
        ("It is below two thirds.", [(2 / 3, -1, False)]),
        ("Less than a sixth: it stops.", [(1 / 6, -1, False)]),
        ("More than half of them.", [(0.5, 1, False)]),
        ("At least half.", [(0.5, 1, True)]),
        ("Never more than a tenth.", [(0.1, -1, True)]),
        ("A quarter of the rows is gone.", [(0.25, 0, True)]),
        ("Two out of three are.", [(2 / 3, 0, True)]),
        ("Most of them settle.", [(0.5, 1, False)]),
        ("The majority settles.", [(0.5, 1, False)]),
        ("It stands still before the tenth step.", [(10, -1, False)]),
        ("It stops by the 12th epoch.", [(12, -1, True)]),
        ("It moves after the third.", [(3, 1, False)]),
        ("At most five of them.", []),
        ("About two in five are.", []),
        ("A third network is trained.", []),
        ("The third neuron.", []),
        ("Not half of them.", []),
        ("One in one.", []),
        ("Half-baked.", []),
    ],
)
def test_goals(says: str, found: list[tuple[float, int, bool]]):
    assert [(goal.value, goal.side, goal.tie) for goal in goals_of(says)] == found


def test_a_goal_is_met_on_its_side():
    (above,) = goals_of("above a half")
    (half,) = goals_of("half")
    assert [above.met(value) for value in (0.4, 0.5, 0.6)] == [False, False, True]
    assert [half.met(value) for value in (0.4, 0.5, 0.6)] == [False, True, False]
