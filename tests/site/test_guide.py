"""The contributing guide, followed as it is written."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.checkout import own_python
from tests.conftest import Built, Site
from tests.published import ROOT

GUIDE = ROOT / "docs" / "contributing"
SNIPPETS = GUIDE / "snippets"
#: Pages of the guide that build as they are, without a program or a kind that the guide adds.
PAGES = ("charts", "evidence", "many-seeds", "numbers", "options", "question")
#: The programs that these pages load.
PROGRAMS = ("blank_update.py",)
#: What is said of unknown kinds, each of which lists those that there are.
MISTAKES = [
    path.relative_to(ROOT).as_posix()
    for path in sorted((ROOT / "tests" / "site" / "mistakes").glob("*.md"))
    if "{kinds}" in path.read_text(encoding="utf-8")
]
TESTS_OF_MESSAGES = (
    *("tests/__init__.py", "tests/conftest.py", "tests/published.py", "tests/real_kernels.py"),
    *("tests/site/__init__.py", "tests/site/test_mistakes.py", *MISTAKES),
)
HOME = "# Home\n\n```{toctree}\n:glob:\n\nlessons/*/index\n```\n"

_STEP = re.compile(
    r"^```(?:(?P<language>sh|text)|\{literalinclude\} (?P<snippet>\S+))\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_NOX = re.compile(r"\.venv/bin/nox -s (?P<session>[\w-]+)")


@dataclass(frozen=True)
class Step:
    """One fence of a page: a command, what it says, or a snippet with the file it goes into."""

    command: str = ""
    says: str = ""
    snippet: str = ""
    file: str = ""


def steps(page: Path) -> Iterator[Step]:
    for found in _STEP.finditer(page.read_text(encoding="utf-8")):
        if found["language"] == "sh":
            for command in found["body"].splitlines():
                yield Step(command=command)
        elif found["language"] == "text":
            yield Step(says=found["body"])
        else:
            caption = re.search(r"^:caption: (\S+)$", found["body"], re.MULTILINE)
            yield Step(snippet=found["snippet"], file=caption[1] if caption else "")


class Checkout:
    """The repository without its lessons, in which commands run as a contributor runs them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("conf", "noxfile.py", "pyproject.toml"):
            self.copy(name)
        (root / "docs").mkdir()
        (root / "docs" / "index.md").write_text(HOME, encoding="utf-8")
        self.python = str(own_python(root))

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the guide, a session of nox as the command that the session runs."""
        words = shlex.split(command)
        if nox := _NOX.match(command):
            arguments = words[words.index("--") + 1 :] if "--" in words else []
            words = [self.python, "-m", "trueloss", nox["session"], *arguments]
        return subprocess.run(
            words,
            cwd=self.root,
            # In CI no process stays behind.
            env=os.environ | {"CI": "true"},
            capture_output=True,
            text=True,
            check=False,
        )

    def copy(self, name: str) -> None:
        """Take over a file or folder of the repository."""
        source, target = ROOT / name, self.root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)

    def put(self, step: Step) -> None:
        """Write a snippet into the file that its caption names."""
        path = self.root / step.file
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(GUIDE / step.snippet, path)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.fixture(scope="module")
def built(module_site: Site) -> Built:
    pages = {
        f"docs/{name}.md": (SNIPPETS / f"{name}.md").read_text(encoding="utf-8") for name in PAGES
    }
    programs = {
        f"examples/{name}": (SNIPPETS / name).read_text(encoding="utf-8") for name in PROGRAMS
    }
    toctree = "\n".join(PAGES)
    module_site.write(
        {**pages, **programs, "docs/index.md": f"# All\n\n```{{toctree}}\n{toctree}\n```\n"}
    )
    return module_site.build(whole=True)


def test_what_the_guide_shows_is_right(built: Built) -> None:
    assert built.warnings == []


def test_every_snippet_is_shown_and_tested() -> None:
    shown = {step.snippet for page in GUIDE.glob("*.md") for step in steps(page)} - {""}
    files = {path.relative_to(GUIDE).as_posix() for path in SNIPPETS.rglob("*.*")}
    assert shown == files
    tested = {f"snippets/{name}" for name in (*(f"{page}.md" for page in PAGES), *PROGRAMS)}
    followed = {
        step.snippet for name in ("first-lesson", "kinds") for step in steps(GUIDE / f"{name}.md")
    }
    assert files == (tested | followed) - {""}


def test_the_first_lesson_ends_in_a_green_build(checkout: Checkout) -> None:
    installing, *rest = list(steps(GUIDE / "first-lesson.md"))
    assert installing.command.startswith("python3 -m venv .venv && .venv/bin/pip install")
    said, fails, missing = "", False, []
    for step in rest:
        if step.command:
            # A command fails only where the guide shows what it says.
            assert not fails, said
            ran = checkout.run(step.command)
            said, fails = ran.stdout + ran.stderr, ran.returncode != 0
            assert "Traceback" not in said
        elif step.says:
            missing += [part for part in re.split(r"\.\.\.|\n", step.says) if part not in said]
            fails = False
        else:
            checkout.put(step)
    assert not fails, said
    assert missing == []
    assert "1 page: nothing to mend, 1 left to do." in checkout.run(rest[-2].command).stdout
    assert "Open it in a browser" in said
    # It is the open point that lets the lesson be small: what CI asks of a whole one, check asks.
    page = checkout.root / "docs/lessons/learning-rate-schedules/index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r":::\{todo\}\n.*?\n:::\n", "", text, flags=re.DOTALL), "utf-8")
    asked = checkout.run(rest[-2].command).stdout
    assert "practice of this lesson has 1 question; write at least 5, from easy to hard" in asked


def test_a_new_kind_is_one_module_and_its_test(checkout: Checkout) -> None:
    rule, entry, test, command, page = list(steps(GUIDE / "kinds.md"))
    module = checkout.root / rule.file
    assert entry.file == rule.file
    text = module.read_text(encoding="utf-8")
    text = text.replace("_KINDS = (", (GUIDE / rule.snippet).read_text("utf-8") + "_KINDS = (")
    last = text.index("\n)\n", text.index("_KINDS = ("))
    text = text[: last + 1] + (GUIDE / entry.snippet).read_text("utf-8") + text[last + 1 :]
    module.write_text(text, encoding="utf-8")
    checkout.put(test)
    checkout.put(page)
    tested = command.command.rpartition(" ")[2]
    for name in TESTS_OF_MESSAGES:
        checkout.copy(name)
    tested += " tests/site/test_mistakes.py::test_message"
    ran = checkout.run(f"{checkout.python} -m pytest -q -p no:cacheprovider {tested}")
    assert ran.returncode == 0, ran.stdout
    assert f"{len(MISTAKES) + 1} passed" in ran.stdout
    ran = checkout.run(".venv/bin/nox -s docs")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    site = (checkout.root / "build/html/lessons/orders/index.html").read_text(encoding="utf-8")
    assert "Put in order · easy" in site
