"""What the last good build read and wrote, from which the next one goes on.

Its bytes are to be those of a build from nothing. So it is left alone where more than pages and
what they name has changed, and everything in it that no page accounts for any more is taken out.
"""

import hashlib
import pickle
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sphinx.environment import BuildEnvironment

from trueloss.publishing.inputs import Inputs, earlier_inputs
from trueloss.text.files import remove


class KeptSite:
    """The folder of a kept build: ``html`` and ``doctrees`` of Sphinx, and its inputs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._inputs = folder / "inputs.json"
        # Digests of what was published, and of what was kept.
        self._states = folder / "states"
        self._earlier = earlier_inputs(self._inputs)

    def is_whole(self, inputs: Inputs, published: Sequence[Path]) -> bool:
        """Tell whether a build of these inputs is ``published``, files and folders as it left them.

        That they are as they were, is told by names, sizes and times.
        """
        return inputs == self._earlier and self._has("published", _state_of(published))

    def go_on(self, work: Path, inputs: Inputs, root: Path) -> bool:
        """Copy the build to where the next one works, without the pages it has to read again.

        Returns whether it could.
        """
        if not self._has("kept", _state_of(_parts(self._folder))):
            return False
        changed = inputs.changed_since(self._earlier) if self._earlier else None
        if changed is None:
            return False
        again = _to_read_again(_environment(self._folder / "doctrees"), root, changed)
        if again is None:
            return False
        for part in _parts(self._folder):
            shutil.copytree(part, work / part.name)
        for docname in again:
            (work / "doctrees" / f"{docname}.doctree").unlink(missing_ok=True)
        # These are written anew by every build, whatever it reads.
        shutil.rmtree(work / "html" / "_static")
        for notebook in (work / "html").rglob("*.ipynb"):
            notebook.unlink()
        return True

    def replace_by(self, work: Path, inputs: Inputs, published: Sequence[Path]) -> None:
        """Keep another build from now on, whose files and folders were ``published``."""
        remove(self._folder)
        inputs.write(work / self._inputs.name)
        states = f"published {_state_of(published)}\nkept {_state_of(_parts(work))}\n"
        (work / self._states.name).write_text(states, encoding="utf-8")
        work.rename(self._folder)

    def _has(self, what: str, state: str) -> bool:
        try:
            return f"{what} {state}" in self._states.read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            return False


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


def _parts(folder: Path) -> list[Path]:
    return [folder / "html", folder / "doctrees"]


def _state_of(places: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for place in places:
        for line in sorted(_lines(place)):
            digest.update(line.encode())
    return digest.hexdigest()


def _lines(place: Path) -> Iterator[str]:
    for path in (place, *place.rglob("*")):
        name = path.relative_to(place.parent).as_posix()
        if not path.is_file() or path.is_symlink():
            yield f"{name} {path.is_dir()} {path.is_symlink()}\n"
        else:
            state = path.stat()
            yield f"{name} {state.st_size} {state.st_mtime_ns}\n"
