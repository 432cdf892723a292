"""What of an output other seeds change: an order, a word, a sign, a small count."""

import pytest

from tests.seeds.test_unsettled import OBSERVED, PRINTED
from trueloss.seeds.unsteady import ORDER, Unsteady, unsteady


def found(label: str) -> dict[str, Unsteady]:
    return {each.what: each for each in unsteady(label, PRINTED[label], OBSERVED)}


def test_an_order_a_sign_and_a_small_count() -> None:
    scores = found("scores")
    assert scores.keys() == {ORDER, "another sign", "another count"}
    assert scores[ORDER].shown == "wide nets: 0.8; narrow nets: 0.6"
    assert scores[ORDER].instead == "wide nets: 0.5; narrow nets: 0.6"
    assert (scores[ORDER].count, scores["another sign"].count) == (2, 2)
    assert scores["another count"].instead == "calls in vain: 3"


def test_a_word() -> None:
    assert found("root")["other words"].instead == "asked first: hue"


@pytest.mark.parametrize(
    ("said", "told"),
    [({"wid"}, True), ({"wid", "narrow"}, True), ({"net"}, False), ({"calls"}, False)],
)
def test_a_sentence_tells_of_it_by_the_stems_of_its_lines(said: set[str], told: bool) -> None:
    assert found("scores")[ORDER].is_told_by(said) is told
