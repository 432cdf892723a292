"""The rules for flip cards, on plain data."""

from dataclasses import replace

import pytest

from trueloss.pages.labelled_cells import Cell
from trueloss.truth.card_rules import Card, card_diagnostics

GOOD = Card(line=3, name="the-gradient", front="What is it?", back="Which way the loss rises.")
CELLS = {
    "loud": Cell("loud", "print(7)", "7\n", ran=True),
    "silent": Cell("silent", "x = 7", "", ran=True),
    "broken": Cell("broken", "1 / 0", "", ran=False),
}


def rules(card: Card) -> list[str]:
    return [diagnostic.rule for diagnostic in card_diagnostics(card, CELLS)]


def test_a_good_card_has_no_fault() -> None:
    assert rules(GOOD) == []
    assert rules(replace(GOOD, evidence="loud")) == []


@pytest.mark.parametrize(
    ("card", "rule"),
    [
        (replace(GOOD, front=""), "card-front"),
        (replace(GOOD, back=""), "card-back"),
        (replace(GOOD, name="The gradient"), "card-name"),
        (replace(GOOD, name=""), "card-name"),
        (replace(GOOD, evidence="lout"), "card-evidence"),
        (replace(GOOD, evidence="silent"), "card-evidence"),
    ],
)
def test_a_fault_is_found(card: Card, rule: str) -> None:
    assert rules(card) == [rule]


def test_a_cell_that_did_not_run_is_reported_elsewhere() -> None:
    assert rules(replace(GOOD, evidence="broken")) == []


def test_a_card_that_says_something_else_has_another_key() -> None:
    assert GOOD.key.startswith("card:the-gradient@")
    assert len(GOOD.key.rpartition("@")[2]) == 8
    for edited in (replace(GOOD, front="What?"), replace(GOOD, back="How steeply.")):
        assert edited.key != GOOD.key


def test_a_key_outlives_a_move_and_a_line_break() -> None:
    moved = replace(GOOD, line=99, back="Which way\nthe loss rises.", evidence="loud")
    assert moved.key == GOOD.key
