"""Numbers in words."""

from trueloss.text.number_words import NUMBERS, ORDINALS


def test_words_stand_for_their_numbers() -> None:
    assert (NUMBERS["zero"], NUMBERS["one"], NUMBERS["twelve"], NUMBERS["hundred"]) == (
        0,
        1,
        12,
        100,
    )
    assert (ORDINALS["first"], ORDINALS["twelfth"], ORDINALS["twentieth"]) == (1, 12, 20)
