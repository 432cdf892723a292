"""Where things lie: the repository that a command works on, and the files of this package."""

import hashlib
from pathlib import Path

PACKAGE = Path(__file__).parent
#: The scripts and stylesheets of the components.
STATIC = PACKAGE / "static"
#: The pages that are no lesson, and the lesson that ``new`` copies.
TEMPLATES = PACKAGE / "templates"


class Refusal(Exception):  # noqa: N818 # what a person asked for, and no mistake of the program
    """A command cannot do what it was asked for; the message says what to do instead."""


class NoRepositoryError(Refusal):
    """A command was run where there is no course."""


def find_root() -> Path:
    """Return the root of the repository in which a command was run: here, or a folder above.

    It is where ``conf/conf.py`` lies. Raises NoRepositoryError where there is none.
    """
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "conf" / "conf.py").is_file():
            return folder
    message = f"there is no conf/conf.py in {here} or above it; run this inside a course"
    raise NoRepositoryError(message)


def code_digest(root: Path) -> str:
    """Return a digest of what reads and writes pages: this package, and a course's settings."""
    code = hashlib.sha256()
    texts = [*(PACKAGE / "diagnostics").rglob("*.md"), *TEMPLATES.glob("*.*")]
    for path in sorted({*PACKAGE.rglob("*.py"), *(root / "conf").rglob("*.py"), *texts}):
        code.update(path.read_bytes())
    return code.hexdigest()[:16]
