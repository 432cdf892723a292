"""Names that are borne more than once."""

from trueloss.text.unique_names import second_uses


def test_each_second_use_is_told_with_the_first() -> None:
    named = [("a", 1), ("b", 2), (None, 3), ("a", 4), (None, 5), ("a", 6)]
    assert list(second_uses(named)) == [("a", 1, 4), ("a", 1, 6)]
