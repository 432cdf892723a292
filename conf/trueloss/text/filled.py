"""The files of ``templates/``, filled in: pages, pieces of HTML, reports."""

import json
from html import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from trueloss.repository import TEMPLATES

_TEMPLATES = Environment(
    loader=FileSystemLoader(TEMPLATES),
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    undefined=StrictUndefined,
)
_TEMPLATES.filters["e"] = escape
_TEMPLATES.filters["json"] = lambda content: json.dumps(
    content, separators=(",", ":"), allow_nan=False, ensure_ascii=False
).replace("<", "\\u003c")


def filled(template: str, **values: object) -> str:
    """Return a template, filled in.

    Its filter ``e`` escapes what needs it, and ``json`` writes what a script in a page reads.
    """
    return _TEMPLATES.get_template(template).render(values)
