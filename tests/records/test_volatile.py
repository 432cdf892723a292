"""Lines of output that cannot last."""

import datetime
import os

import pytest

from trueloss.records.outputs import CellRecord, Output, Record
from trueloss.records.volatile import volatile_lines, volatile_reason, written_out


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("<Line2D at 0x7f3b5c1d2e90>", "memory address"),
        ("10/10 - 0s 3ms/step - loss: 1.37", "a step took"),
        ("2026-11-21 22:09", None),
        ("Sat Nov 21 22:09:27 2026", None),
        ("saved to /tmp/x/model.keras", "absolute path"),
        ("'/home/me/course'", "absolute path"),
        (r"C:\Users\me", "absolute path"),
        (f"{os.__file__}", "absolute path"),
        ("today is 2026-01-02", "today's date"),
        ("today is 02 January 2026", "today's date"),
        ("today is 2 Jan 2026", "today's date"),
        ("Jan 2, 2026", "today's date"),
        ("datetime.date(2026, 1, 2)", "today's date"),
        ("12/01/2026, 1/2/20261, 1/22/2026", None),
        ("file:///tmp/x/model.keras", "absolute path"),
        ("loss 1.37, 0x10, 12:30", None),
        ("https://www.tensorflow.org/guide/usr/x", None),
        ("dense/kernel and/or a/tmp/b", None),
        ("the moon landing: 1969-07-20", None),
        ("ratio 3/4, 5 steps/s", None),
    ],
)
def test_what_cannot_last(line: str, reason: str | None):
    found = volatile_reason(line, written_out(datetime.date(2026, 1, 2)))
    assert (reason in found) if reason and found else found is reason


def test_each_line_that_cannot_last_is_named_with_its_cell() -> None:
    lines = "loss 1.37\n  <A at 0x7f3b5c1d2e90>\n2026-01-02\n"
    cells = (CellRecord("a", (Output("stdout", lines),)), CellRecord("b", ()))
    found = list(volatile_lines(Record("page", cells), datetime.date(2026, 1, 2)))
    assert [(cell, line) for cell, line, _ in found] == [
        ("a", "<A at 0x7f3b5c1d2e90>"),
        ("a", "2026-01-02"),
    ]
