"""Every command that a person or CI runs. Versions and groups are in pyproject.toml."""

import os
import shutil
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2026.10"
nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["lint", "tests", "docs", "stale"]

# Containers set this to stay small. Without bytecode, each start of Sphinx compiles all that it
# imports, which takes three seconds.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ROOT = Path(__file__).parent
#: nox[uv] has put it beside the Python that runs nox.
UV = shutil.which("uv", path=Path(sys.executable).parent.as_posix()) or "uv"
#: Two test files at a time: the tests of a file share what takes long to make.
IN_TWO = ("--numprocesses", "2", "--dist", "loadfile", "--durations", "30")
LOCKS = ("nox", "docs", "tests", "lint", "bench", "serve", "check")
MARKDOWN = (
    "README.md",
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "conf/trueloss/diagnostics/rules",
    "conf/trueloss/templates",
    "docs",
)


def install(session: nox.Session, lock: str) -> None:
    """Install exactly what a lock holds, hashes checked, and beside it this checkout."""
    # A guarded kernel may not write bytecode. On Linux its warm parent has done so; a plain kernel
    # would compile TensorFlow again for every page.
    compiled = () if sys.platform == "linux" else ("--compile-bytecode",)
    session.install("--require-hashes", *compiled, "-r", f"requirements/{lock}.txt", silent=True)
    install_checkout(session)


def install_checkout(session: nox.Session) -> None:
    """Install this checkout as it lies here; what it needs, and what builds it, is there."""
    session.install("--no-deps", "--no-build-isolation", "--editable", ".", silent=True)


def once(session: nox.Session, *locks: str) -> Path | None:
    """Return the file to touch once the locks are installed; ``None`` where they are.

    To look whether all is installed takes longer than a run.
    """
    installed = Path(session.virtualenv.location) / "installed"
    wanted = [ROOT / "pyproject.toml", *(ROOT / "requirements" / f"{lock}.txt" for lock in locks)]
    since = installed.stat().st_mtime if installed.exists() else 0.0
    return installed if any(path.stat().st_mtime > since for path in wanted) else None


def install_npm(session: nox.Session) -> None:
    """Install exactly what package-lock.json holds, hashes checked, unless it is there already."""
    lock, done = ROOT / "package-lock.json", ROOT / "node_modules" / ".package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        session.run("npm", "ci", "--silent")


def install_linters(session: nox.Session) -> None:
    """Install what ``check`` runs beside Sphinx.

    It has an environment of its own: to the cache, a package more is another environment, and what
    the docs session ran would run again.
    """
    python = linters(session)
    if not python.exists():
        session.run_install(UV, "venv", "--quiet", str(python.parents[1]), external=True)
    session.run_install(
        *(UV, "pip", "install", "--quiet", "--require-hashes", "--python", str(python)),
        *("-r", "requirements/check.txt"),
        external=True,
    )


