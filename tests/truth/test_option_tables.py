"""Tables of options in a program: each has the number that its text says."""

import pytest

from trueloss.text.python_source import parse
from trueloss.truth.option_tables import wrong_rows

OPTIONS = ["About 10% of them", "About 50% of them", "About 95% of them", "All"]


def wrong(source, options=OPTIONS):
    program = parse(source)
    assert program is not None
    return [*wrong_rows(program, options)]


@pytest.mark.parametrize(
    "table",
    [
        '{"About 10%": 0.10, "About 50%": 0.50, "About 95%": 0.95, "All": 1.0}',
        '{"About 10%": 10, "About 50%": 50, "About 95%": 95}',
        '{0.1: "About 10%", 0.5: "About 50%", 0.95: "About 95%"}',
        '{"About 10% of them": 0, "About 50% of them": 0, "About 95% of them": 0}',
        '{"About 10%": 0.1, "About 50%": 0.3, "About 95%": 0.7}',
        '{"About 10%": 0.1, "About 50%": share}',
        '{"10% here": 0.1, "50% here": 0.5, "95% here": 0.99}',
        '{**others, "About 10%": 0.1}',
    ],
)
def test_what_is_right_or_about_something_else(table):
    assert wrong(f"print(min({table}, key=len))") == []


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ('{"About 10%": 0.11, "About 50%": 0.50, "About 95%": 0.95}', ("About 10%", 0.11)),
        ('{"About 10%": 10, "About 50%": 50, "About 95%": 96}', ("About 95%", 96)),
        ('{0.1: "About 10%", 0.55: "About 50%", 0.95: "About 95%"}', ("About 50%", 0.55)),
    ],
)
def test_the_one_that_differs(table, row):
    assert wrong(f"CHOICES = {table}") == [row]


def test_signs_and_thousands():
    options = ["It falls by -0.5", "It rises by 0.5", "It rises by 1,000"]
    table = '{"It falls by -0.5": -0.5, "It rises by 0.5": 0.5, "It rises by 1,000": %s}'
    assert wrong(table % "1000", options) == []
    assert wrong(table % "1001", options) == [("It rises by 1,000", 1001)]


def test_a_direction_in_words_and_a_bound():
    options = ["It falls by 5 points", "It rises by less than 1 point", "It rises by 5 points"]
    table = '{"It falls by 5 points": %s, "It rises by less than 1 point": 0.4, "It rises by 5": 5}'
    assert wrong(table % "-5", options) == []
