"""The folders of kernels: all in one, locked by their builder, removed whatever they hold."""

import contextlib
import fcntl
import os
import shutil
import stat
import subprocess
import tempfile
import time
from pathlib import Path

#: A Unix socket's address has 107 bytes at most on Linux, 103 on macOS.
_LONGEST_FOLDER = 80
#: Characters of a folder below the temporary folder: its own name, and those around it.
_NAMES = 30
#: Seconds that a builder takes at most to lock a folder that it has made.
_LOCKED_SECONDS = 60.0

#: What this process holds, by the folder.
_locks: dict[Path, int] = {}
#: What this process uses instead of a folder that is somebody else's.
_instead: dict[Path, Path] = {}


class Place:
    """The folder of one kernel, made by the builder and removed when the kernel ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        #: All that cells may write to.
        self.own = folder / "own"
        #: The working folder of the cells, empty at the start.
        self.work = self.own / "work"
        #: HOME, with the settings that libraries look for.
        self.home = self.own / "home"
        #: What ``tempfile`` uses.
        self.tmp = self.own / "tmp"
        #: The Jupyter sockets, until the builder is connected to them.
        self.sockets = folder / "ipc"
        #: Process id and guards as JSON, written when the kernel can take requests.
        self.facts = folder / "facts.json"
        #: What the process wrote to its streams before a cell ran.
        self.log = folder / "kernel.log"
        #: Where Python was when the kernel crashed or was stopped.
        self.trace = folder / "trace.txt"

    def environment(self) -> dict[str, str]:
        """Return the variables that keep libraries inside this folder."""
        return {
            "HOME": str(self.home),
            "IPYTHONDIR": str(self.home / ".ipython"),
            "KERAS_HOME": str(self.home / ".keras"),
            "MPLCONFIGDIR": str(self.home / "matplotlib"),
            "TMPDIR": str(self.tmp),
        }


def folder_of_all() -> Path:
    """Return the folder that holds the folders of all kernels of this user; make it if need be.

    A kernel is kept out of it as a whole, so none sees the folder of another.
    """
    temporary = Path(tempfile.gettempdir())
    if len(os.fsencode(temporary)) > _LONGEST_FOLDER - _NAMES:
        temporary = Path("/tmp")
    folder = temporary / f"trueloss-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o022:
        # Somebody else was first, who might swap what lies there.
        if folder not in _instead or not _instead[folder].is_dir():
            made = tempfile.mkdtemp(prefix=f"{folder.name}-", dir=temporary)
            _instead[folder] = Path(made)
        return _instead[folder]
    return folder


def make_folder(parent: Path | None = None) -> Path:
    """Make a temporary folder with an address short enough for Unix sockets."""
    if parent is not None:
        return Path(tempfile.mkdtemp(prefix="", dir=parent))
    for left in _left_behind(folder_of_all()):
        remove_folder(left)
    while True:
        # Another builder removes the folder of all when it seems to be the last.
        with contextlib.suppress(FileNotFoundError):
            made = Path(tempfile.mkdtemp(prefix="", dir=folder_of_all()))
            _lock(made)
            return made


def make_place(parent: Path | None = None) -> Place:
    """Make the folder of one kernel, under ``parent`` or among the temporary folders."""
    place = Place(make_folder(parent))
    for folder in (place.own, place.work, place.home, place.tmp, place.sockets):
        folder.mkdir()
    settings = Path(place.environment()["MPLCONFIGDIR"])
    settings.mkdir()
    # Otherwise matplotlib salts the ids in an SVG with random numbers.
    (settings / "matplotlibrc").write_text("svg.hashsalt: trueloss\n")
    return place


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, however deep, and whatever its rights."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except (OSError, RecursionError):
        # These two follow no path from the top, which can be longer than the system takes.
        for command in (["chmod", "-R", "u+rwX"], ["rm", "-rf"]):
            subprocess.run([*command, "--", str(folder)], capture_output=True, check=False)
    if (lock := _locks.pop(folder, None)) is not None:
        os.close(lock)
    with contextlib.suppress(OSError):
        if folder.parent.name.startswith("trueloss-"):
            folder.parent.rmdir()


def size_mb(folder: Path) -> float:
    """Return what a folder takes on its disk, however deep it is."""
    command = ["du", "-skx", str(folder)]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return int(found.split()[0]) / 1024 if found else 0.0


def _lock(folder: Path) -> bool:
    """Lock a folder for as long as this process lives; return whether nobody else had."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return False
    _locks[folder] = descriptor
    return True


def _left_behind(all_folders: Path) -> list[Path]:
    """Return the folders whose builder has died, and whoever should have cleared up with it."""
    left = []
    # What another builder removes meanwhile is not left behind.
    with contextlib.suppress(FileNotFoundError):
        for folder in all_folders.iterdir():
            with contextlib.suppress(OSError):
                old = time.time() - folder.stat().st_mtime > _LOCKED_SECONDS
                if old and _lock(folder):
                    left.append(folder)
    return left
