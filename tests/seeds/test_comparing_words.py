"""Which words say that one number is more than another, and which allow a tie."""

import pytest

from trueloss.seeds.comparing_words import EXTREME, SUPERLATIVE, is_strict


@pytest.mark.parametrize(
    ("text", "strict"),
    [
        ("The second is better.", True),
        ("The best of the three.", True),
        ("It is first to get there.", True),
        ("At most as good.", False),
        ("It takes no more than ten.", False),
        ("They are alike.", False),
        ("A forest of trees.", False),
    ],
)
def test_a_tie_refutes_what_says_that_one_is_more(text: str, strict: bool) -> None:
    assert is_strict(text) is strict


def test_a_superlative_may_say_at_which_end_it_stands() -> None:
    found = EXTREME.search("the lowest of them")
    assert found
    assert (found["least"], found["greatest"]) == ("lowest", None)
    assert not EXTREME.search("the steepest of them")
    assert SUPERLATIVE.search("the steepest of them")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tallest bar.", True),
        ("The best of them.", True),
        ("None of the others is missed as much.", True),
        ("No other learns more.", True),
        ("None of the others is here.", False),
        ("The rest of the test forest is of interest.", False),
    ],
)
def test_what_is_told_of_one_among_several(text: str, found: bool) -> None:
    assert bool(SUPERLATIVE.search(text)) is found
