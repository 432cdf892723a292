"""The figures of a course: their shape for other programs, their table, and their targets."""

import pytest

from bench.course import CourseFigures, Took, as_table, course_figures

STEPS = ("clean", "nothing", "sentence", "program", "lesson", "check", "stale", "serve", "edit")
WEIGHTS = ("home", "progress", "evidence", "learn", "search", "frame")


def figures(lessons, cpu=1.0, kilobytes=20.0):
    return CourseFigures(
        lessons,
        lessons * 10,
        dict.fromkeys(STEPS, Took(cpu, 2 * cpu)),
        dict.fromkeys(WEIGHTS, kilobytes),
        512.4,
    )


def test_the_shape_that_others_read():
    content = figures(2).as_json()
    assert list(content) == ["lessons", "pages", "seconds", "kilobytes", "memory_mb"]
    assert content["seconds"]["clean"] == {"cpu": 1.0, "wall": 2.0}
    assert (content["pages"], content["memory_mb"]) == (20, 512)


def test_the_table_has_a_column_for_each_size():
    table = as_table([figures(2), figures(50, 3.0)])
    assert " ".join(table.splitlines()[0].split()) == "CPU seconds (seconds) 2 lessons 50 lessons"
    assert "   clean" in table
    assert "3.0 (6.0)" in table


@pytest.mark.parametrize(
    ("large", "missed"),
    [
        (figures(50), set()),
        (figures(50, 6.0), {"CPU seconds, nothing"}),
        (figures(50, 200.0), {f"CPU seconds, {each}" for each in ("nothing", "sentence", "lesson")}
         | {"CPU seconds a page, clean"}),
        (figures(50, kilobytes=23.0), {"KB by which a page's frame differs"}),
    ],
)  # fmt: skip
def test_what_is_promised_of_fifty_lessons(large, missed):
    found = course_figures([figures(14), large])
    assert {each.what for each in found if each.target.excess(each.value) > 0} == missed
