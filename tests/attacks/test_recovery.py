"""No build needs cleaning by hand after another, whatever happened to its files."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from tests.attacks.recovery import WAYS, innermost, leave_files, next_to_outermost, outermost
from tests.commands.test_docs import content, publish_site
from tests.conftest import Site
from tests.real_kernels import LINUX
from tests.site.test_build import FILES
from trueloss.kernels.linux import landlock_version

#: Publishes a site with little room for what it builds, or none that it may write to.
CRAMPED = """
import os, sys
from pathlib import Path
from trueloss.kernels import linux
from trueloss.kernels.mounts import _mount
from trueloss.__main__ import main

root, how = Path(sys.argv[1]), sys.argv[2]
linux.unshare_user()
linux.unshare(linux.CLONE_NEWNS)
if os.fork():
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
_mount(None, "/", 0x44000)
if how == "full":
    _mount("tmpfs", root / "build", 0, "size=300k")
else:
    _mount(root / "build", root / "build", 0x1000)
    linux.call("mount", None, os.fsencode(root / "build"), None, 0x1021, None)
os.chdir(root)
sys.exit(main(["docs", "-D", f"nb_execution_cache_path={root / 'build' / 'cache'}",
               "-D", "trueloss_imports=numpy", "-D", "trueloss_workers=1"]))
"""


@pytest.fixture(scope="module")
def built(module_site: Site) -> Site:
    module_site.write(FILES)
    assert publish_site(module_site, cache="build/cache") == 0
    return module_site


@pytest.fixture
def build_again(built: Site) -> Iterator[Callable[[], None]]:
    """Build again after the test has done its damage, and compare the site with the first one."""
    build = built.root / "build"
    before = content(build / "html")

    def build_again() -> None:
        assert publish_site(built, cache="build/cache") == 0
        assert content(build / "html") == before

    yield build_again
    assert publish_site(built, cache="build/cache") == 0, "the next test finds a whole site"


@pytest.mark.parametrize("which", ["global.db", "other files"])
@pytest.mark.parametrize("way", WAYS.values(), ids=lambda way: way.__name__)
def test_each_file_is_made_anew(built, build_again, way, which):
    build = built.root / "build"
    files = [path for path in build.rglob("*") if path.is_file()]
    damaged = [path for path in files if (path.name == "global.db") == (which == "global.db")]
    assert damaged
    for path in damaged:
        way(path)
    build_again()


@pytest.mark.parametrize("depth", [outermost, next_to_outermost, innermost])
def test_each_folder_is_made_anew(built, build_again, depth):
    leave_files(depth(built.root / "build"))
    build_again()


@LINUX
@pytest.mark.skipif(not landlock_version(), reason="this system has no namespaces to try it in")
@pytest.mark.parametrize(
    ("how", "why"), [("full", "no space is left on the disk"), ("read-only", "can only be read")]
)
def test_a_disk_that_takes_nothing_is_told_in_a_line(built, how, why):
    html = built.root / "build" / "html"
    before = content(html)
    ran = subprocess.run(
        [sys.executable, "-c", CRAMPED, str(built.root), how],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"TMPDIR": "/tmp"},
    )
    said = [line for line in ran.stderr.splitlines() if line.strip()]
    assert ran.returncode != 0
    assert why in ran.stderr
    assert not any(word in ran.stderr for word in ("Traceback", "sphinx-doc", "Exception"))
    assert len([line for line in said if "Nothing is published" not in line]) == 1, ran.stderr
    assert content(html) == before
