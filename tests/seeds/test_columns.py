"""Columns of numbers in an output: which belong together, and what stood in them."""

from tests.seeds.test_unsettled import OBSERVED, PRINTED
from trueloss.seeds.claims import Place
from trueloss.seeds.columns import columns_of, rows_of

NETS = ["wide nets: 0.8", "narrow nets: 0.6"]


def test_numbers_after_the_same_word_are_a_column() -> None:
    (column,) = columns_of("scores", PRINTED["scores"].splitlines())
    places, values = column
    assert [place.line for place in places] == [1, 2, 4]
    assert values == [0.8, 0.6, -0.3]


def test_one_number_is_no_column() -> None:
    assert [*columns_of("kernel", ["+0.5 and 3 more"])] == []


def test_a_column_has_a_row_for_each_run_and_what_never_changed_in_all() -> None:
    places = [Place("scores", 1, 1), Place("scores", 2, 1)]
    rows = rows_of(places, NETS, OBSERVED)
    assert rows == [(0.5, 0.6), (0.4, 0.6), (0.8, 0.6), (0.9, 0.6), (0.8, 0.6)]
