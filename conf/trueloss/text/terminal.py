"""The colours of a terminal, which say nothing that the text does not."""

import re

_ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def without_colours(text: str) -> str:
    """Return a text without the escape sequences of a terminal."""
    return _ESCAPES.sub("", text)
