"""How big a figure is, read from its data without decoding the picture."""

import base64
import binascii
import struct
import xml.etree.ElementTree as ElementTree

#: Stands where the data do not tell a width or a height.
UNKNOWN = "?"

_JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def figure_size(kind: str, data: str) -> tuple[str, str]:
    """Return width and height of an image output, in pixels or, of an SVG, in user units.

    ``kind`` is the mime type and ``data`` what a notebook holds: base64, or the SVG itself.
    """
    if kind == "image/svg+xml":
        return _svg_size(data)
    try:
        content = base64.b64decode(data)
        size = _READERS[kind](content)
    except (KeyError, binascii.Error, struct.error):
        return UNKNOWN, UNKNOWN
    return str(size[0]), str(size[1])


def _svg_size(data: str) -> tuple[str, str]:
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return UNKNOWN, UNKNOWN
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) == 4:
        return box[2], box[3]
    width, height = ("".join(root.get(name, "").split()) for name in ("width", "height"))
    return width or UNKNOWN, height or UNKNOWN


def _png_size(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _gif_size(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack("<HH", content[6:10])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    place = 2
    while True:
        _, marker, length = struct.unpack(">BBH", content[place : place + 4])
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        place += 2 + length


_READERS = {"image/png": _png_size, "image/gif": _gif_size, "image/jpeg": _jpeg_size}
