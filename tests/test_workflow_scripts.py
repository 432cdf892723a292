"""The shell of the workflows, run by bash with a `gh` and a `nox` that note what is asked."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.published import ROOT
from tests.test_workflows import steps

GH = f"""#!{sys.executable}
import json, os, sys

with open("calls", "a") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["OPEN"])
    sys.exit(int(os.environ["STATUS"]))
"""
LOOK = [
    *("issue", "list", "--state", "open", "--label", "canary", "--limit", "1"),
    *("--json", "number", "--jq", ".[].number"),
]
CLOSE = ["issue", "close", "7", "--comment", "Clean again: https://example.org/runs/1"]
UPDATE = ["issue", "edit", "7", "--body-file", "canary.md"]
LABEL = [
    *("label", "create", "canary", "--force"),
    *("--description", "Found by the weekly run with the newest packages"),
]
CREATE = [
    *("issue", "create", "--title", "The newest packages change what pages say"),
    *("--label", "canary", "--body-file", "canary.md"),
]


def step_with(workflow: str, command: str) -> dict[str, Any]:
    """Return the one step of a workflow whose script has a command in it."""
    path = ROOT / ".github" / "workflows" / f"{workflow}.yml"
    (step,) = [step for step in steps(path) if command in step.get("run", "")]
    return step


def run(step: dict[str, Any], folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as the host does; ``given`` is what the host knows."""
    known = {name: value for name, value in step["env"].items() if "${{" not in value}
    assert step["env"].keys() <= known.keys() | given.keys()
    flags = ["--noprofile", "--norc", "-eo", "pipefail"] if step.get("shell") == "bash" else ["-e"]
    return subprocess.run(
        ["bash", *flags, "-c", step["run"]],
        cwd=folder,
        env={"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder)} | known | given,
        capture_output=True,
        text=True,
        check=False,
    )


def program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def report(folder: Path, *, found: str, number: str, status: int = 0) -> tuple[int, list[Any]]:
    """Let the canary report; return the exit code, and what was asked of `gh`."""
    program(folder / "gh", GH)
    host = {"GH_REPO": "owner/name", "GH_TOKEN": "token", "RUN": "https://example.org/runs/1"}
    asked = {"FOUND": found, "OPEN": number, "STATUS": str(status)}
    ran = run(step_with("canary", "gh issue"), folder, **host, **asked)
    calls = (folder / "calls").read_text(encoding="utf-8").splitlines()
    return ran.returncode, [json.loads(call) for call in calls]


@pytest.mark.parametrize(
    ("found", "number", "calls"),
    [
        ("failure", "", [LABEL, CREATE]),
        ("failure", "7", [UPDATE]),
        ("success", "7", [CLOSE]),
        ("success", "", []),
    ],
    ids=["files an issue", "updates it", "closes it when clean", "says nothing when clean"],
)
def test_the_canary(tmp_path: Path, found: str, number: str, calls: list[Any]) -> None:
    assert report(tmp_path, found=found, number=number) == (0, [LOOK, *calls])


def test_the_canary_files_no_second_issue_where_it_cannot_look_for_the_first(
    tmp_path: Path,
) -> None:
    assert report(tmp_path, found="failure", number="", status=4) == (4, [LOOK])


def git(*arguments: str) -> list[str]:
    command = ["git", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def test_the_branch_of_notebooks_is_replaced_and_no_other(tmp_path: Path) -> None:
    repository, settings = tmp_path / "name.git", tmp_path / "settings"
    git("init", "--quiet", "--bare", str(repository))
    host = {"GITHUB_SERVER_URL": "https://example.org", "GITHUB_REPOSITORY": "owner/name"}
    address = "https://x-access-token:secret@example.org/owner/name"
    settings.write_text(f'[url "{repository.as_uri()}"]\n\tinsteadOf = {address}\n')
    step = step_with("publish", "git push")
    for commit, name in [("aaa", "lessons/training/why"), ("bbb", "lessons/loss/index")]:
        folder = tmp_path / commit / step["working-directory"]
        (folder / name).parent.mkdir(parents=True)
        (folder / f"{name}.ipynb").write_text("{}", encoding="utf-8")
        given = host | {"GITHUB_SHA": commit, "TOKEN": "secret", "GIT_CONFIG_GLOBAL": str(settings)}
        ran = run(step, folder, **given)
        assert ran.returncode == 0, ran.stderr
        there = ("--git-dir", str(repository))
        assert git(*there, "branch", "--format", "%(refname:short)") == ["notebooks"]
        assert git(*there, "log", "--format=%s", "notebooks") == [f"Notebooks of {commit}"]
        held = git(*there, "ls-tree", "-r", "--name-only", "notebooks")
        assert held == [f"{name}.ipynb"]


@pytest.mark.parametrize("status", [0, 3])
def test_a_night_shows_its_table_and_fails_with_its_session(tmp_path: Path, status: int) -> None:
    program(tmp_path / ".venv/bin/nox", f'#!/bin/sh\necho "$*: a table"\nexit {status}\n')
    ran = run(step_with("nightly", "nox -s"), tmp_path, SESSION="bench", ARGUMENTS="")
    assert ran.returncode == status
    assert (tmp_path / "build/bench.txt").read_text(encoding="utf-8") == "-s bench: a table\n"
    summary = tmp_path / "summary"
    shown = step_with("nightly", "GITHUB_STEP_SUMMARY")
    given = {"SESSION": "bench", "GITHUB_STEP_SUMMARY": str(summary)}
    assert run(shown, tmp_path, **given).returncode == 0
    assert summary.read_text(encoding="utf-8") == "```\n-s bench: a table\n```\n"
