"""The path of a program that a cell or a task loads."""

from pathlib import Path

import pytest

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.loading import find_program


def find(root: Path, target: str) -> Path | Diagnostic:
    return find_program(target, root / "docs" / "page.md", 7, root, option="load")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "sum.py").write_text("print(7)\n")
    return tmp_path


def test_a_path_starts_at_the_folder_of_its_page(root: Path) -> None:
    assert find(root, "../examples/sum.py") == (root / "examples" / "sum.py").resolve()


@pytest.mark.parametrize(
    ("target", "rule", "message"),
    [
        ("", "load-missing", ":load: is empty; write the path of a program"),
        ("\0", "load-missing", ":load: '\\x00' is not a path"),
        ("../../sum.py", "load-outside", ":load: ../../sum.py leaves the repository"),
        ("/etc/hosts", "load-outside", ":load: /etc/hosts leaves the repository"),
        ("sum.py", "load-missing", ":load: sum.py is not a file (looked for docs/sum.py)"),
        ("../examples", "load-missing", ":load: ../examples is not a file (looked for examples)"),
    ],
)
def test_what_is_refused_and_where(root: Path, target: str, rule: str, message: str) -> None:
    diagnostic = find(root, target)
    assert isinstance(diagnostic, Diagnostic)
    assert (diagnostic.rule, diagnostic.line) == (rule, 7)
    assert diagnostic.message.startswith(message)


def test_a_link_out_of_the_repository_is_followed(root: Path) -> None:
    (root / "examples" / "link.py").symlink_to("/etc/hosts")
    diagnostic = find(root, "../examples/link.py")
    assert isinstance(diagnostic, Diagnostic)
    assert "leaves the repository" in diagnostic.message
