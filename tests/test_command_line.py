"""One command line: it finds the repository by itself, and each command comes alone."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.published import ROOT
from trueloss.commands import COMMANDS
from trueloss.repository import PACKAGE, NoRepositoryError, find_root


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "importtime", "-m", "trueloss", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_repository_is_found_from_each_of_its_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in (ROOT, ROOT / "docs" / "contributing", ROOT / "conf" / "trueloss"):
        monkeypatch.chdir(folder)
        assert find_root() == ROOT


def test_outside_a_repository_it_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoRepositoryError, match=r"there is no conf/conf\.py in .* or above it"):
        find_root()
    ran = run("new", "A topic", folder=tmp_path)
    assert ran.returncode == 2
    assert f"there is no conf/conf.py in {tmp_path}" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_takes(command: str) -> None:
    ran = run(command, "--help")
    assert ran.returncode == 0, ran.stderr
    assert f"usage: trueloss {command} " in ran.stdout
    assert COMMANDS[command].partition(",")[0] in " ".join(ran.stdout.split())


def test_an_unknown_command_is_refused_and_all_are_listed() -> None:
    ran = run("publish")
    assert ran.returncode == 2
    assert "invalid choice: 'publish'" in ran.stderr
    assert all(f"\n  {command} " in run("--help").stdout for command in COMMANDS)


def test_what_looks_at_markdown_needs_no_sphinx() -> None:
    assert " sphinx" not in run("format", "README.md").stderr


def test_a_package_holds_every_file_that_the_repository_has_of_it(tmp_path: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--", "conf/trueloss", "pyproject.toml", "README.md", "LICENSE"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    for name in listed:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    build = "from setuptools.build_meta import build_wheel; build_wheel('.')"
    subprocess.run([sys.executable, "-c", build], cwd=tmp_path, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if name.startswith(f"{PACKAGE.name}/")}
    wanted = {name.removeprefix("conf/") for name in listed if name.startswith("conf/")}
    assert held == wanted
