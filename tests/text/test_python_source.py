"""What programs import, and what of them runs, told by their source."""

import pytest

from trueloss.text.python_source import Import, imports_of, parse, what_runs


def imports(source: str) -> list[Import]:
    program = parse(source)
    assert program is not None
    return list(imports_of(program))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import a", [Import("a", ("a",), 1)]),
        ("import a.b, c as d", [Import("a.b", ("a",), 1), Import("c", ("d",), 1)]),
        ("from a.b import c, d as e", [Import("a.b", ("c", "e"), 1)]),
        ("from . import a", [Import(".", ("a",), 1)]),
        ("from ..a import b", [Import("..a", ("b",), 1)]),
        ("def f():\n    import a", [Import("a", ("a",), 2)]),
        ("%matplotlib inline\n!ls\nimport a", [Import("a", ("a",), 3)]),
        ("print('import a')", []),
        ('a = "\u2028"\nimport b', [Import("b", ("b",), 2)]),  # a line end to splitlines alone
    ],
)
def test_imports_are_found_where_they_stand(source: str, found: list[Import]) -> None:
    assert imports(source) == found


def test_what_a_relative_import_reaches_is_no_package() -> None:
    assert [found.package for found in imports("import a.b\nfrom .c import d")] == ["a", ""]


@pytest.mark.parametrize("source", ["import", "x = \0"])
def test_what_is_no_python_has_no_program(source: str) -> None:
    assert parse(source) is None


@pytest.mark.parametrize(
    "source",
    [
        '"""Add."""\n\na = "# 1"  # one\nb = 2',
        '"""Add.\n\nRun it: nox.\n"""\n\na = "# 1"\n# two\n    # lines\nb = 2',
        '# First.\n\na = "# 1"\nb = 2  # 2',
    ],
)
def test_neither_docstring_nor_comment_runs(source: str) -> None:
    assert what_runs(source) == '\na = "# 1"\nb = 2'


@pytest.mark.parametrize(
    "source",
    [
        "a = 1\n\nb = 2\n",
        '"""Add."""; a = 1',
        '"""Add."""\nprint(__doc__)  # Add.',
        "def f():\n    '''Add.'''\n\n\na = f",
        "no Python  # at all",
    ],
)
def test_what_runs_stays_as_it_is(source: str) -> None:
    assert what_runs(source) == source
