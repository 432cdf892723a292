"""What a terminal makes of a text: colours, which a page shows, and orders that it cannot obey.

Sphinx's ``strip_escape_sequences`` is for its own output alone: it leaves the colours of IPython's
tracebacks, such as ``ESC[38;5;28;01m``, and would bring Sphinx into what runs cells.
"""

import re
import unicodedata
from collections.abc import Iterator

#: Colours and moves of the cursor; links and titles, which end with a bell or ``ESC \``.
_ESCAPES = re.compile(
    r"\x1b(?:\[(?P<codes>[0-?]*)[ -/]*(?P<does>[@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\))"
)
_BACKSPACE = re.compile(r"(?:[^\n\x08]|^)\x08", re.MULTILINE)
#: What is no letter, and what makes the letters beside it stand in another order.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
#: The controls that programs print, which Unicode gives no name.
_CONTROLS = {"\0": "NUL", "\a": "BEL", "\b": "BS", "\f": "FF", "\x1b": "ESC", "\x7f": "DEL"}
#: Of colours with a red, a green and a blue, how many shades of each the palette of 256 has.
_SHADES = 6


def without_colours(text: str) -> str:
    """Return a text without the escape sequences of a terminal."""
    return _ESCAPES.sub("", text)


def as_terminal(text: str) -> str:
    """Return a text as a terminal leaves it: what was taken back is gone, and colours are named.

    A colour is one of the 256 that myst-nb knows; all other orders are left out.
    """
    while (shorter := _BACKSPACE.sub("", text)) != text:
        text = shorter
    return _ESCAPES.sub(_colour, text) if "\x1b" in text else text


def without_unseen(text: str) -> str:
    """Return a text with a question mark for each character that no page can show."""
    return _UNSEEN.sub("?", _ESCAPES.sub("", text))


def unseen_letter(text: str) -> str | None:
    """Name the first character of a text that no page can show, if there is any."""
    found = _UNSEEN.search(_ESCAPES.sub("", text))
    if found is None:
        return None
    name = _CONTROLS.get(found[0]) or unicodedata.name(found[0], "")
    return f"U+{ord(found[0]):04X}" + (f" ({name})" if name else "")


def _colour(escape: re.Match[str]) -> str:
    if escape["does"] != "m" or re.search("[<=>?]", escape["codes"]):
        return ""
    codes = iter([int(code or 0) for code in re.split("::?|;", escape["codes"])])
    return f"\x1b[{';'.join(map(str, _known(codes)))}m"


def _known(codes: Iterator[int]) -> Iterator[int]:
    """Yield the codes of an escape sequence with bright and true colours from the palette."""
    for code in codes:
        if code in (38, 48):
            kind = next(codes, 0)
            if kind == 5:
                yield from (code, kind, next(codes, 0))
            elif kind == 2:
                yield from (code, 5, _nearest(list(codes)))
        elif 90 <= code <= 97 or 100 <= code <= 107:
            yield from (38 if code < 100 else 48, 5, 8 + code % 10)
        else:
            yield code


def _nearest(codes: list[int]) -> int:
    red, green, blue = (
        min(_SHADES - 1, round(code * (_SHADES - 1) / 255)) for code in (*codes[:3], 0, 0, 0)[:3]
    )
    return 16 + _SHADES * (_SHADES * red + green) + blue
