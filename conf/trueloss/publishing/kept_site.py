"""What the last good build read and wrote, from which the next one goes on.

Its bytes are to be those of a build from nothing. So it is left alone where more than pages and
what they name has changed, and everything in it that no page accounts for any more is taken out.
"""

import hashlib
import pickle
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx.environment import BuildEnvironment

from trueloss.publishing.inputs import Inputs, earlier_inputs


class KeptSite:
    """The folder of a kept build: ``html`` and ``doctrees`` of Sphinx, and its inputs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._inputs = folder / "inputs.json"
        self._published = folder / "published"
        self._earlier = earlier_inputs(self._inputs)

    def is_whole(self, inputs: Inputs, site: Path) -> bool:
        """Tell whether a build of these inputs is published as ``site``.

        That its files are as they were, is told by names, sizes and times.
        """
        if inputs != self._earlier or not self._published.is_file():
            return False
        return self._published.read_text(encoding="utf-8") == _state_of(site)

    def go_on(self, work: Path, inputs: Inputs, root: Path) -> bool:
        """Copy the build to where the next one works, without the pages it has to read again.

        Returns whether it could.
        """
        changed = inputs.changed_since(self._earlier) if self._earlier else None
        if changed is None:
            return False
        again = _to_read_again(_environment(self._folder / "doctrees"), root, changed)
        if again is None:
            return False
        shutil.copytree(self._folder, work)
        for docname in again:
            (work / "doctrees" / f"{docname}.doctree").unlink(missing_ok=True)
        # These are written anew by every build, whatever it reads.
        shutil.rmtree(work / "html" / "_static")
        for notebook in (work / "html").rglob("*.ipynb"):
            notebook.unlink()
        return True

    def replace_by(self, work: Path, inputs: Inputs, site: Path) -> None:
        """Keep another build from now on, which was published as ``site``."""
        shutil.rmtree(self._folder, ignore_errors=True)
        inputs.write(work / self._inputs.name)
        (work / self._published.name).write_text(_state_of(site), encoding="utf-8")
        work.rename(self._folder)


def leave_what_is_used(work: Path) -> bool:
    """Take pictures and downloads that no page shows any more out of a build that went on.

    Returns False where two of them bear one name: which is given another depends on the order in
    which pages are read, and that is another in a build from nothing.
    """
    env = _environment(work / "doctrees")
    named = {path: name for path, (_, name) in env.images.items()}
    if any(Path(path).name != name for path, name in named.items()):
        return False
    downloads = {name for _, name in env.dlfiles.values()}
    for folder, used in (("_images", set(named.values())), ("_downloads", downloads)):
        for path in list((work / "html" / folder).rglob("*")):
            if path.is_file() and path.relative_to(work / "html" / folder).as_posix() not in used:
                path.unlink()
    return True


def _environment(doctrees: Path) -> BuildEnvironment:
    with (doctrees / "environment.pickle").open("rb") as file:
        env: BuildEnvironment = pickle.load(file)  # written by our own last build
    return env


def _to_read_again(env: BuildEnvironment, root: Path, changed: Iterable[str]) -> set[str] | None:
    """Return the pages that are or name one of the files.

    Returns ``None`` for a file that no page is or names, because it may decide anything.
    """
    users: dict[Path, set[str]] = {}
    for docname in env.all_docs:
        named = (Path(env.srcdir, path) for path in env.dependencies[docname])
        for path in (Path(env.doc2path(docname)), *named):
            users.setdefault(path.resolve(), set()).add(docname)
    found = [users.get((root / path).resolve()) for path in changed]
    return None if None in found else {docname for each in found if each for docname in each}


def _state_of(site: Path) -> str:
    digest = hashlib.sha256()
    for line in sorted(_lines(site)):
        digest.update(line.encode())
    return digest.hexdigest()


def _lines(site: Path) -> Iterator[str]:
    for path in site.rglob("*"):
        state = path.stat()
        size = state.st_size if path.is_file() else 0
        times = state.st_mtime_ns if path.is_file() else 0
        yield f"{path.relative_to(site).as_posix()} {size} {times}\n"
