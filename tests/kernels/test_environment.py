"""What the key of the cache knows of the packages, of Python and of the code around the cells."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from trueloss.kernels.environment import (
    KERNEL_CODE,
    PACKAGE,
    fingerprint,
    installed_versions,
    kernel_code,
)

CODE = sorted(
    # The names of KERNEL_CODE, with what its patterns stand for.
    path.relative_to(PACKAGE).as_posix()
    for pattern in KERNEL_CODE
    for path in PACKAGE.glob(pattern)
)
#: What a kernel imports of ours, after which the program it is asked for does not exist.
IMPORTS = """\
import contextlib, runpy, sys

bootstrap = sys.argv[1]
sys.path.insert(0, bootstrap.rpartition("/")[0])
sys.argv = [bootstrap, "no program", "{}"]
with contextlib.suppress(KeyError):
    runpy.run_path(bootstrap, run_name="__main__")
for name, module in sys.modules.items():
    if name.startswith("trueloss.") and getattr(module, "__file__", None):
        print(module.__file__)
"""


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packages, the first in which Python looks, with version 1 of one package."""
    (tmp_path / "Some_Package-1.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    installed_versions.cache_clear()
    yield tmp_path
    installed_versions.cache_clear()


def test_another_version_of_a_package_makes_another_key(packages: Path) -> None:
    assert installed_versions()["some-package"] == "1"
    before = fingerprint({})
    (packages / "Some_Package-1.dist-info").rename(packages / "Some_Package-2.dist-info")
    # A process reads the versions once; another build is another process.
    assert fingerprint({}) == before
    installed_versions.cache_clear()
    assert installed_versions()["some-package"] == "2"
    assert fingerprint({}) != before


def test_a_package_more_makes_another_key(packages: Path) -> None:
    before = fingerprint({})
    (packages / "another-1.dist-info").mkdir()
    installed_versions.cache_clear()
    assert fingerprint({}) != before


def test_the_version_that_python_would_import_counts(
    packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    behind = packages / "behind"
    (behind / "some_package-2.dist-info").mkdir(parents=True)
    before = fingerprint({})
    monkeypatch.setattr(sys, "path", [*sys.path, str(behind)])
    installed_versions.cache_clear()
    assert fingerprint({}) == before
    monkeypatch.setattr(sys, "path", [str(behind), *sys.path])
    installed_versions.cache_clear()
    assert installed_versions()["some-package"] == "2"
    assert fingerprint({}) != before


def test_another_python_makes_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint({})
    version = sys.version.partition(" ")[0]
    monkeypatch.setattr(sys, "version", sys.version.replace(version, "3.99.0", 1))
    assert fingerprint({}) != before


@pytest.mark.parametrize("pattern", KERNEL_CODE)
def test_each_name_of_the_code_around_the_cells_stands_for_some(pattern: str) -> None:
    assert list(PACKAGE.glob(pattern))


@pytest.mark.parametrize("name", CODE)
def test_an_edit_of_the_code_around_the_cells_makes_another_key(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "trueloss"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    with (copy / name).open("a", encoding="utf-8") as file:
        file.write("# Edited.\n")
    assert kernel_code(copy) != kernel_code()


def test_the_folder_makes_no_difference_and_what_cells_never_meet_neither(tmp_path: Path) -> None:
    copy = tmp_path / "trueloss"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "pages" / "reader.py").write_text("", encoding="utf-8")
    assert kernel_code(copy) == kernel_code()


def test_the_key_knows_all_that_a_kernel_imports_of_ours() -> None:
    bootstrap = (PACKAGE / "kernels" / "bootstrap.py").as_posix()
    ran = subprocess.run(
        [sys.executable, "-c", IMPORTS, bootstrap], capture_output=True, text=True, check=True
    )
    imported = {Path(line).relative_to(PACKAGE).as_posix() for line in ran.stdout.splitlines()}
    assert (
        {"kernels/guards.py", "kernels/child.py", "kernels/cell_values.py"} <= imported <= set(CODE)
    )
