"""What all tests share: a small site, built by Sphinx with the project's own settings."""

import os
import shutil
import zipfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from sphinx.cmd.build import main as sphinx_build
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

from tests.published import ROOT, publish
from trueloss.publishing.search_pieces import take_apart

pytest_plugins = ["tests.real_kernels"]

#: The versions of the browsers that ran, for the end of the report: no lock pins a Chromium.
BROWSERS = pytest.StashKey[set[str]]()

#: What most lessons in miniature lack, because it is not what they are about.
WHOLE_LESSONS = [
    "trueloss.challenge-kinds",
    "trueloss.lesson-settled",
    "trueloss.option-unexplained",
    "trueloss.practice-level",
    "trueloss.practice-part",
    "trueloss.practice-size",
]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[BROWSERS] = set()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Have a process of xdist hand its browsers over."""
    if (handed_over := getattr(session.config, "workeroutput", None)) is not None:
        versions = session.config.stash[BROWSERS]
        handed_over["browsers"] = sorted(versions)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    node.config.stash[BROWSERS].update(getattr(node, "workeroutput", {}).get("browsers", ()))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    versions = config.stash[BROWSERS]
    for version in sorted(versions):
        terminalreporter.write_line(f"The browser tests ran in Chromium {version}.")


class Site:
    """A repository in miniature: pages and programs, built with the settings of the real one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.docs = root / "docs"
        self.html = self.docs / "_build" / "html"
        self.conf = root / "conf"
        for folder in (self.docs, self.conf, root / "examples"):
            folder.mkdir()
        (self.conf / "conf.py").write_text(
            f"from pathlib import Path\n"
            f"exec(Path({str(ROOT / 'conf' / 'conf.py')!r}).read_text())\n"
            f"nb_execution_cache_path = {str(root / 'cache')!r}\n"
            f"html_static_path = [{str(ROOT / 'conf' / 'static')!r}]\n"
            f"html_favicon = {str(ROOT / 'conf' / 'static' / 'favicon.svg')!r}\n"
            "trueloss_imports = []\n"
            "trueloss_whole = {}\n"
            "exclude_patterns += ['_build']\n"
            f"suppress_warnings = {WHOLE_LESSONS}\n"
        )
        # Sphinx's test application finds its settings beside the pages.
        (self.docs / "conf.py").symlink_to(self.conf / "conf.py")

    def write(self, files: dict[str, str]) -> None:
        """Write pages and programs; a path starts at the root of the repository."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def build(
        self,
        builder: str = "html",
        *,
        release: bool = False,
        imports: tuple[str, ...] = (),
        whole: bool = False,
    ) -> "Built":
        """Build the site once, in a process of Sphinx's test application.

        ``imports`` are what the warm parent of the kernels imports; ``whole`` asks for what a
        whole lesson has, five practice questions and the like.
        """
        overrides: dict[str, object] = {"trueloss_release": release}
        if imports:
            overrides["trueloss_imports"] = list(imports)
        app = SphinxTestApp(
            builder,
            srcdir=self.docs,
            warning=StringIO(),
            status=StringIO(),
            warningiserror=True,
            confoverrides=overrides | ({"suppress_warnings": []} if whole else {}),
        )
        try:
            app.build()
            return Built(self, app.statuscode, app.warning.getvalue())
        finally:
            app.cleanup()


class Built:
    """What came of a build: its exit code, and each warning as ``path:line: message``."""

    def __init__(self, site: Site, status: int, warnings: str) -> None:
        self.status = status
        root = f"{site.root.resolve()}/"
        self.warnings = [
            line.replace(root, "").replace("WARNING: ", "")
            for line in strip_colors(warnings).splitlines()
            if line.strip()
        ]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.fixture(scope="module")
def module_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("site"))


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first process of a test run has made, for all of them."""
    base = factory.getbasetemp()
    # With xdist, the folder of a process is one of several in the folder of the test run.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    made = folder.with_suffix(".made")
    with FileLock(folder.with_suffix(".lock")):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            made.touch()
    return folder


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the whole course, built from this checkout; tests only read it."""

    def make(folder: Path) -> None:
        arguments = ["-q", "-W", "-n", "--keep-going", "-c", str(ROOT / "conf")]
        assert sphinx_build([*arguments, str(ROOT / "docs"), str(folder / "html")]) == 0
        take_apart(folder / "html")  # as where it is published

    return made_once(tmp_path_factory, "course", make)


@pytest.fixture(scope="session")
def published_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the course as the workflow publishes it, by two workers and processes.

    It is built from the outputs of this checkout.
    """
    cache = f"nb_execution_cache_path={ROOT / 'build' / 'cache'}"

    def make(folder: Path) -> None:
        publish(folder, "trueloss_workers=2", cache, processes=2)

    return made_once(tmp_path_factory, "published-course", make) / "build"


@pytest.fixture(scope="session")
def taken_home(published_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that a reader gets out of the archive of the published course."""
    folder = tmp_path_factory.mktemp("taken-home")
    with zipfile.ZipFile(published_course / "html" / "trueloss.zip") as archive:
        archive.extractall(folder)
    return folder / "trueloss"
