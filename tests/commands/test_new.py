"""A new lesson: what is written, and what is refused before anything is."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.published import MODES, ROOT
from trueloss.__main__ import main as command_line
from trueloss.commands.new import TEMPLATE, NewLessonError, Spot, main, new_lesson

PAGES = sorted(mode.page for mode in MODES)


def names(files: list[Path], suffix: str) -> list[str]:
    return [path.stem for path in files if path.suffix == suffix]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "conf").mkdir()
    shutil.copy(ROOT / "conf" / "conf.py", tmp_path / "conf")
    return tmp_path


def test_the_template_has_every_mode_and_uses_every_program(repository: Path) -> None:
    files = new_lesson(repository, "A topic")
    assert names(files, ".md") == PAGES == sorted(p.stem for p in (TEMPLATE / "docs").iterdir())
    assert names(files, ".py") == sorted(p.stem for p in (TEMPLATE / "examples").glob("*.py"))


def test_nothing_of_the_template_is_left(repository: Path) -> None:
    for path in new_lesson(repository, "A topic"):
        assert "template" not in path.read_text(encoding="utf-8").lower(), path


def test_a_smaller_lesson_has_the_programs_of_its_pages(repository: Path) -> None:
    files = new_lesson(repository, "A topic", ["experiment"])
    assert names(files, ".md") == ["experiment", "index"]
    assert {path.parent for path in files} == {
        repository / "docs/lessons/a-topic",
        repository / "examples/a-topic",
    }


def test_a_long_title_may_have_folders_of_a_short_name(repository: Path) -> None:
    files = new_lesson(repository, "How much does one step look at?", ["learn"], slug="batches")
    assert {path.parent.name for path in files} == {"batches"}
    assert "# How much does one step look at?" in files[0].read_text(encoding="utf-8")
    with pytest.raises(NewLessonError, match=r"'Two words' cannot name a folder; .* two-words$"):
        new_lesson(repository, "A topic", slug="Two words")


@pytest.mark.parametrize("mode", ["learn", "index"])
def test_modes_go_by_name_and_by_page(repository: Path, mode: str) -> None:
    assert names(new_lesson(repository, "A topic", [mode]), ".md") == ["index"]


@pytest.mark.parametrize("folder", ["docs/lessons/a-topic", "examples/a-topic"])
def test_a_name_that_exists_is_refused(repository: Path, folder: str) -> None:
    (repository / folder).mkdir(parents=True)
    with pytest.raises(NewLessonError, match=f"{folder} exists already"):
        new_lesson(repository, "A  topic")
    assert not list(repository.rglob("*.md"))


def test_a_mode_that_the_template_has_not_is_refused(repository: Path) -> None:
    modes = [{"page": page, "name": page, "offers": "more"} for page in ("index", "drill")]
    (repository / "conf" / "conf.py").write_text(f"trueloss_modes = {modes}\n")
    with pytest.raises(NewLessonError, match=r"the template has no page drill\.md"):
        new_lesson(repository, "A topic")
    assert not (repository / "docs").exists()


def test_the_map_of_the_course_lists_it(repository: Path) -> None:
    home = repository / "docs" / "index.md"
    home.parent.mkdir()
    home.write_text(
        "# Home\n\n```{course-map}\nThe loop\n- training\n- A topic\n- More\n```\n\nEnd.\n"
    )
    new_lesson(repository, "A topic", ["learn"])
    new_lesson(repository, "Another one", ["learn"])
    parts = "The loop\n- training\n- a-topic\n- More\n- another-one\n"
    assert home.read_text() == f"# Home\n\n```{{course-map}}\n{parts}```\n\nEnd.\n"


@pytest.mark.parametrize(
    ("spot", "parts"),
    [
        (Spot(), "One\n- a\n- B b\n\nTwo\n- c\n- new"),
        (Spot(after="a"), "One\n- a\n- new\n- B b\n\nTwo\n- c"),
        (Spot(after="b b"), "One\n- a\n- B b\n- new\n\nTwo\n- c"),
        (Spot(part="one"), "One\n- a\n- B b\n- new\n\nTwo\n- c"),
        (Spot(part="Two"), "One\n- a\n- B b\n\nTwo\n- c\n- new"),
    ],
)
def test_an_author_says_where_on_the_map(spot: Spot, parts: str) -> None:
    lines = ["One", "- a", "- B b", "", "Two", "- c"]
    assert spot.listed(lines, "new", "New") == parts.split("\n")
    planned = [*lines[:2], "- New", *lines[2:]]
    took_its_place = "One\n- a\n- new\n- B b\n\nTwo\n- c"
    wanted = took_its_place if spot == Spot() else parts
    assert spot.listed(planned, "new", "New") == wanted.split("\n")


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (
            ["--after", "trainings"],
            "the course map has no lesson 'trainings'; did you mean 'training'?",
        ),
        (["--part", "x"], "the course map has no part 'x'; use one of The loop, The data"),
    ],
)
def test_a_place_that_the_map_has_not_is_refused(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    option: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(repository)
    home = repository / "docs" / "index.md"
    home.parent.mkdir()
    home.write_text("```{course-map}\nThe loop\n- training\nThe data\n- Data\n```\n")
    assert command_line(["new", "A topic", *option]) == 2
    assert capsys.readouterr().err == f"{message}\n"
    assert [path.name for path in (repository / "docs").iterdir()] == ["index.md"]


@pytest.mark.parametrize("arguments", [[""], ["勉強"], ["A topic", "--modes", "learn,quiz"]])
def test_the_command_refuses_with_one_line(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    monkeypatch.chdir(repository)
    assert command_line(["new", *arguments]) == 2
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


def test_a_lesson_is_made_without_sphinx(repository: Path) -> None:
    program = "import sys\nsys.modules['sphinx'] = None\nfrom trueloss.__main__ import main\nmain()"
    command = [sys.executable, "-c", program, "new", "A topic"]
    subprocess.run(command, cwd=repository, check=True)
    assert (repository / "docs/lessons/a-topic/index.md").is_file()
