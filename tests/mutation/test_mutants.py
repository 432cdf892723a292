"""Mistakes made on purpose: that each is made, and nothing else is changed."""

import ast
from pathlib import Path

import pytest

from trueloss.mutation.mutants import mutants, wrongly_filled, wrongly_marked
from trueloss.pages.blanks import Blank, Choice, Gap
from trueloss.pages.option_lists import Option
from trueloss.truth.question_rules import Question


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("rate = 0.1  # the rate", ["rate = 0.11  # the rate"]),
        ("a, b = 1, [2.0]", ["a, b = 2, [2.0]", "a, b = 1, [2.2]"]),
        ("x = -0.5", ["x = -0.55"]),
        ("x = 0", ["x = 1"]),
        ("x = 0.0", ["x = 0.1"]),
        ("x = 1e-3", ["x = 0.0011"]),
        ("x = 10_000", ["x = 10001"]),
        ("print('µ', 3)", ["print('µ', 4)"]),
        ("%matplotlib inline\nx = 3", ["%matplotlib inline\nx = 4"]),
        ("x = True\ny = 'one 1'\nz = None", []),
        ("no Python 3", []),
    ],
)
def test_one_constant_at_a_time(source: str, changes: list[str]):
    assert [mutant.source for mutant in mutants(source)] == changes


def test_a_constant_inside_an_f_string():
    (mutant,) = mutants("a = b\nprint(f'{a * 2:.2f}')")
    assert (mutant.line, mutant.old, mutant.new) == (2, "2", "3")
    assert ast.dump(ast.parse(mutant.source)) == ast.dump(ast.parse("a = b\nprint(f'{a * 3:.2f}')"))


def test_where_the_constant_stands():
    assert [
        (mutant.line, mutant.old, mutant.new) for mutant in mutants("a = 1\n\nb = [\n 2.5\n]")
    ] == [
        (1, "1", "2"),
        (4, "2.5", "2.75"),
    ]


def test_every_other_option_is_marked_once():
    options = (Option("a", right=False), Option("b", right=True), Option("c", right=False))
    question = Question(line=1, name="q", kind="debug", options=options)
    answers = [wrong.answer.text for wrong in wrongly_marked(question) if wrong.answer]
    assert answers == ["a", "c"]


def test_every_other_way_to_fill_the_gaps_is_marked_once():
    gaps = tuple(
        Gap(name, tuple(Choice(code, right=code in "ac", line=1) for code in codes))
        for name, codes in {"__1__": "abc", "__2__": "cd"}.items()
    )
    blank = Blank("q", 1, Path("q.py"), "__1__ __2__", "True", gaps)
    ways = [
        [[choice.code for choice in gap.choices if choice.right] for gap in wrong.gaps]
        for wrong in wrongly_filled(blank)
    ]
    assert ways == [[["a"], ["d"]], [["b"], ["c"]], [["b"], ["d"]], [["c"], ["d"]]]
