"""Which names a program binds and needs, and which cells stand behind another."""

import pytest

from trueloss.mutation.needs import Names, cells_behind, names_of_cells


def names_of(source: str) -> Names:
    return names_of_cells({0: source})[0]


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


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a.b = c", "a"),
        ("a.b[0].c += d", "a"),
        ("a[b] = c", "a"),
        ("del a[b]", "a"),
        ("a.b(c, d=[e])", "ace"),
        ("a.b(zip(c, d))", "acd"),
        ("a(b).c()", "ab"),
        ("a(b)", "b"),
        ("for a in b:\n    b.c(a)", "ab"),
        ("def a(b):\n    b.c()", "b"),
        ("next(a)", "a"),
        ("setattr(a, 'b', c)", "ac"),
        ("print(a.b, len(c), d[0])", ""),
        ("', '.join(a)", ""),
        ("a = b + c", ""),
        ("import a\nfrom b import c, d as e\na.f(g), c(h), e(i)", ""),
        ("no Python", ""),
    ],
)
def test_what_may_be_changed_in_place(source: str, changed: str):
    assert names_of(source).changed == set(changed)


def test_what_one_cell_imports_is_no_object_of_another():
    assert names_of_cells({0: "import a", 1: "a.b(c)"})[1].changed == set()


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
    names = names_of_cells(sources)
    assert cells_behind(6, names) == {0, 2}
    assert cells_behind(8, names) == {3}
    assert cells_behind(5, names) == set()


def test_a_cell_that_changes_what_another_bound_is_behind_its_readers():
    names = names_of_cells(
        {
            0: "import keras\nrate = 0.1",
            1: "model = keras.Sequential()",
            2: "before = model.count_params()",
            3: "x = [1]",
            4: "model.compile(rate)\nmodel.fit(x)",
            5: "model = model.layers",
            6: "print(model)",
        }
    )
    assert cells_behind(5, names) == {0, 1, 2, 3, 4}
    assert cells_behind(6, names) == {0, 1, 2, 3, 4, 5}
    assert cells_behind(2, names) == {0, 1}
    assert cells_behind(3, names) == set()
