"""The size of a figure, read from its data."""

import base64
import struct

import pytest

from trueloss.records.figure_sizes import figure_size


def png(width: int, height: int) -> str:
    return base64.b64encode(
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)
    ).decode()


@pytest.mark.parametrize(
    ("kind", "data", "size"),
    [
        ("image/png", png(640, 480), ("640", "480")),
        ("image/gif", base64.b64encode(b"GIF89a" + struct.pack("<HH", 3, 4)).decode(), ("3", "4")),
        (
            "image/jpeg",
            base64.b64encode(
                b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 4, 3)
            ).decode(),
            ("3", "4"),
        ),
        ("image/svg+xml", '<svg viewBox="0 0 460.8 345.6" width="1pt"/>', ("460.8", "345.6")),
        ("image/svg+xml", '<svg width="20 pt" height="10"/>', ("20pt", "10")),
        ("image/svg+xml", "<svg", ("?", "?")),
        ("image/png", "AAAA", ("?", "?")),
        ("image/webp", "AAAA", ("?", "?")),
    ],
)
def test_size_of_a_figure(kind: str, data: str, size: tuple[str, str]):
    assert figure_size(kind, data) == size
