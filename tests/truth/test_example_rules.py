"""What holds of every program, whatever it prints."""

import pytest

from tests.published import COURSE
from trueloss.truth.example_rules import program_diagnostics

GOOD = '"""Add two numbers.\n\nRun it: nox -s run -- examples/sum.py\n"""\n\nimport math\n'


def found(source: str) -> list[tuple[str, int]]:
    return [
        (diagnostic.rule, diagnostic.line)
        for diagnostic in program_diagnostics("examples/sum.py", source, COURSE.packages)
    ]


@pytest.mark.parametrize(
    "more",
    [
        "import numpy as np\n",
        "from sklearn.datasets import load_digits\n",
        "import matplotlib.pyplot, json\n",
        "print(3 + 4\n",
        "c = 3 __1__ 4\n",
        "\0",
    ],
)
def test_nothing_is_said(more: str) -> None:
    assert found(GOOD + more) == []


def test_how_to_run_it_may_be_broken_over_lines() -> None:
    assert found('"""Add. Run it with: nox -s run --\nexamples/sum.py."""\n') == []


def test_a_course_without_nox_names_its_own_command() -> None:
    assert found('"""Run it: python -m trueloss run examples/sum.py"""\n') == []


@pytest.mark.parametrize(
    "source",
    [
        "print(7)\n",
        '"""Add."""\n',
        '"""python examples/sum.py"""\n',
        '"""nox -s run -- examples/sum.pyc"""\n',
    ],
)
def test_the_docstring_says_how_to_run_it(source: str) -> None:
    assert found(source) == [("example-docstring", 1)]


@pytest.mark.parametrize(
    "line",
    ["import helper", "from . import helper", "from .helper import a", "import pandas.io, numpy"],
)
def test_a_reader_has_what_it_imports(line: str) -> None:
    inside = f"def load():\n    {line}\n"
    assert found(GOOD + line + "\n") == [("example-import", 7)]
    assert found(GOOD + inside) == [("example-import", 8)]
