"""The neighbours of a program, and the program that runs them."""

import ast

import pytest

from trueloss.mutation.neighbours import neighbours, program_of

STEP = '''"""Take a step.

Run it: nox -s run -- examples/a/step.py
"""

import math

START = 0

weight = float(START)
for _step in range(2):
    weight -= move(rate=0.25)  # a quarter
print(round(math.floor(weight), 3))
'''
TOGETHER = '''"""Run the neighbours of step.py: one constant changed in each.

Run it: nox -s run -- examples/a/step_neighbours.py
"""

import math


def step(start=0, rate=0.25):
    """Return what the program prints."""
    weight = float(start)
    for _step in range(2):
        weight -= move(rate=rate)  # a quarter
    return round(math.floor(weight), 3)


print("start 1 instead of 0:", step(start=1))
print("rate 0.5 instead of 0.25:", step(rate=0.5))
'''


def test_numbers_bear_the_names_of_what_they_are_given_to() -> None:
    found = neighbours(STEP)
    assert [each.words for each in found] == [
        "start 1 instead of 0",
        "range 4 instead of 2",
        "rate 0.5 instead of 0.25",
    ]
    assert found[2].applied(STEP) == STEP.replace("0.25", "0.5")


def test_one_program_runs_them_all() -> None:
    start, _, rate = neighbours(STEP)
    path = "examples/a/step_neighbours.py"
    assert program_of(STEP, [start, rate], path, "examples/a/step.py") == TOGETHER


def test_a_name_that_the_program_uses_is_not_taken() -> None:
    source = "weight = first()\nshow(weight=2.0)\nshow(weight=3.0)\nprint(weight)\n"
    made = program_of(source, neighbours(source), "n.py", "a-b.py")
    assert "def a_b(its_weight=2.0, its_weight_2=3.0):" in made or ast.parse(made)
    assert "    weight = first()\n    show(weight=its_weight)\n" in made


def test_a_function_returns_what_it_would_print_and_shouts_no_names() -> None:
    source = "RATE = 0.1\nLEFT = 3\nleft = 2\nleft = LEFT - RATE\nprint(left)\n"
    rate, _, _ = neighbours(source)
    made = program_of(source, [rate], "n.py", "step.py")
    assert made.endswith(
        "    LEFT = 3\n    left = 2\n    return LEFT - rate\n\n\n"
        'print("rate 0.2 instead of 0.1:", step(rate=0.2))\n'
    )


@pytest.mark.parametrize(
    "source",
    [
        "x = 1\nprint(x)\nprint(2 * x)\n",
        "x = 1\nfor _ in range(3):\n    print(x)\n",
        "x = 1\nprint(x, end='')\n",
        "x = 1\nprint(*[x])\n",
        "x = 1\n",
        "x = = 1\nprint(x)\n",
        "",
    ],
)
def test_a_program_that_prints_more_than_one_thing_has_none(source: str) -> None:
    assert neighbours(source) == []
