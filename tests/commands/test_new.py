"""A new lesson: what is written, and what is refused before anything is."""

from pathlib import Path

import pytest

from trueloss.commands.new import TEMPLATE, NewLessonError, main, new_lesson
from trueloss.lessons.course.modes import MODES

PAGES = sorted(mode.page for mode in MODES)


def names(files: list[Path], suffix: str) -> list[str]:
    return [path.stem for path in files if path.suffix == suffix]


def test_the_template_has_every_mode_and_uses_every_program(tmp_path: Path) -> None:
    files = new_lesson(tmp_path, "A topic")
    assert names(files, ".md") == PAGES == sorted(p.stem for p in (TEMPLATE / "docs").iterdir())
    assert names(files, ".py") == sorted(p.stem for p in (TEMPLATE / "examples").glob("*.py"))


def test_nothing_of_the_template_is_left(tmp_path: Path) -> None:
    for path in new_lesson(tmp_path, "A topic"):
        assert "template" not in path.read_text(encoding="utf-8").lower(), path


def test_a_smaller_lesson_has_the_programs_of_its_pages(tmp_path: Path) -> None:
    files = new_lesson(tmp_path, "A topic", ["experiment"])
    assert names(files, ".md") == ["experiment", "index"]
    assert {path.parent for path in files} == {
        tmp_path / "docs/lessons/a-topic",
        tmp_path / "examples/a-topic",
    }


@pytest.mark.parametrize("mode", ["learn", "index"])
def test_modes_go_by_name_and_by_page(tmp_path: Path, mode: str) -> None:
    assert names(new_lesson(tmp_path, "A topic", [mode]), ".md") == ["index"]


@pytest.mark.parametrize("folder", ["docs/lessons/a-topic", "examples/a-topic"])
def test_a_name_that_exists_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    with pytest.raises(NewLessonError, match=f"{folder} exists already"):
        new_lesson(tmp_path, "A  topic")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_map_of_the_course_lists_it(tmp_path: Path) -> None:
    home = tmp_path / "docs" / "index.md"
    home.parent.mkdir()
    home.write_text(
        "# Home\n\n```{course-map}\nThe loop\n- training\n- A topic\n- More\n```\n\nEnd.\n"
    )
    new_lesson(tmp_path, "A topic", ["learn"])
    new_lesson(tmp_path, "Another one", ["learn"])
    parts = "The loop\n- training\n- a-topic\n- More\n- another-one\n"
    assert home.read_text() == f"# Home\n\n```{{course-map}}\n{parts}```\n\nEnd.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "conf.py").touch()
    return tmp_path


@pytest.mark.parametrize("arguments", [[""], ["勉強"], ["A topic", "--modes", "learn,quiz"]])
def test_the_command_refuses_with_one_line(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    monkeypatch.chdir(repository)
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert [path.name for path in repository.iterdir()] == ["conf"]


def test_the_command_says_what_to_do_next(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    assert main(["A", "topic", "--modes", "learn, challenge"]) == 0
    said = capsys.readouterr().out
    assert "wrote docs/lessons/a-topic/challenge.md\n" in said
    assert "nox -s check -- docs/lessons/a-topic`" in said
