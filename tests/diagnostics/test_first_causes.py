"""Which of several diagnostics follow from others."""

from collections.abc import Sequence

import pytest

from trueloss.diagnostics.diagnostic import EVERY_CELL, Diagnostic
from trueloss.diagnostics.first_causes import first_causes

PAGE = """\
# A page
- ```{code-cell}
  :label: a
  :alt: b
  print(1)
  ```
::::{blank} Make seven
:name: seven
:program: gap.py
::::
"""


def lines_of(file: str) -> Sequence[str]:
    return PAGE.splitlines() if file == "p.md" else ()


def found(
    rule: str, line: int, about: str = "", file: str = "p.md", message: str = "it is wrong"
) -> Diagnostic:
    return Diagnostic(rule, line, message, file, about=about)


UNCLOSED, NESTED = found("fence-unclosed", 2), found("cell-nested", 2)
REFUSED = found("blank-options", 7)
MISSING = found("load-missing", 2, about="examples/x.py")


@pytest.mark.parametrize(
    ("cause", "other"),
    [
        (UNCLOSED, found("question-hint", 9)),
        (UNCLOSED, found("number", 1)),
        (UNCLOSED, found("cell-raised", 5)),
        (UNCLOSED, found("example-unloaded", 1, file="gap.py")),
        (NESTED, found("number", 9, "a")),
        (NESTED, found("number-loose", 9, EVERY_CELL)),
        (found("cell-raised", 5), found("evidence-label", 9, "a")),
        (NESTED, found("stale", 9, "a")),
        (REFUSED, found("stale", 1, "seven")),
        (MISSING, found("example-unloaded", 1, file="examples/x.py")),
        (MISSING, found("invalid-syntax", 7, file="examples/x.py")),
        (found("chart", 2), found("stale", 2)),
        (found("question-level", 9), found("test-tier", 1)),
        (found("question-nested", 9), found("test-pool", 1)),
        (found("question-nested", 9), found("practice-size", 1)),
        (found("invalid-syntax", 7, file="x.py"), found("format", 7, file="x.py")),
    ],
)
def test_what_follows_is_not_told(cause: Diagnostic, other: Diagnostic) -> None:
    assert first_causes([other, cause], lines_of) == [cause]


@pytest.mark.parametrize(
    ("cause", "other"),
    [
        (UNCLOSED, found("question-hint", 9, file="q.md")),
        (UNCLOSED, found("example-unloaded", 1, file="other.py")),
        (NESTED, found("number", 9, "b")),
        (NESTED, found("question-hint", 9)),
        (found("stale", 2, "a"), found("number", 9, "a")),
        (found("number", 9), found("test-tier", 1)),
        (found("page-title", 1), found("test-tier", 1)),
        (found("test-pool", 1), found("test-tier", 1)),
        (found("practice-size", 1), found("practice-level", 1)),
        (found("practice-part", 1), found("practice-level", 1)),
        (found("example-docstring", 1), found("example-unloaded", 1)),
        (found("question-hint", 9), found("question-mark", 9)),
        (MISSING, found("example-unloaded", 1, file="examples/y.py")),
    ],
)
def test_what_does_not_follow_is_told(cause: Diagnostic, other: Diagnostic) -> None:
    assert set(first_causes([other, cause], lines_of)) == {cause, other}


def test_they_are_sorted_by_line_and_by_number_and_counted() -> None:
    stale = [found("stale", 2, "one", message=f"row {number} is new") for number in (10, 9, 100)]
    others = [found("number", line) for line in (10, 9)]
    assert [str(each) for each in first_causes([*others, *stale], lines_of)] == [
        "2: row 9 is new; and 2 more of this cell [trueloss.stale]",
        "9: it is wrong [trueloss.number]",
        "10: it is wrong [trueloss.number]",
    ]


def test_others_say_the_same_once() -> None:
    said = [Diagnostic("header", line, "no title", "p.md", "myst") for line in (6, 1)]
    assert [each.line for each in first_causes(said, lines_of)] == [1]
