"""Drawings that draw and do nothing else, also where a reader opens their file.

The parser is Python's own, because nh3 reads HTML: to browsers, a file of SVG is XML, which knows
prefixes, entities and stylesheets that HTML does not. The lists are those of HTML.
"""

import re
from xml.parsers import expat

from trueloss.text.allowed_html import PICTURE, SVG_ATTRIBUTES, SVG_TAGS
from trueloss.text.shorten import cut

_SVG = "http://www.w3.org/2000/svg"
_HREF = "http://www.w3.org/1999/xlink href"
_XML = "http://www.w3.org/XML/1998/namespace "
#: What drawing programs say of a drawing, which browsers do not look at.
_ABOUT = re.compile(
    r"http://(?:www\.w3\.org/1999/02/22-rdf-syntax-ns#|purl\.org/dc/elements/1\.1/"
    r"|creativecommons\.org/ns#|web\.resource\.org/cc/|www\.inkscape\.org/namespaces/inkscape"
    r"|sodipodi\.sourceforge\.net/DTD/sodipodi-0\.dtd) \w[\w-]*"
)
_TAGS = {*SVG_TAGS, "metadata", "style"}
_ATTRIBUTES = {*SVG_ATTRIBUTES, "class", "id", "lang", "media", "role", "style", "type"}
#: What a value may not hold: an address outside of the drawing, or a letter in disguise.
_REACHES = re.compile(r"url\((?!\s*['\"]?#)|@|\\|expression|javascript:|/\*", re.IGNORECASE)
_WIDTH = 60


class _RefusedError(Exception):
    pass


def fault_of_svg(svg: str | bytes) -> str | None:
    """Say what a drawing holds that may not be shown."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    open_tags: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(f"{_SVG} ")
        if not open_tags and name != f"{_SVG} svg":
            raise _RefusedError(f"<{cut(name, _WIDTH)}> in place of <svg xmlns={_SVG!r}>")
        if tag not in _TAGS and not _ABOUT.fullmatch(name):
            raise _RefusedError(f"<{cut(tag.rpartition(' ')[2], _WIDTH)}>")
        for attribute, value in attributes.items():
            if not _ABOUT.fullmatch(name) and not _allows(tag, attribute, value):
                short = attribute.rpartition(" ")[2]
                raise _RefusedError(f'{short}="{cut(" ".join(value.split()), _WIDTH)}" at <{tag}>')
        open_tags.append(tag)

    def text(data: str) -> None:
        if open_tags[-1:] == ["style"] and _REACHES.search(data):
            raise _RefusedError(f"the style {cut(data.strip(), _WIDTH)!r}")

    def refuse(*found: object) -> None:
        raise _RefusedError(f"<?{found[0]} ...?> or an entity, {found[0]!r}")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _name: open_tags.pop() and None
    parser.CharacterDataHandler = text
    parser.ProcessingInstructionHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.AttlistDeclHandler = refuse
    try:
        parser.Parse(svg, True)  # noqa: FBT003 # expat takes no names
    except _RefusedError as refused:
        return f"has {refused}"
    except (expat.ExpatError, ValueError, LookupError) as error:
        return f"is not XML: {error}"
    return None


def _allows(tag: str, attribute: str, value: str) -> bool:
    if attribute in ("href", _HREF):
        return value.startswith("#") or (tag == "image" and PICTURE.fullmatch(value) is not None)
    name = attribute.removeprefix(_XML)
    known = attribute in _ATTRIBUTES or (name != attribute and name in ("space", "lang"))
    private = _ABOUT.fullmatch(attribute) is not None
    return private or (known and _REACHES.search(value) is None)
