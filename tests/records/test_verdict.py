"""How a verdict is told: as JSON, as Markdown, as a table."""

import json
import math

import pytest

from trueloss.records.compare import Change
from trueloss.records.verdict import Verdict, short


def test_an_infinite_difference_is_null_in_json():
    found = Verdict([Change("a", 1, "stdout", "0.0", "1e-9", math.inf)])
    (entry,) = json.loads(found.as_json())["changed"]
    assert entry["relative"] is None
    assert not found.holds


def test_the_issue_shows_any_text_in_a_table():
    found = Verdict([], [Change("a", 1, "stdout", "a|b\n`c`", "x" * 99)])
    (row,) = (line for line in found.as_markdown().splitlines() if line.startswith("| a"))
    assert row == f"| a | 1 | stdout | `a\\|b ⏎ 'c'` | `{'x' * 43}…` |  |"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("one ", "one", ("'one '", "'one'")),
        ("a\xa0b", "a b", (r"'a\xa0b'", "'a b'")),
        ("\xe9", "e\u0301", (r"'\xe9'", r"'e\u0301'")),
        ("a\u200bb", "ab", (r"a\u200bb", "ab")),
        ("\x1b]8;;x\x07", "x", (r"\x1b]8;;x\x07", "x")),
        ("one\n\ntwo", "one\ntwo", ("one ⏎  ⏎ two", "one ⏎ two")),
        ("2026-11-25", "2026-11-25", ("2026-11-25", "2026-11-25")),
    ],
)
def test_a_report_shows_what_cannot_be_seen(old: str, new: str, shown: tuple[str, str]):
    assert short(old, new) == shown


def test_a_long_line_is_shown_from_where_it_changed():
    numbers = [str(number) for number in range(100, 140)]
    old = f"loss 1..40: {' '.join(numbers)}"
    change = Change("a", 1, "a value", old, old.replace("130", "230"))
    row = Verdict(changed=[change]).as_table().splitlines()[-1]
    assert "loss 1..40: 100 101 1…130 131 132 133 134 1…" in row
    assert "loss 1..40: 100 101 1…230 131 132 133 134 1…" in row
