"""What looks at a commit is what `nox -s lint` runs: the same tools, on the same files."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import yaml

from tests.published import ROOT

#: The files that a tool looks at below a folder; all of them without an entry.
SUFFIXES = {
    "ruff check": ".py",
    "ruff format": ".py",
    "format": ".md",
    "mypy": ".py",
    "lint-imports": ".py",
}


def tool_of(command: list[str]) -> str:
    """Return what a command runs, without where it is installed."""
    words = [Path(word).name for word in command]
    for name in ("tsc", "zizmor", "mypy", "lint-imports", "codespell"):
        if name in words:
            return name
    if "ruff" in words:
        return " ".join(words[words.index("ruff") :][:2])
    if "trueloss" in words:
        return "format"
    return f"check-jsonschema {words[words.index('--builtin-schema') + 1]}"


def linted(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Return the command of each tool that the session runs, in the repository."""
    nox: Any = ModuleType("nox")
    nox.options = SimpleNamespace()
    nox.Session = object
    nox.session = lambda function=None, **_: function or (lambda decorated: decorated)
    monkeypatch.setitem(sys.modules, "nox", nox)
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {"__file__": str(ROOT / "noxfile.py")}
    exec((ROOT / "noxfile.py").read_text(encoding="utf-8"), names)
    commands: list[list[str]] = []
    session = SimpleNamespace(
        posargs=[],
        install=lambda *_, **__: None,
        run=lambda *command, **_: commands.append(list(command)),
    )
    names["lint"](session)
    return {tool_of(command): command for command in commands if command[:2] != ["npm", "ci"]}


def files_of(tool: str, command: list[str], tracked: list[str]) -> set[str]:
    """Return the files that a command of the session looks at."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if tool == "tsc":
        return {name for name in tracked if re.fullmatch(r"conf/trueloss/static/[^/]+\.js", name)}
    places = {
        "mypy": settings["tool"]["mypy"]["files"],
        "lint-imports": [f"conf/{settings['tool']['importlinter']['root_package']}"],
    }.get(tool, command[1:])
    below = {
        name
        for name in tracked
        for place in places
        if place == "." or name == place or name.startswith(f"{place}/")
    }
    return {name for name in below if name.endswith(SUFFIXES.get(tool, ""))}


@pytest.fixture
def hooks() -> dict[str, dict[str, Any]]:
    read = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    return {tool_of(hook["entry"].split()): hook for hook in read["repos"][0]["hooks"]}


def test_a_commit_meets_the_tools_of_the_session(
    hooks: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hooks.keys() == linted(monkeypatch).keys()


def test_each_tool_looks_at_the_same_files(
    hooks: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    tracked = listed.stdout.splitlines()
    for tool, command in linted(monkeypatch).items():
        hook = hooks[tool]
        wanted = hook.get("files", "")
        found = {name for name in tracked if re.search(wanted, name)}
        if "python" in hook.get("types_or", []):
            found = {name for name in found if name.endswith(".py")}
        assert found == files_of(tool, command, tracked), tool
        assert found, tool
