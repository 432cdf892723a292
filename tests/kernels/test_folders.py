"""Where the folders of kernels lie, and that none of them stays."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from trueloss.kernels.folders import folder_of_all, make_folder, make_place, remove_folder, size_mb

#: A builder that makes a folder and is killed before anybody watches over it.
KILLED = """
import os, signal
from trueloss.kernels.folders import make_place
print(make_place().folder, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def temporary(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("name", ["n" * 90, "ü" * 45])
def test_the_folder_of_a_kernel_leaves_room_for_its_sockets(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their addresses are counted in bytes."""
    (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / name))
    folder = make_folder()
    remove_folder(folder)
    assert len(os.fsencode(folder)) <= 80


def nest(folder: Path) -> None:
    """Nest more folders than Python can follow, or a path can name."""
    descriptor = os.open(folder, os.O_RDONLY)
    for _ in range(3000):
        os.mkdir("x", dir_fd=descriptor)
        below = os.open("x", os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(descriptor)


def close(folder: Path) -> None:
    """Make folders that not even their owner may enter."""
    (folder / "x" / "y").mkdir(parents=True)
    (folder / "x" / "y").chmod(0)
    (folder / "x").chmod(0)


@pytest.mark.parametrize("fill", [nest, close])
def test_a_folder_goes_whatever_is_in_it(fill) -> None:
    folder = make_folder()
    fill(folder)
    remove_folder(folder)
    assert not folder.exists()


def test_what_a_killed_builder_leaves_goes_with_the_next(temporary: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED],
        env=os.environ | {"TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
    )
    left = Path(killed.stdout.strip())
    assert left.is_dir(), killed.stderr
    kept = make_folder()
    assert left.is_dir(), "it might have been made a moment ago, and not be locked yet"
    an_hour_ago = time.time() - 3600
    for folder in (left, kept):
        os.utime(folder, (an_hour_ago, an_hour_ago))
    remove_folder(make_folder())
    assert not left.exists()
    assert kept.is_dir(), "its builder is this process"
    remove_folder(kept)


def test_nothing_stays_when_the_last_folder_goes(temporary: Path) -> None:
    remove_folder(make_place().folder)
    assert list(temporary.iterdir()) == []


def test_a_folder_of_somebody_else_is_not_used(temporary: Path) -> None:
    (temporary / f"trueloss-{os.getuid()}").mkdir()
    (temporary / f"trueloss-{os.getuid()}").chmod(0o777)
    assert folder_of_all() != temporary / f"trueloss-{os.getuid()}"


def test_the_size_of_a_folder_is_that_of_its_files(temporary: Path) -> None:
    (temporary / "x").mkdir()
    (temporary / "x" / "file").write_bytes(bytes(3 * 2**20))
    assert 2.9 < size_mb(temporary) < 3.5
