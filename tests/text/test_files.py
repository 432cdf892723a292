"""Files that are written whole, and errors of a disk as a person is told of them."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from trueloss.text.files import disk_trouble, make_folder, make_way, remove, write_whole


def test_a_file_is_written_with_its_folders_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    write_whole(path, "é")
    plain = tmp_path / "plain"
    plain.touch()
    assert path.read_text(encoding="utf-8") == "é"
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o600)
    write_whole(path, b"other")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"other", 0o600)
    assert [each.name for each in path.parent.iterdir()] == ["b.txt"]


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("file")
    write_whole(tmp_path / "link", "through it")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text() == "through it"


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "new")
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]


def test_what_is_no_file_makes_way(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "file").touch()
    for name in ("folder", "link", "file", "missing"):
        make_way(tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    remove(tmp_path / "file")
    remove(tmp_path / "file")


def test_what_is_no_folder_makes_way_for_one(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "dead").symlink_to("nowhere")
    (tmp_path / "real" / "inside").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real")
    for name in ("file", "dead", "link", "real", "around/missing"):
        make_folder(tmp_path / name)
        assert (tmp_path / name).is_dir()
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "link" / "inside").is_dir()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/x/y"),
            "/x/y: no space is left on the disk; free some, and run the command again",
        ),
        (
            OSError(errno.EROFS, "Read-only file system"),
            "the disk can only be read; use a checkout on another one, and run the command again",
        ),
        (
            sqlite3.OperationalError("database or disk is full"),
            "no space is left on the disk; free some, and run the command again",
        ),
        (ValueError("No space left"), ""),
        (FileNotFoundError(errno.ENOENT, "No such file", "/x"), ""),
    ],
)
def test_trouble_with_a_disk(error: Exception, said: str) -> None:
    assert disk_trouble(error) == said
    outer = RuntimeError()
    outer.__cause__ = error
    assert disk_trouble(outer) == said