def linters(session: nox.Session) -> Path:
    """Return the Python of the linters of a session."""
    return Path(session.virtualenv.location) / "tools" / "bin" / "python"


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site into build/html, or leave the last good one as it is."""
    install(session, "docs")
    session.run("python", "-m", "trueloss", "docs", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the unit, site and browser tests: all of them, two at a time, or those of a path."""
    install(session, "tests")
    install_npm(session)
    one_file = any(".py" in given for given in session.posargs)
    session.run("python", "-m", "pytest", *(() if one_file else IN_TWO), *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run all tests, and hold the lines that none runs against those named with their reason."""
    install(session, "tests")
    install_npm(session)
    # From 3.12 on Python says at next to no cost what ran; before, tests take half as long again.
    core = {"COVERAGE_CORE": "sysmon"} if sys.version_info >= (3, 12) else {}
    session.run(
        *("python", "-m", "pytest", *IN_TWO, "--cov", "--cov-report="),
        env=core,
    )
    session.run("python", "-m", "tests.uncovered")


@nox.session
def serve(session: nox.Session) -> None:
    """Show the site live while pages are edited."""
    install(session, "serve")
    session.run("python", "-m", "trueloss", "serve", *session.posargs)


@nox.session
def new(session: nox.Session) -> None:
    """Make a lesson from the template: nox -s new -- "Learning-rate schedules"."""
    if installed := once(session, "docs"):
        install(session, "docs")
        installed.touch()
    session.run("python", "-m", "trueloss", "new", *session.posargs)


@nox.session
def run(session: nox.Session) -> None:
    """Run one program: nox -s run -- examples/training/smallest.py."""
    if installed := once(session, "docs"):
        install(session, "docs")
        installed.touch()
    session.run("python", "-m", "trueloss", "run", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Say what CI would say of some pages: nox -s check -- docs/lessons/training."""
    if installed := once(session, "docs", "check"):
        install(session, "docs")
        install_linters(session)
        installed.touch()
    environment = {"TRUELOSS_LINTERS": str(linters(session))}
    session.run("python", "-m", "trueloss", "check", *session.posargs, env=environment)


@nox.session
def stale(session: nox.Session) -> None:
    """Hold two runs of every page, the build's and another, against each other and the records."""
    install(session, "docs")
    session.run("python", "-m", "trueloss", "stale", *session.posargs)


@nox.session
def record(session: nox.Session) -> None:
    """Accept what the pages print now, into docs/_records."""
    install(session, "docs")
    session.run("python", "-m", "trueloss", "record", *session.posargs)


@nox.session
def processors(session: nox.Session) -> None:
    """Run every page as other processors would compute it, and hold it against its record."""
    install(session, "docs")
    session.run("python", "-m", "trueloss", "processors", *session.posargs)


@nox.session
def mutate(session: nox.Session) -> None:
    """Make mistakes on purpose, and see which are noticed: docs/lessons/training."""
    install(session, "docs")
    session.run("python", "-m", "trueloss", "mutate", *session.posargs)


@nox.session
def seeds(session: nox.Session) -> None:
    """Run pages with other seeds, and see which keys and orders hold: docs/lessons/training."""
    install(session, "docs")
    session.run("python", "-m", "trueloss", "seeds", *session.posargs)


@nox.session
def canary(session: nox.Session) -> None:
    """Run `stale` with the newest releases that pyproject.toml allows, and name those that bite."""
    session.install("--upgrade", "--group", "docs", silent=True)
    install_checkout(session)
    session.run("python", "-m", "trueloss", "canary", "--uv", UV)


@nox.session
def bench(session: nox.Session) -> None:
    """Time pages against plain myst-nb and bare forks, or a synthetic course: course 50."""
    install(session, "bench")
    install_linters(session)
    environment = {"TRUELOSS_LINTERS": str(linters(session))}
    session.run("python", "-m", "bench", *session.posargs, env=environment)


@nox.session
def audit(session: nox.Session) -> None:
    """Weigh a page of each kind, and let Lighthouse look at it as a phone does."""
    install(session, "tests")
    install_npm(session)
    session.run("python", "-m", "trueloss", "docs")
    session.run("python", "-m", "audit", *session.posargs)


@nox.session
def linkcheck(session: nox.Session) -> None:
    """Ask every address of others whether it answers; the answers are in build/links."""
    install(session, "docs")
    session.run(
        *("python", "-m", "sphinx", "-q", "-b", "linkcheck", "-c", "conf"),
        *("-d", "build/links/doctrees", "docs", "build/links", *session.posargs),
    )


@nox.session
def names(session: nox.Session) -> None:
    """Write the names that prose may link to, from the TensorFlow and Keras of the lock."""
    install(session, "docs")
    session.run("python", "-m", "trueloss", "names")


@nox.session
def preview(session: nox.Session) -> None:
    """List the pages that changed since a branch or commit, beside the site as it is built."""
    install(session, "docs")
    session.run("python", "-m", "trueloss", "preview", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Look at formats, types, spelling and workflows; --fix mends the formats."""
    install(session, "lint")
    install_npm(session)
    fix = "--fix" in session.posargs
    session.run("ruff", "check", *(["--fix"] if fix else []), ".")
    session.run("ruff", "format", *([] if fix else ["--check"]), ".")
    session.run("python", "-m", "trueloss", "format", *(["--fix"] if fix else []), *MARKDOWN)
    session.run("codespell", *MARKDOWN, "audit", "bench", "conf", "examples", "tests")
    session.run("mypy")
    session.run("lint-imports", "--no-cache", "--no-logo")
    session.run("npx", "--no-install", "tsc", "--project", ".")
    for kind, files in {"workflows": "workflows/*.yml", "actions": "actions/*/action.yml"}.items():
        paths = sorted(map(str, Path(".github").glob(files)))
        session.run("check-jsonschema", "--builtin-schema", f"vendor.github-{kind}", *paths)
    session.run("zizmor", "--offline", "--quiet", ".github")


@nox.session(venv_backend="none")
def lock(session: nox.Session) -> None:
    """Write the locks from pyproject.toml: pinned, hashed, for every platform."""
    for group in LOCKS:
        session.run(
            UV, "pip", "compile", "--quiet", "--universal", "--generate-hashes",
            "--no-emit-index-url", "--no-header", "--python-version", "3.11",
            "--group", group, "--output-file", f"requirements/{group}.txt", *session.posargs,
            external=True,
        )  # fmt: skip
