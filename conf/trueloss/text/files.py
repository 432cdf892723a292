"""Files that are written whole or not at all, and what is said where a disk takes none."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_CAUSES = {
    errno.ENOSPC: "no space is left on the disk; free some",
    errno.EDQUOT: "your share of the disk is full; remove what you no longer need",
    errno.EROFS: "the disk can only be read; use a checkout on another one",
    errno.EACCES: "you have no right to this file; give yourself the right, or remove it",
    errno.EPERM: "you have no right to this file; give yourself the right, or remove it",
}
#: The same where no number is kept: as SQLite has it, and as ``shutil`` collects it.
_SAID = {
    "No space left on device": errno.ENOSPC,
    "Read-only file system": errno.EROFS,
    "disk is full": errno.ENOSPC,
    "readonly database": errno.EROFS,
}


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, its folders included, so that nobody ever finds a part of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    make_way(path)
    path = path.resolve()  # a link stays one
    data = content.encode() if isinstance(content, str) else content
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def make_way(path: Path) -> None:
    """Remove what lies where a file belongs and is none: a folder, a link that leads nowhere."""
    if not path.is_file():
        remove(path)


def make_folder(path: Path) -> None:
    """Make a folder with those around it, in the place of whatever lies there and is none."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        path.unlink(missing_ok=True)  # never a folder, which another process may just have made
        path.mkdir(exist_ok=True)


def remove(path: Path) -> None:
    """Remove a file, a folder with all that is in it, or nothing where there is nothing."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def disk_trouble(error: BaseException | None) -> str:
    """Return in a line why a disk took no file; empty where another error is behind ``error``."""
    for each in _behind(error):
        number = each.errno if isinstance(each, OSError) else None
        said = str(each)
        number = next((found for text, found in _SAID.items() if text in said), number)
        if number in _CAUSES:
            path = getattr(each, "filename", None)
            where = f"{os.fsdecode(path)}: " if isinstance(path, str | bytes | os.PathLike) else ""
            return f"{where}{_CAUSES[number]}, and run the command again"
    return ""


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and those that it came from, each once."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        inner = getattr(error, "orig_exc", None) or getattr(error, "orig", None)
        error = inner or error.__cause__ or error.__context__


def _umask() -> int:
    # There is no way to ask that does not set it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
