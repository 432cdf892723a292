"""What a build reads, by digests, which tell whether the next one can go on from it.

Sphinx compares times, which a copy or a checkout sets as it likes, and knows nothing of files that
no page names; what is published must not hang on either.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from trueloss.kernels.environment import fingerprint
from trueloss.repository import PACKAGE
from trueloss.settings import read_settings


@dataclass(frozen=True)
class Inputs:
    """Digests of files by their paths, and what else decides the bytes of a site.

    ``code`` are the files of the package and of ``conf/``, ``content`` those of pages and programs.
    """

    circumstances: list[str]
    code: dict[str, str]
    content: dict[str, str]

    def changed_since(self, earlier: "Inputs") -> set[str] | None:
        """Return the files of content that are others than at an earlier build.

        Files that are new do not count: only new pages name them, because an old one would have
        reported that they lack. Returns ``None`` where more than content has changed, and where a
        file has gone: what it left in a site is known to a build from nothing alone.
        """
        here, before = self.content, earlier.content
        alike = (self.circumstances, self.code) == (earlier.circumstances, earlier.code)
        if not alike or before.keys() - here.keys():
            return None
        return {path for path, digest in before.items() if here[path] != digest}

    def write(self, path: Path) -> None:
        """Keep them for the next build."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")


def read_inputs(root: Path, arguments: Sequence[str]) -> Inputs:
    """Return what a build of ``root`` with these arguments of Sphinx would read now."""
    conf = root / "conf"
    return Inputs(
        [*arguments, str(root), fingerprint(read_settings(root).environment)],
        _digests(root, [conf, PACKAGE]),
        _digests(root, [root / "docs", root / "examples"]),
    )


def earlier_inputs(path: Path) -> Inputs | None:
    """Return the inputs that a build has kept in a file, if it is there and whole."""
    try:
        return Inputs(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _digests(root: Path, folders: Sequence[Path]) -> dict[str, str]:
    return {
        os.path.relpath(path, root): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in folders
        for path in _files(folder)
    }


def _files(folder: Path) -> Iterator[Path]:
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(path, name) for name in sorted(names) if Path(path, name).is_file())
