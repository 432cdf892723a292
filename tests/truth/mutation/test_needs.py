"""Which names a program binds and needs, and which cells stand behind another."""

import pytest

from trueloss.truth.mutation.needs import cells_behind, names_of


@pytest.mark.parametrize(
    ("source", "bound", "needed"),
    [
        ("a = b + c", "a", "bc"),
        ("a = a + 1", "a", "a"),
        ("a += 1", "a", "a"),
        ("a = 1\nb = a", "ab", ""),
        ("b = a\na = 1", "ab", "a"),
        ("for a in b:\n    c = a\nd = c", "acd", "b"),
        ("a = [b for b in c]", "a", "c"),
        ("import a.b, c as d\nfrom e import f", "adf", ""),
        ("def a(b):\n    c = b + d\n    return c + a(e)\ne = 1", "ae", "d"),
        ("class A(B):\n    c = d\n    e = c", "A", "Bd"),
        ("a = lambda b: b + c", "a", "c"),
        ("%matplotlib inline\na = b", "a", "b"),
        ("no Python", "", ""),
        ("return a", "", ""),
    ],
)
def test_names(source: str, bound: str, needed: str):
    names = names_of(source)
    assert names.bound == set(bound)
    assert names.needed - {"__name__"} == set(needed)  # which every class reads


def test_the_cells_behind_a_cell():
    sources = {
        0: "import math\nx = 1",
        2: "y = x + 1",
        3: "x = 5",
        5: "z = 7",
        6: "print(y, math.pi)",
        8: "print(x)",
        9: "y = 0",
    }
    names = {index: names_of(source) for index, source in sources.items()}
    assert cells_behind(6, names) == {0, 2}
    assert cells_behind(8, names) == {3}
    assert cells_behind(5, names) == set()
