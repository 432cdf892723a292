"""What is said of lines that no test runs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import uncovered
from tests.uncovered import (
    NAMED,
    ROOT,
    Line,
    as_entries,
    lines_not_run,
    named_in_vain,
    not_named,
    read_named,
)

LIST = """\
whole = true

[[lines]]
path = "a.py"
reason = "no test can"
text = ["return 1", "raise"]

[[lines]]
path = "a.py"
reason = "nor this"
text = ["pass"]

[[lines]]
path = "b.py"
reason = "another process"
"""
MISSING = [Line("a.py", "return 1", 3), Line("a.py", "pass", 4), Line("b.py", "x = 1", 1)]


def test_a_line_is_named_by_its_text_wherever_it_stands() -> None:
    named = read_named(LIST)
    more = [Line("a.py", "pass", 40), Line("a.py", "return 2", 5), Line("c.py", "pass", 1)]
    assert not_named([*MISSING, *more], named) == more[1:]


def test_what_lacks_is_printed_as_entries_that_lack_a_reason() -> None:
    quoted = Line("b.py", 'raise ValueError(f"no \\t {x}")', 2)
    printed = as_entries([*MISSING, quoted])
    with pytest.raises(ValueError, match="has no reason"):
        read_named(f"whole = true\n{printed}")
    reasoned = read_named("whole = true\n" + printed.replace('reason = ""', 'reason = "so"'))
    assert reasoned.texts == {"a.py": {"return 1", "pass"}, "b.py": {"x = 1", quoted.text}}


def test_a_line_that_is_run_now_is_named_in_vain() -> None:
    assert named_in_vain(MISSING, read_named(LIST)) == [("a.py", "raise")]


def test_every_entry_has_a_reason() -> None:
    with pytest.raises(ValueError, match=r"an entry of a\.py has no reason"):
        read_named(LIST.replace("no test can", ""))


def test_the_lines_that_a_program_does_not_reach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program.py"
    program.write_text("def half(x):\n    if x:\n        return x / 2\n    return 0\n\nhalf(1)\n")
    command = [sys.executable, "-m", "coverage", "run", "program.py"]
    subprocess.run(command, cwd=tmp_path, check=True, env={"PYTHONSAFEPATH": ""})
    monkeypatch.setattr(uncovered, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text("")
    assert list(lines_not_run(tmp_path / ".coverage")) == [Line("program.py", "return 0", 4)]


def test_what_is_named_is_there() -> None:
    for path, texts in read_named(NAMED.read_text(encoding="utf-8")).texts.items():
        lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
        assert (texts or set()) <= {line.strip() for line in lines}, path


@pytest.mark.parametrize(("whole", "code"), [("true", 1), ("false", 0)])
def test_a_list_that_is_not_whole_fails_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: str, code: int
) -> None:
    path = tmp_path / "named.toml"
    path.write_text(LIST.replace("true", whole))
    monkeypatch.setattr(uncovered, "NAMED", path)
    monkeypatch.setattr(uncovered, "lines_not_run", lambda: iter(MISSING))
    assert uncovered.main() == code
