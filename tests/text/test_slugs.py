"""Names that can stand in an address as they are."""

import pytest

from trueloss.text.slugs import SLUG


@pytest.mark.parametrize("name", ["a", "training", "relu-6", "6-relus", "a-b-c"])
def test_a_slug(name: str) -> None:
    assert SLUG.fullmatch(name)


@pytest.mark.parametrize("name", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "é", "a\n"])
def test_no_slug(name: str) -> None:
    assert not SLUG.fullmatch(name)
