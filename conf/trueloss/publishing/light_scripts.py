"""The scripts of the components, published without what only people need: comments, indentation.

It goes by lines, as our scripts are written: a comment has its own, and no string spans several.
"""

import re
from pathlib import Path

from sphinx.application import Sphinx

from trueloss.repository import STATIC

_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/)[ \t]*\n", re.MULTILINE | re.DOTALL)
_MARGIN = re.compile(r"^[ \t\n]+", re.MULTILINE)


def light(script: str) -> str:
    """Return a script without the lines of comments, empty lines and indentation."""
    return _MARGIN.sub("", _COMMENT.sub("", script))


def lighten_scripts(app: Sphinx, exception: Exception | None) -> None:
    """Lighten our scripts in the site, once all pages are written."""
    static = Path(app.outdir) / "_static"
    if exception is not None or app.builder.format != "html" or not static.is_dir():
        return
    for source in sorted(STATIC.glob("*.js")):
        script = light(source.read_text(encoding="utf-8"))
        (static / source.name).write_text(script, encoding="utf-8")
