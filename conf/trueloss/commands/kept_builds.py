"""The builds of `nox -s check` and `nox -s serve`, which keep what they have read of pages."""

import errno
from collections.abc import Callable, Collection
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import docutils_namespace, patch_docutils

from trueloss.diagnostics.collecting import said
from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.repository import Refusal, code_digest
from trueloss.text.files import disk_trouble, make_folder, remove

#: How often a build begins anew after a file went away.
_FRESH_STARTS = 3


@dataclass(frozen=True)
class Build:
    """A build that has ended: its application, and what it said."""

    app: Sphinx
    said: list[Diagnostic]


def build(
    root: Path,
    folder: Path,
    again: Callable[[BuildEnvironment], Collection[str]],
    **settings: object,
) -> Build:
    """Build the site of the repository at ``root`` into ``folder/html``.

    ``again`` returns the pages to read even if they have not changed; ``settings`` override those
    of ``conf.py``. A build from under which an author takes a file begins anew, and so does one
    that finds what was kept damaged.
    """
    make_folder(folder)
    kept = doctrees_of(folder, root).exists()
    for _ in range(_FRESH_STARTS):
        try:
            return _build(root, folder, again, settings)
        except Refusal:
            raise
        except Exception as error:
            if _misses_a_source(error, root):
                continue
            if not kept or disk_trouble(error):
                raise
            remove(folder)
            kept = False
    return _build(root, folder, again, settings)


def _build(
    root: Path,
    folder: Path,
    again: Callable[[BuildEnvironment], Collection[str]],
    settings: dict[str, object],
) -> Build:
    conf = root / "conf"
    with patch_docutils(conf), docutils_namespace():
        app = Sphinx(
            root / "docs",
            conf,
            folder / "html",
            doctrees_of(folder, root),
            "html",
            {"trueloss_keep_faulty": True, **settings},
            None,
            StringIO(),
        )
        app.connect("env-get-outdated", lambda _app, env, *_changes: again(env))
        app.build()
    return Build(app, said(root))


def _misses_a_source(error: BaseException | None, root: Path) -> bool:
    """Tell whether a page or a program was there when a build looked, and not when it read."""
    while error is not None:
        if isinstance(error, OSError) and error.errno == errno.ENOENT:
            path = Path(str(error.filename))
            return any(path.is_relative_to(root.resolve() / each) for each in ("docs", "examples"))
        error = error.__cause__ or error.__context__
    return False


def doctrees_of(folder: Path, root: Path) -> Path:
    """Return the folder for what was read, a new one where the code that reads has changed."""
    doctrees = folder / f"doctrees-{code_digest(root)}"
    for earlier in folder.glob("doctrees-*"):
        if earlier != doctrees:
            remove(earlier)
    return doctrees
