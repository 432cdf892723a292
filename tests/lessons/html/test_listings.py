"""Captions of the navigation."""

from trueloss.lessons.html.listings import with_level


def test_a_caption_says_of_which_level_it_is() -> None:
    tree = '<p class="caption" role="heading"><span>Lessons</span></p>'
    once = with_level(tree)
    assert once == '<p class="caption" role="heading" aria-level="2"><span>Lessons</span></p>'
    assert with_level(once) == once
