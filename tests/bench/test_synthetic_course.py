"""A synthetic course: its lessons are the real ones again and again, and share no name."""

import shutil

import pytest

from bench.synthetic_course import SyntheticCourse

HOME = """\
# Home

```{course-map}
The loop
- apples
- pears: apples
- A lesson to come
```

More.
"""
APPLES = """\
# Apples

See [pears](../pears/index.md).

```{code-cell}
:label: first
:load: ../../../examples/apples/first.py
```

```{code-cell}
:label: second

print(2)
```

::::{question} How many?
:name: apples-many
::::
"""
PROGRAM = '"""Count: nox -s run -- examples/apples/first.py"""\n\nprint(1)\n'


@pytest.fixture
def stock(tmp_path):
    files = {
        "docs/index.md": HOME,
        "docs/lessons/apples/index.md": APPLES,
        "docs/lessons/pears/index.md": "# Pears\n",
        "docs/_records/lessons/apples/index.txt": "# lessons/apples/index\ncell apples-many\n",
        "docs/_records/lessons/pears/index.txt": "",
        "examples/apples/first.py": PROGRAM,
        "examples/pears/one.py": "print(1)\n",
        "examples/home/start.py": "print(0)\n",
    }
    for name, text in files.items():
        path = tmp_path / "stock" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "stock"


@pytest.fixture
def root(stock, tmp_path):
    return shutil.copytree(stock, tmp_path / "root")


def lessons(root):
    return sorted(path.parent.name for path in (root / "docs" / "lessons").glob("*/index.md"))


def test_it_grows_and_shrinks(stock, root):
    course = SyntheticCourse(root, stock)
    course.make(5)
    assert lessons(root) == ["apples", "apples-2", "apples-3", "pears", "pears-2"]
    assert (root / "examples" / "home" / "start.py").exists()
    home = (root / "docs" / "index.md").read_text()
    assert "Round 2\n- apples-2\n- pears-2: apples-2\nRound 3\n- apples-3\n```" in home
    course.make(1)
    assert lessons(root) == ["apples"]
    assert "Round 1\n- apples\n```\n\nMore.\n" in (root / "docs" / "index.md").read_text()


def test_a_link_to_a_lesson_that_is_not_there_is_none(stock, root):
    course = SyntheticCourse(root, stock)
    page = root / "docs" / "lessons" / "apples" / "index.md"
    course.make(1)
    assert "See pears." in page.read_text()
    course.make(2)
    assert "See [pears](../pears/index.md)." in page.read_text()


def test_copies_share_no_name_and_run_the_same(stock, root):
    SyntheticCourse(root, stock).make(3)
    copy = (root / "docs" / "lessons" / "apples-2" / "index.md").read_text()
    assert ":load: ../../../examples/apples-2/first.py" in copy
    assert ":name: apples-2-many" in copy
    record = (root / "docs" / "_records" / "lessons" / "apples-2" / "index.txt").read_text()
    assert record == "# lessons/apples-2/index\ncell apples-2-many\n"
    program = (root / "examples" / "apples-2" / "first.py").read_text()
    assert program == PROGRAM.replace("apples", "apples-2")


def test_where_they_are_to_run_each_has_a_constant(stock, root):
    SyntheticCourse(root, stock, run=True).make(3)
    copy = (root / "docs" / "lessons" / "apples-2" / "index.md").read_text()
    assert "first.py\n```" in copy
    assert ":label: second\nROUND = 2\n\nprint(2)\n" in copy
    assert 'first.py"""\nROUND = 2\n' in (root / "examples" / "apples-2" / "first.py").read_text()
    assert "ROUND" not in (root / "docs" / "lessons" / "apples" / "index.md").read_text()


def test_what_stays_is_not_touched(stock, root):
    course = SyntheticCourse(root, stock)
    course.make(3)
    page = root / "docs" / "lessons" / "pears" / "index.md"
    before = page.stat().st_mtime_ns
    course.make(4)
    assert page.stat().st_mtime_ns == before
