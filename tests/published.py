"""The course as the workflow publishes it: the program and the arguments of its step."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from string import Template

from trueloss.settings import read_settings

ROOT = Path(__file__).parents[1]
#: What the course has set.
COURSE = read_settings(ROOT)
MODES = COURSE.modes
WORKFLOW = ROOT / ".github" / "workflows" / "checks.yml"
#: What the workflow puts into the environment of the step, and the folder the address ends in.
FOLDER = "/some/path/"
ADDRESS = f"https://example.org{FOLDER}"
REPOSITORY = "https://github.com/owner/name"
#: A page that has moved, which the course has none of yet: its old docname and its new one.
MOVED = ("lessons/loss/steps", "lessons/training/index")


def arguments() -> list[str]:
    """Return what the workflow gives to ``nox -s docs`` where it publishes."""
    text = WORKFLOW.read_text(encoding="utf-8")
    (given,) = re.findall(r"run: \.venv/bin/nox -s docs -- (.+)", text)
    return shlex.split(Template(given).substitute(ADDRESS=ADDRESS, REPOSITORY=REPOSITORY))


def publish(clone: Path, *options: str, processes: int) -> Path:
    """Publish from a copy of what a build reads, as ``nox -s docs`` does; return its folder.

    So many ``processes`` of Sphinx read and write pages.
    """
    for name in ("conf", "docs", "examples"):
        left_out = shutil.ignore_patterns("__pycache__", "trueloss")
        shutil.copytree(ROOT / name, clone / name, ignore=left_out)
    given = [f"trueloss_redirects.{MOVED[0]}={MOVED[1]}", *options]
    command = [sys.executable, "-m", "trueloss", "docs", *arguments()]
    command += ["-j", str(processes)]
    command += [argument for option in given for argument in ("-D", option)]
    ran = subprocess.run(command, cwd=clone, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return clone / "build"
