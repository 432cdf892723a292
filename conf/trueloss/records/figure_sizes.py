"""How big a figure is, read from its data without decoding the picture."""

import base64
import binascii
import io
import xml.etree.ElementTree as ElementTree

import imagesize

#: Stands where the data do not tell a width or a height.
UNKNOWN = "?"


def figure_size(kind: str, data: str) -> tuple[str, str]:
    """Return width and height of an image output, in pixels or, of an SVG, in user units.

    ``kind`` is the mime type and ``data`` what a notebook holds: base64, or the SVG itself.
    """
    if kind == "image/svg+xml":
        return _svg_size(data)
    try:
        content = base64.b64decode(data)
    except binascii.Error:
        return UNKNOWN, UNKNOWN
    size = imagesize.get(io.BytesIO(content), exif_rotation=False)
    return (UNKNOWN, UNKNOWN) if -1 in size else (str(size[0]), str(size[1]))


def _svg_size(data: str) -> tuple[str, str]:
    # imagesize knows no view box, and converts lengths into pixels.
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return UNKNOWN, UNKNOWN
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) == 4:
        return box[2], box[3]
    width, height = ("".join(root.get(name, "").split()) for name in ("width", "height"))
    return width or UNKNOWN, height or UNKNOWN
