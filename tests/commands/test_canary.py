"""What the newest releases change, and which of them does it."""

import json
import sys
import sysconfig
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Site
from tests.published import ROOT
from trueloss.commands import canary, record
from trueloss.kernels.environment import installed_versions

LOCK = """\
# a comment
keras==3.15.1 \\
    --hash=sha256:00
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:00
numpy==2.5.0 ; python_full_version >= '3.12' \\
    --hash=sha256:00
    # via keras
pywin32==311 ; sys_platform == 'win32' \\
    --hash=sha256:00
"""

#: An installer that notes what it is asked for. Its environments are real, and have all packages
#: of this one and a module, whose value is that of the lock or that of the newest release.
UV = f"""\
#!{sys.executable}
import subprocess, sys
from pathlib import Path

noted = Path(__file__).with_suffix(".noted")
with noted.open("a") as file:
    print(*sys.argv[1:], file=file)
if sys.argv[1] == "venv":
    folder = sys.argv[-1]
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
else:
    python = Path(sys.argv[sys.argv.index("--python") + 1])
    (packages,) = python.parents[1].glob("lib/python*/site-packages")
    (packages / "all.pth").write_text({sysconfig.get_path("purelib")!r})
    asked = sys.argv[-1]
    if asked == ".":
        (packages / "own.pth").write_text({str(ROOT / "conf")!r})
    elif asked != "harmless==2":
        value = 1.5 if asked == "requirements/docs.txt" else 1.6
        (packages / "newest.py").write_text(f"VALUE = {{value}}")
    if asked == "halfway==2":
        sys.exit("asks for another newest one")
"""

PAGE = """\
# A page

```{{code-cell}}
:label: one
print({value})
```
"""


def test_a_lock_is_read_for_this_python_and_machine():
    locked = canary.locked_versions(LOCK)
    assert locked.keys() == {"keras", "numpy"}
    assert locked["keras"] == "3.15.1"


def test_the_project_is_locked_as_it_is_read():
    locked = canary.locked_versions((ROOT / canary.LOCK).read_text())
    names = {d.metadata["Name"].lower() for d in distributions()}
    assert {"sphinx", "keras", "numpy"} <= locked.keys() & names


def test_moves_are_new_other_and_missing_packages():
    moved = canary.moves({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"})
    assert {name: str(move) for name, move in moved.items()} == {
        "b": "1 to 2",
        "c": "1 to nothing",
        "d": "nothing to 1",
    }


def test_blame_falls_on_the_release_that_changes_a_page_alone():
    moved = canary.moves({"keras": "1", "numpy": "1", "gone": "1"}, {"keras": "2", "numpy": "2"})
    changes = {"keras==2": {"lessons/a", "lessons/unasked"}, "numpy==2": set[str]()}
    blamed = canary.blame(["lessons/a", "lessons/b"], moved, changes.__getitem__)
    assert blamed == {"lessons/a": ["keras"], "lessons/b": []}
    entries = [{"page": page, "line": 1, "old": "1", "new": "2"} for page in blamed]
    report = canary.Report(moved, {"changed": entries, "not_reproducible": []}, blamed)
    assert "# Canary: 2 pages would change" in report.as_markdown()
    assert "| lessons/a | keras |" in report.as_markdown()
    assert "| lessons/b | no release alone: several together |" in report.as_markdown()
    assert "- gone: 1 to nothing" in report.as_markdown()


def test_a_page_that_changes_with_nothing_newer_changed_by_itself():
    report = canary.Report({}, {"changed": [{"page": "lessons/a", "line": 1}]})
    assert (
        "| lessons/a | nothing is newer than the lock, so the page changed by itself: "
        "`nox -s stale` |"
    ) in report.as_markdown()
    assert "several together" not in report.as_markdown()


@pytest.fixture
def repo(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A repository with one recorded page, locked as installed, and this process inside it."""
    lock = "".join(f"{name}=={version} \\\n" for name, version in installed_versions().items())
    site.write({"docs/index.md": PAGE.format(value=1.5), str(canary.LOCK): lock})
    monkeypatch.chdir(site.root)
    assert record.main([]) == 0
    return site


def report() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(Path("build/canary.json").read_text())
    return content


def test_nothing_newer_and_nothing_changed(repo: Site):
    assert canary.main([]) == 0
    assert report() == {"moved": {}, "pages": {}, "changed": [], "not_reproducible": []}
    assert "# Canary: No page would change" in (repo.root / "build" / "canary.md").read_text()


def test_a_page_that_changes_is_reported_with_its_line(repo: Site):
    repo.write({"docs/index.md": PAGE.format(value=1.6)})
    assert canary.main([]) == 1
    (entry,) = report()["changed"]
    assert (entry["page"], entry["line"], entry["old"], entry["new"]) == ("index", 3, "1.5", "1.6")
    assert "# Canary: 1 page would change" in (repo.root / "build" / "canary.md").read_text()


def test_each_release_is_put_alone_into_the_locked_environment(repo: Site):
    uv = repo.root / "uv"
    uv.write_text(UV)
    uv.chmod(0o700)
    repo.write({"docs/index.md": PAGE.format(value="__import__('newest').VALUE")})
    locked = canary.LockedEnvironment(str(uv), Path("build/canary"))
    python = "build/canary/bin/python"
    assert locked.changed_by("newest==2", ["index"]) == {"index"}
    assert locked.changed_by("halfway==2", ["index"]) == set()
    assert locked.changed_by("harmless==2", ["index"]) == set()
    assert uv.with_suffix(".noted").read_text().splitlines() == [
        f"venv --quiet --clear --python {sys.executable} build/canary",
        f"pip sync --quiet --python {python} requirements/docs.txt",
        f"pip install --quiet --python {python} --no-deps --no-build-isolation --editable .",
        f"pip install --quiet --python {python} newest==2",
        f"pip sync --quiet --python {python} requirements/docs.txt",
        f"pip install --quiet --python {python} --no-deps --no-build-isolation --editable .",
        f"pip install --quiet --python {python} halfway==2",
        f"pip sync --quiet --python {python} requirements/docs.txt",
        f"pip install --quiet --python {python} --no-deps --no-build-isolation --editable .",
        f"pip install --quiet --python {python} harmless==2",
    ]
