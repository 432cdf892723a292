"""The colours of a terminal, which say nothing that the text does not.

Sphinx's ``strip_escape_sequences`` is for its own output alone: it leaves the colours of IPython's
tracebacks, such as ``ESC[38;5;28;01m``, and would bring Sphinx into what runs cells.
"""

import re

_ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def without_colours(text: str) -> str:
    """Return a text without the escape sequences of a terminal."""
    return _ESCAPES.sub("", text)
