"""Numbers exchanged for their neighbours and comparisons turned round: what is noticed."""

import pytest

from trueloss.mutation.sentences import exchanged, neighbours, turned_round
from trueloss.pages.labelled_cells import Cell
from trueloss.pages.ran_numbers import RanNumber, read_ran

PRINTED = """\
rate 0.05: loss 0.597, right 12 of 20
rate 0.1: loss 0.493, right 9 of 20
done
"""
CELLS = {"rates": Cell("rates", "", PRINTED, ran=True), "failed": Cell("failed", "", "", ran=False)}


@pytest.mark.parametrize(
    ("value", "beside"),
    [
        ("0.493", ["0.1", "9", "0.597"]),
        ("0.1", ["0.493", "0.05"]),
        ("12 of 20", ["9 of 20"]),
        ("20", ["12", "20", "9"]),
        ("done", []),
        ("7", []),
    ],
)
def test_neighbours(value: str, beside: list[str]) -> None:
    expected = [other for other in beside if other != value]
    assert neighbours(value, PRINTED) == expected


@pytest.mark.parametrize(
    ("role", "noticed"),
    [
        ("0.493 <rates: rate 0.1 loss>", {True}),
        ("49.3% <rates>", set()),
        ("12 of 20 <rates: rate 0.05 right>", {True}),
        ("0.493 <failed>", set()),
        ("0.493 <nowhere>", set()),
        ("0.493", set()),
    ],
)
def test_an_exchange_is_noticed_where_words_tie_the_number(role: str, noticed: set[bool]) -> None:
    assert {each.noticed for each in exchanged([read_ran(role)], CELLS)} == noticed


def test_an_exchange_is_not_noticed_where_nothing_asks_for_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("trueloss.mutation.sentences.line_diagnostics", lambda *_: [])
    assert {each.noticed for each in exchanged([read_ran("0.493 <rates>")], CELLS)} == {False}


def ran(sentence: str) -> list[RanNumber]:
    return [read_ran("1 <a>", 3, sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It falls from {ran}`3 <a>` to {ran}`1 <a>`.", [("falls", "rises", True, True)]),
        ("The best of all: {ran}`3 <a>` and {ran}`1 <a>`.",
         [("best", "worst", False, False), ("all", "none", False, False)]),
        ("It falls to {ran}`1 <a>`.", []),
    ],
)  # fmt: skip
def test_comparisons_turned_round(sentence: str, found: list[tuple[str, str, bool, bool]]) -> None:
    changes = [
        (each.old, each.new, each.noticed, each.decidable) for each in turned_round(ran(sentence))
    ]
    assert changes == found
