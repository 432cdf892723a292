"""What may have happened to the files of a build, and what the next build does about it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.attacks.attack import Attack, Subject

ANEW = "the next build makes it anew"
TOLD = "one line says so, and the last good site stays"


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def make_noise(path: Path) -> None:
    """Leave the head as it is, and nothing else."""
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes((7 * place) % 251 for place in range(len(content))))


def make_folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


def make_dead_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


#: What is done to each file below ``build``, by the name in the table.
WAYS: dict[str, Callable[[Path], None]] = {
    "a file is emptied": empty,
    "a file is cut in half": cut,
    "a file holds noise behind a good head": make_noise,
    "a folder lies in the place of a file": make_folder,
    "a link that leads nowhere lies in the place of a file": make_dead_link,
}


def outermost(build: Path) -> list[Path]:
    return [build]


def next_to_outermost(build: Path) -> list[Path]:
    return [path for path in build.iterdir() if path.is_dir()]


def innermost(build: Path) -> list[Path]:
    folders = [path for path in build.rglob("*") if path.is_dir()]
    return [folder for folder in folders if not any(path.is_dir() for path in folder.iterdir())]


def leave_files(folders: list[Path]) -> None:
    """Leave a file in the place of each folder."""
    assert folders
    for folder in folders:
        shutil.rmtree(folder)
        folder.touch()


ATTACKS = [
    *(Attack(name, way.__name__, ANEW) for name, way in WAYS.items()),
    Attack("a file lies in the place of each folder", leave_files.__name__, ANEW),
    Attack("the disk is full", "full", TOLD),
    Attack("the checkout can only be read", "read-only", TOLD),
    Attack("a builder is killed before anybody watches over its folder", "killed", ANEW),
]

SUBJECT = Subject(
    "What happened to the files of a build", ATTACKS, ("what happened", "what comes of it")
)
