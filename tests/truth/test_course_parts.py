"""The list of the course's parts, on plain data."""

from trueloss.truth.course_parts import Item, Part, part_diagnostics, read_parts

LINES = ["The loop", "- training", "- Learning-rate schedules", "", "The data", "  - Augmentation"]


def messages(lines: list[str], lessons: list[str]) -> list[str]:
    parts = read_parts(enumerate(lines, start=1))
    return [
        f"{diagnostic.line}: {diagnostic.message}"
        for diagnostic in part_diagnostics(9, parts, lessons)
    ]


def test_parts_are_read_with_their_lines() -> None:
    assert read_parts(enumerate(LINES, start=5)) == [
        Part(5, "The loop", (Item(6, "training"), Item(7, "Learning-rate schedules"))),
        Part(9, "The data", (Item(10, "Augmentation"),)),
    ]


def test_a_good_list_has_no_fault() -> None:
    assert messages(LINES, ["training"]) == []


def test_a_lesson_that_is_in_no_part_is_named() -> None:
    (message,) = messages(LINES, ["training", "regularization"])
    assert message.startswith("9: the lesson 'regularization' is in no part; add - regularization")


def test_a_lesson_that_does_not_exist_is_named_with_those_that_do() -> None:
    (message,) = messages([*LINES, "- augmentation"], ["training"])
    assert message.startswith("7: there is no lesson 'augmentation'; use one of training; for one")


def test_a_lesson_stands_once_and_in_a_part() -> None:
    twice, first = messages(["- training", "The loop", "- training"], ["training"])[::-1]
    assert first.startswith("1: 'training' belongs to no part")
    assert twice.startswith("3: 'training' is listed twice")


def test_what_a_lesson_needs_stands_after_a_colon_and_above_it() -> None:
    lines = ["The loop", "- training", "- optimizers: training, nothing", "- Adam: a start"]
    (part,) = read_parts(enumerate(lines, start=1))
    assert part.items[1:] == (
        Item(3, "optimizers", ("training", "nothing")),
        Item(4, "Adam: a start"),
    )
    (message,) = messages(lines, ["training", "optimizers"])
    assert message == (
        "3: 'optimizers' needs 'nothing', which is no lesson above it on the map; use one of "
        "training, or move what is needed up"
    )


def test_no_lesson_needs_itself_or_a_later_one() -> None:
    lines = ["The loop", "- optimizers: training, optimizers", "- training"]
    assert len(messages(lines, ["training", "optimizers"])) == 2


def test_an_empty_list_is_refused() -> None:
    (message,) = messages([], ["training"])
    assert message.startswith("9: the course map lists nothing")
