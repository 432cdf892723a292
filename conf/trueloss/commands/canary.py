"""Which pages would the newest releases change? ``python -m trueloss canary --uv UV``.

Run with the newest releases that pyproject.toml allows installed and not those of the lock. Every
page is held against its record. Where one changed, each release that is newer than the lock is put
into the locked environment alone, to see which of them does it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from trueloss.commands import parser_of
from trueloss.kernels.environment import installed_versions
from trueloss.repository import find_root
from trueloss.text.files import write_whole
from trueloss.text.filled import filled

LOCK = Path("requirements/docs.txt")
#: Exit codes of `stale` after a complete check, with or without findings.
_LOOKED = (0, 1)


@dataclass(frozen=True)
class Move:
    """A package whose newest release is not the locked one; ``None`` where it is not installed."""

    locked: str | None
    newest: str | None

    def __str__(self) -> str:
        return f"{self.locked or 'nothing'} to {self.newest or 'nothing'}"


@dataclass
class Report:
    """What the newest releases change: packages, outputs, and which package changes which page."""

    moved: dict[str, Move]
    stale: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    blamed: dict[str, list[str]] = field(default_factory=dict)
    details: str = ""

    @property
    def pages(self) -> list[str]:
        """The pages that change, or that cannot be reproduced."""
        return sorted({entry["page"] for found in self.stale.values() for entry in found})

    def as_json(self) -> str:
        """Return the report for other programs."""
        moved = {name: vars(move) for name, move in self.moved.items()}
        content = {"moved": moved, "pages": self.blamed, **self.stale}
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"

    def as_markdown(self) -> str:
        """Return the report as the text of an issue."""
        pages = [(page, self._blame(page)) for page in self.pages]
        return filled("canary.jinja", pages=pages, moved=self.moved, details=self.details)

    def _blame(self, page: str) -> str:
        if not self.moved:
            return "nothing is newer than the lock, so the page changed by itself: `nox -s stale`"
        return ", ".join(self.blamed.get(page, [])) or "no release alone: several together"


def locked_versions(lock: str) -> dict[str, str]:
    """Return the version of each package that a lock has for this Python and this machine."""
    requirements = (
        Requirement(line.rstrip("\\").strip())
        for line in lock.splitlines()
        if line and not line.startswith((" ", "#", "-"))
    )
    return {
        canonicalize_name(requirement.name): str(requirement.specifier).removeprefix("==")
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate()
    }


def moves(locked: Mapping[str, str], newest: Mapping[str, str]) -> dict[str, Move]:
    """Return every package that differs, by name."""
    return {
        name: Move(locked.get(name), newest.get(name))
        for name in sorted(locked.keys() | newest.keys())
        if locked.get(name) != newest.get(name)
    }


def blame(
    pages: Sequence[str], moved: Mapping[str, Move], changed_by: Callable[[str], set[str]]
) -> dict[str, list[str]]:
    """Return, for each page, the packages whose newest release alone changes it.

    ``changed_by`` looks at the locked environment with one newer release, ``name==version``.
    """
    blamed: dict[str, list[str]] = {page: [] for page in pages}
    for name, move in moved.items():
        if move.newest is None:
            continue
        for page in changed_by(f"{name}=={move.newest}") & blamed.keys():
            blamed[page].append(name)
    return blamed


class LockedEnvironment:
    """The environment of the lock, in a folder of its own, with one release exchanged."""

    def __init__(self, uv: str, folder: Path) -> None:
        self._uv = uv
        self._python = folder / "bin" / "python"
        self._run("venv", "--quiet", "--clear", "--python", sys.executable, str(folder))

    def changed_by(self, release: str, pages: Sequence[str]) -> set[str]:
        """Return the pages that change with a release; none where it cannot be installed alone."""
        self._run("pip", "sync", "--quiet", "--python", str(self._python), str(LOCK))
        self._install("--no-deps", "--no-build-isolation", "--editable", ".")
        try:
            self._install(release)
        except subprocess.CalledProcessError:
            return set()
        found = run_stale(str(self._python), [f"docs/{page}" for page in pages])
        return {entry["page"] for entries in found.values() for entry in entries}

    def _install(self, *what: str) -> None:
        self._run("pip", "install", "--quiet", "--python", str(self._python), *what)

    def _run(self, *arguments: str) -> None:
        subprocess.run([self._uv, *arguments], check=True)


def run_stale(python: str, pages: Sequence[str] = ()) -> dict[str, list[dict[str, Any]]]:
    """Return what ``stale`` finds with the packages of a Python; all pages where none are named.

    Raises CalledProcessError if the check itself fails.
    """
    done = subprocess.run([python, "-m", "trueloss", "stale", *pages], check=False)
    if done.returncode not in _LOOKED:
        done.check_returncode()
    found: dict[str, list[dict[str, Any]]] = json.loads(Path("build/stale.json").read_text("utf-8"))
    return found


def main(arguments: Sequence[str]) -> int:
    """Look, write ``build/canary.json`` and ``build/canary.md``; return 1 where a page changes."""
    parser = parser_of("canary")
    parser.add_argument("--uv", default="uv", help="the installer to make environments with")
    given = parser.parse_args(arguments)
    os.chdir(find_root())
    build = Path("build")
    report = Report(moves(locked_versions(LOCK.read_text("utf-8")), installed_versions()))
    for name, move in report.moved.items():
        print(f"newer than the lock: {name} {move}")
    report.stale = run_stale(sys.executable)
    report.details = (build / "stale.md").read_text("utf-8")
    if report.pages and report.moved:
        locked = LockedEnvironment(given.uv, build / "canary")
        report.blamed = blame(
            report.pages, report.moved, lambda release: locked.changed_by(release, report.pages)
        )
    write_whole(build / "canary.json", report.as_json())
    write_whole(build / "canary.md", report.as_markdown())
    print(report.as_markdown())
    return 1 if report.pages else 0
