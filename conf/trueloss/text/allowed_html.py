"""HTML that is shown and does nothing: the lists of what it may hold, and what else it holds.

nh3 reads HTML as browsers do and leaves out what is not on the lists. What it changed is found by
holding what was written against what it left, tag by tag: something was left out, or moved, or
had to be closed.
"""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import zip_longest

import nh3

from trueloss.text.shorten import cut

#: What stands below an output or an answer, written by the house alone.
SIGNS = ("printed by this build", "We ran it")

_TEXT = """
    a abbr b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div
    dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark meter ol p pre
    progress q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead
    time tr tt u ul var wbr
"""
#: Of SVG, what draws: nothing that runs, moves, loads, links or holds HTML.
_DRAWS = """
    circle clipPath defs desc ellipse g image line linearGradient marker mask path pattern polygon
    polyline radialGradient rect stop svg symbol text textPath title tspan use
"""
SVG_TAGS = frozenset(_DRAWS.split())
_DRAWN = """
    alignment-baseline baseProfile clip-path clip-rule clipPathUnits color cx cy d direction
    display dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size font-stretch
    font-style font-variant font-weight fx fy gradientTransform gradientUnits height href
    image-rendering lengthAdjust letter-spacing marker-end marker-mid marker-start markerHeight
    markerUnits markerWidth mask maskUnits offset opacity orient paint-order pathLength
    patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY rotate
    rx ry shape-rendering spreadMethod startOffset stop-color stop-opacity stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    text-anchor text-decoration text-rendering textLength transform transform-origin
    vector-effect version viewBox visibility width word-spacing writing-mode x x1 x2 xlink:href
    xml:space y y1 y2
"""
SVG_ATTRIBUTES = frozenset(_DRAWN.split())
_EVERYWHERE = "aria-hidden aria-label class dir id lang role style title"
_ATTRIBUTES = {
    "a": "href target",
    "col": "span width",
    "colgroup": "span width",
    "details": "open",
    "img": "alt height src width",
    "li": "value",
    "meter": "high low max min optimum value",
    "ol": "reversed start type",
    "progress": "max value",
    "table": "align bgcolor border cellpadding cellspacing width",
    "tbody": "align valign",
    "td": "align bgcolor colspan halign height nowrap rowspan valign width",
    "th": "abbr align bgcolor colspan halign height nowrap rowspan scope valign width",
    "thead": "align valign",
    "time": "datetime",
    "tr": "align bgcolor valign",
}
_PROPERTIES = re.compile(
    r"color|background(?:-color)?|font(?:-[a-z]+)?|text-(?:align|anchor|indent|transform|decoration(?:-[a-z]+)?)"
    r"|white-space|vertical-align|border(?:-[a-z]+)*|padding(?:-[a-z]+)?|margin(?:-[a-z]+)?"
    r"|(?:min-|max-)?(?:width|height)|display|overflow(?:-[xy])?|line-height|opacity"
    r"|list-style-type|table-layout|word-(?:break|wrap)|fill|stroke(?:-[a-z]+)?|stop-[a-z]+"
    r"|clip-path|clip-rule|fill-[a-z]+"
)
#: No address, no number below zero, nothing that ends the value or reaches beyond a box.
_VALUE = re.compile(
    r"(?!\s*visible)(?:(?:rgba?|hsla?|linear-gradient)\(|url\(#[\w-]+\)|[\w\s#%.,'\"!)+]|-(?![\d.]))*",
    re.ASCII,
)
_REFERENCE = re.compile(r"(url\(\s*['\"]?)#")
#: Where a link leads; what shows itself in place of a page, and what nothing is loaded for.
LINK = re.compile(r"(?:https?://|mailto:|#).*", re.IGNORECASE | re.DOTALL)
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[\w+/=\s]+", re.ASCII)
#: Characters of a value that are quoted.
_WIDTH = 60
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
#: What browsers put around rows and columns.
_IMPLIED = frozenset({"colgroup", "tbody", "tr"})
#: Of the classes that libraries give, those that mean something to the site's stylesheets.
_CLASSES = frozenset({"dataframe"})

_Token = tuple[str, str, tuple[tuple[str, str], ...]]


def allows(tag: str, name: str, value: str) -> bool:
    """Tell whether an attribute, which may stand on a tag, may have a value."""
    if name == "style":
        return not _forbidden(value)
    if name in ("href", "src"):
        if tag == "a":
            return LINK.fullmatch(value) is not None
        return value.startswith("#") if tag not in ("image", "img") else bool(PICTURE.match(value))
    if name in ("class", "id"):
        return not any(word.lower().startswith("tl-") for word in value.split())
    if name == "target":
        return value == "_blank"
    return "url(" not in _REFERENCE.sub("", value.lower())


def _forbidden(style: str) -> list[str]:
    """Return the declarations of a style that it may not have."""
    parts = [part for part in style.split(";") if part.strip()]
    return [
        part.strip()
        for part in parts
        if not _PROPERTIES.fullmatch(part.partition(":")[0].strip().lower())
        or not _VALUE.fullmatch(part.partition(":")[2])
    ]


