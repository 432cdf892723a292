"""The builds of `nox -s check` and `nox -s serve`, which keep what they have read of pages."""

import shutil
from collections.abc import Callable, Collection
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import docutils_namespace, patch_docutils

from trueloss.diagnostics.collecting import collect
from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.repository import code_digest


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
    of ``conf.py``.
    """
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
        said = collect()
        app.connect("env-get-outdated", lambda _app, env, *_changes: again(env))
        app.build()
    return Build(app, said.found(root))


def doctrees_of(folder: Path, root: Path) -> Path:
    """Return the folder for what was read, a new one where the code that reads has changed."""
    doctrees = folder / f"doctrees-{code_digest(root)}"
    for earlier in folder.glob("doctrees-*"):
        if earlier != doctrees:
            shutil.rmtree(earlier)
    return doctrees
