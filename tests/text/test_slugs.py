"""Names that can stand in an address as they are."""

import pytest

from trueloss.text.slugs import SLUG, second_uses


@pytest.mark.parametrize("name", ["a", "training", "relu-6", "6-relus", "a-b-c"])
def test_a_slug(name: str) -> None:
    assert SLUG.fullmatch(name)


@pytest.mark.parametrize("name", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "é", "a\n"])
def test_no_slug(name: str) -> None:
    assert not SLUG.fullmatch(name)


def test_each_second_use_is_told_with_the_first() -> None:
    named = [("a", 1), ("b", 2), (None, 3), ("a", 4), (None, 5), ("a", 6)]
    assert list(second_uses(named)) == [("a", 1, 4), ("a", 1, 6)]