def fault_of(html: str, *, within: str = "", named: bool = True) -> str | None:
    """Say what some HTML holds that may not be shown; ``within`` is a tag that it stands in.

    What is not ``named`` may have neither class nor id, which would meet those of the house.
    """
    around = f"<{within}>{html}</{within}>" if within else html
    clean = _KEEPS.clean(around)
    written, kept = _tokens(around), _tokens(clean)
    if _KEEPS.clean(clean) != clean:
        return "has tags that mean something else when they are read again"
    for one, other in zip_longest(written, kept):
        if one != other:
            return f"has {_named(one, other)}"
    for _, tag, attributes in written:
        for name, value in attributes:
            if name in ("class", "id") and not named:
                return f'has {name}="{_short(value)}" at <{tag}>'
    text = "".join(name for kind, name, _ in written if kind == "text")
    return next(
        (f"has the words {sign!r}" for sign in SIGNS if "".join(sign.split()) in text), None
    )


def leaves_open(html: str) -> bool:
    """Tell whether a tag of some HTML is not closed in it."""
    opened: list[str] = []
    for kind, name, _ in _tokens(html):
        if kind == "tag" and name not in _VOID:
            opened.append(name)
        elif kind == "end" and name in opened:
            del opened[len(opened) - 1 - opened[::-1].index(name) :]
    return bool(opened)


def shown(html: str, prefix: str) -> str:
    """Return faultless HTML as a page shows it: as nh3 writes it, with names of its own."""

    def named(tag: str, name: str, value: str) -> str | None:
        if not allows(tag, name, value):
            return None
        if name == "class":
            return " ".join(word for word in value.split() if word in _CLASSES) or None
        if name == "id":
            return prefix + value
        if name == "href" and value.startswith("#"):
            return f"#{prefix}{value[1:]}"
        return _REFERENCE.sub(rf"\g<1>#{prefix}", value)

    return _cleaner(named).clean(html)


def _cleaner(named: Callable[[str, str, str], str | None]) -> nh3.Cleaner:
    tags = {*_TEXT.split(), *SVG_TAGS}
    attributes = {tag: set(names.split()) for tag, names in _ATTRIBUTES.items()}
    for tag in SVG_TAGS:
        attributes[tag] = set(SVG_ATTRIBUTES)
    return nh3.Cleaner(
        tags=tags,
        attributes={"*": set(_EVERYWHERE.split()), **attributes},
        attribute_filter=named,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "data"},
    )


_KEEPS = _cleaner(lambda tag, name, value: value if allows(tag, name, value) else None)


class _Reader(HTMLParser):
    """Reads tags as they were written."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[_Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _IMPLIED:
            # HTML makes nothing of namespaces.
            said = ((name, value or "") for name, value in attrs if not name.startswith("xmlns"))
            self.tokens.append(("tag", tag, tuple(said)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _IMPLIED:
            self.tokens.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        words = "".join(data.split())
        if words and self.tokens and self.tokens[-1][0] == "text":
            words = self.tokens.pop()[1] + words
        if words:
            self.tokens.append(("text", words, ()))

    def handle_comment(self, data: str) -> None:
        if re.search("[<>]|--", data) or f"<!--{data}-->" not in self.rawdata:
            self.tokens.append(("open", f"<!--{data}", ()))

    def handle_decl(self, decl: str) -> None:
        self.tokens.append(("open", f"<!{decl}>", ()))

    def unknown_decl(self, data: str) -> None:
        self.tokens.append(("open", f"<![{data}]>", ()))

    def handle_pi(self, data: str) -> None:
        self.tokens.append(("open", f"<?{data}>", ()))


def _tokens(html: str) -> list[_Token]:
    reader = _Reader()
    reader.feed(html)
    if left := re.search("<[a-zA-Z/!?].*", reader.rawdata, re.DOTALL):
        reader.tokens.append(("open", left[0], ()))
    else:
        reader.close()
    return reader.tokens


def _named(one: _Token | None, other: _Token | None) -> str:
    """Say what was found in place of what was left."""
    kind, name, attributes = one or ("", "", ())
    if kind == "open":
        return f"{_short(name)!r}, which is no tag"
    if kind == "tag" and name not in _KNOWN:
        return f"<{name}>"
    if kind == "tag" and other and other[:2] == (kind, name):
        for attribute in _changed(attributes, other[2]):
            if attribute[0] == "style":
                return f'style="{_short([*_forbidden(attribute[1]), attribute[1]][0])}" at <{name}>'
            return f'{attribute[0]}="{_short(attribute[1])}" at <{name}>'
    if other and other[0] == "end":
        return f"<{other[1]}>, which is not closed where it should be"
    if kind == "end":
        return f"</{name}>, which closes nothing"
    what = f"<{name}>" if kind == "tag" else repr(_short(name))
    return f"{what} in a place where it cannot stand"


def _short(text: str) -> str:
    return cut(" ".join(text.split()), _WIDTH)


_KNOWN = {tag.lower() for tag in (*_TEXT.split(), *SVG_TAGS)}


def _changed(
    written: tuple[tuple[str, str], ...], kept: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, str]]:
    yield from (attribute for attribute in written if attribute not in kept)
    yield from written
