"""What holds of every workflow, beyond what zizmor and the schema look at."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.html_pages import EVERY_PAGE
from tests.published import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FILES = [*WORKFLOWS, *sorted((ROOT / ".github" / "actions").glob("*/action.yml"))]
#: What runs the code of a pull request, directly or because another workflow calls it.
CONTRIBUTED = {"checks.yml", "pull-request.yml", "systems.yml"}


def content(path: Path) -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def steps(path: Path) -> list[dict[str, Any]]:
    jobs = content(path).get("jobs") or {"action": content(path).get("runs")}
    return [step for job in jobs.values() for step in job.get("steps", [])]


def sessions() -> set[str]:
    source = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    return set(re.findall(r"@nox\.session[^\n]*\ndef (\w+)", source))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_given_to_jobs_alone(path: Path) -> None:
    assert content(path)["permissions"] == {}
    assert all("permissions" in job for job in content(path)["jobs"].values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit_with_their_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    for action in used:
        pinned = re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
        assert action.startswith("$/") or pinned, action


def test_an_action_has_one_version() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in FILES)
    pins = set(re.findall(r"uses: (actions/[a-z-]+)\S*(@.+)", texts))
    assert len({action for action, _ in pins}) == len(pins)


def test_a_checkout_keeps_no_credentials() -> None:
    used = [step for path in FILES for step in steps(path)]
    checkouts = [step for step in used if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) > 1
    assert {step["with"]["persist-credentials"] for step in checkouts} == {False}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_contributed_code_meets_no_secret_and_no_right_to_write(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    if path.name in CONTRIBUTED:
        assert "github.token" not in text
        for job in content(path)["jobs"].values():
            assert set(job["permissions"].values()) <= {"read"}


def test_what_holds_a_token_runs_no_code_of_the_repository() -> None:
    jobs = [job for path in WORKFLOWS for job in content(path)["jobs"].values()]
    trusted = [job for job in jobs if "write" in job["permissions"].values()]
    assert trusted
    used = [step.get("uses", "") for job in trusted for step in job["steps"]]
    assert [action for action in used if "checkout" in action or "$/" in action] == []


def test_caches_are_written_on_main_alone() -> None:
    used = [(step.get("uses", ""), step) for path in FILES for step in steps(path)]
    assert [action for action, _ in used if action.startswith("actions/cache@")] == []
    saving = [step for action, step in used if action.startswith("actions/cache/save@")]
    assert [step["if"] for step in saving] == ["${{ inputs.publish }}"]
    publishing = [p.name for p in WORKFLOWS if "publish: true" in p.read_text(encoding="utf-8")]
    assert publishing == ["publish.yml"]
    assert content(ROOT / ".github/workflows/publish.yml")[True] == {"push": {"branches": ["main"]}}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_one_run_at_a_time(path: Path) -> None:
    assert path.name == "checks.yml" or "group" in content(path)["concurrency"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_a_workflow_runs_is_a_session_that_runs_here_too(path: Path) -> None:
    for job in content(path)["jobs"].values():
        matrix = job.get("strategy", {}).get("matrix", {}).get("session", [])
        assert set(matrix) <= sessions()
        for step in job.get("steps", []):
            called = re.findall(r"nox -s (\w+)", step.get("run", ""))
            assert set(called) <= sessions()


def test_a_pull_request_runs_what_bare_nox_runs() -> None:
    source = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    listed = re.search(r"nox\.options\.sessions = \[(.*)\]", source)
    assert listed is not None
    jobs = content(ROOT / ".github/workflows/checks.yml")["jobs"]
    run = {*jobs["nox"]["strategy"]["matrix"]["session"], "docs", "tests"}
    assert run == set(re.findall(r"\"(\w+)\"", listed[1]))


def test_the_parts_of_the_tests_are_all_of_them() -> None:
    jobs = content(ROOT / ".github/workflows/checks.yml")["jobs"]
    *folders, rest = jobs["tests"]["strategy"]["matrix"]["part"]
    assert rest.split() == ["tests", *(f"--ignore={folder}" for folder in folders)]
    assert all((ROOT / folder).is_dir() for folder in folders)


def test_the_tests_run_with_each_python_on_linux_and_on_a_mac() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lowest, above = re.findall(r"3\.(\d+)", settings["project"]["requires-python"])
    allowed = {f"3.{minor}" for minor in range(int(lowest), int(above))}
    matrix = content(ROOT / ".github/workflows/systems.yml")["jobs"]["tests"]["strategy"]["matrix"]
    systems, pythons = matrix["system"], set(matrix["python"])
    assert [system.split("-")[0] for system in systems] == ["ubuntu", "macos"]
    assert pythons == allowed
    # With the first Python, which `prepare` takes where nothing is asked for, `checks.yml` does.
    inputs = content(ROOT / ".github/actions/prepare/action.yml")["inputs"]
    checked = {"system": systems[0], "python": inputs["python"]["default"]}
    # With the last Python, which measures at little cost, they are run to see what they run.
    (measured,) = matrix["include"]
    assert measured == {"system": systems[0], "python": max(pythons), "session": "coverage"}
    assert matrix["exclude"] == [checked, {**checked, "python": measured["python"]}]
    assert content(ROOT / ".github/workflows/checks.yml")["jobs"]["nox"]["runs-on"] == systems[0]


def test_every_page_is_opened_at_night() -> None:
    (run,) = [
        s for s in steps(ROOT / ".github/workflows/nightly.yml") if "nox -s" in s.get("run", "")
    ]
    assert EVERY_PAGE in run["env"]


def test_every_night_keeps_what_its_sessions_write() -> None:
    path = ROOT / ".github/workflows/nightly.yml"
    uploads = [step["with"] for step in steps(path) if "upload" in step.get("uses", "")]
    (kept,) = [upload["path"].splitlines() for upload in uploads]
    code = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("audit", "bench", "conf/trueloss")
        for file in (ROOT / folder).rglob("*.py")
    )
    for session in content(path)["jobs"]["nox"]["strategy"]["matrix"]["session"]:
        written = re.findall(rf'"{session}\.(json|md|svg)"', code)
        assert {f"build/${{{{ matrix.session }}}}.{kind}" for kind in [*written, "txt"]} <= {*kept}
