"""Which modes a lesson has, and how long they take."""

import pytest

from tests.published import MODES
from trueloss.lessons.course.modes import Effort, lesson_of, mode_of, modes_of


def test_modes_come_in_their_order() -> None:
    pages = ["lessons/a/test", "lessons/a/index", "lessons/b/why", "lessons/a/challenge"]
    names = [mode.name for mode in modes_of("lessons/a", pages, MODES)]
    assert names == ["Learn", "Challenge", "Test"]


def test_there_are_ten_modes() -> None:
    assert len({mode.page for mode in MODES}) == 10


@pytest.mark.parametrize(
    ("page", "lesson"),
    [
        ("lessons/a/index", "lessons/a"),
        ("lessons/a/deep-dive", "lessons/a"),
        ("lessons/a/notes", None),
        ("lessons/index", None),
        ("index", None),
        ("decisions/index", None),
    ],
)
def test_a_page_belongs_to_a_lesson_where_it_is_a_mode(page: str, lesson: str | None) -> None:
    assert lesson_of(page, MODES) == lesson


@pytest.mark.parametrize(
    ("effort", "minutes"),
    [
        (Effort(), 1),
        (Effort(words=200), 1),
        (Effort(words=201), 2),
        (Effort(words=400, cells=3), 3),
        (Effort(question_seconds=300), 5),
    ],
)
def test_minutes_are_counted_and_rounded_up(effort: Effort, minutes: int) -> None:
    assert effort.minutes == minutes


@pytest.mark.parametrize(
    ("page", "attempts"),
    [
        ("lessons/a/challenge", 2),
        ("lessons/a/try", 3),
        ("lessons/a/index", None),
        ("lessons/a/test", None),
    ],
)
def test_a_mode_says_how_often_a_question_may_be_answered(page: str, attempts: int | None) -> None:
    mode = mode_of(page, MODES)
    assert mode is not None
    assert mode.attempts == attempts


def test_a_page_outside_the_lessons_is_no_mode() -> None:
    assert mode_of("decisions/test", MODES) is None


@pytest.mark.parametrize(
    ("count", "pool", "minutes"), [(10, 20, 10), (10, 10, 20), (10, 5, 20), (10, 0, 20)]
)
def test_what_is_not_drawn_takes_no_time(count: int, pool: int, minutes: int) -> None:
    assert Effort(question_seconds=1200).drawn(count, pool).minutes == minutes
