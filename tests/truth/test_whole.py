"""What a whole lesson has, and what it may leave out."""

from typing import Any

import pytest

from trueloss.truth.whole import left_out_diagnostics, whole_diagnostics

ASKED = {"cards": 10, "tasks": 5, "pictures": 1, "recaps": 1, "minutes": 15}
WHOLE = {"cards": 10, "tasks": 5, "pictures": 1, "recaps": 1, "minutes": 15}


def test_a_whole_lesson_lacks_nothing() -> None:
    assert list(whole_diagnostics(WHOLE, ASKED, [], {})) == []


@pytest.mark.parametrize(
    ("has", "missing", "says"),
    [
        ({"cards": 8}, [], "has cards: 8, and a whole one at least 10; write more"),
        ({"tasks": 3}, [], "has tasks: 3, and a whole one at least 5; write more"),
        ({"pictures": 0}, [], "has pictures: 0"),
        ({"recaps": 0}, [], "a section called Recap"),
        ({"minutes": 16}, [], "has minutes: 16, and a whole one at most 15; shorten"),
        ({}, ["recall", "test"], "has no recall.md, test.md"),
    ],
)
def test_what_it_lacks_is_told_unless_it_is_left_out(
    has: dict[str, int], missing: list[str], says: str
) -> None:
    (told,) = whole_diagnostics({**WHOLE, **has}, ASKED, missing, {})
    assert says in told.message
    left_out = dict.fromkeys([*has, *missing], "the topic is small")
    assert list(whole_diagnostics({**WHOLE, **has}, ASKED, missing, left_out)) == []


def test_another_course_asks_for_nothing() -> None:
    assert list(whole_diagnostics({}, {}, [], {})) == []


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("test", "leaves_out is 'test'; write leaves_out: {cards: the reason}"),
        ({"card": "small"}, "'card', which no lesson has; write cards, or another of test"),
        ({"cards": " "}, "no reason for cards"),
        ({"cards": 3}, "no reason for cards"),
    ],
)
def test_what_is_left_out_is_known_and_has_a_reason(given: Any, says: str) -> None:
    (told,) = left_out_diagnostics(given, ["cards", "test"])
    assert says in told.message
