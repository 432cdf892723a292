"""The size of a figure, read from its data."""

import base64
import io

import pytest
from PIL import Image

from trueloss.records.figure_sizes import figure_size


def picture(width: int, height: int, kind: str = "png") -> str:
    """Return a picture as a notebook holds it."""
    content = io.BytesIO()
    Image.new("1", (width, height)).save(content, kind)
    return base64.b64encode(content.getvalue()).decode()


@pytest.mark.parametrize(
    ("kind", "data", "size"),
    [
        ("image/png", picture(640, 480), ("640", "480")),
        ("image/gif", picture(3, 4, "gif"), ("3", "4")),
        ("image/jpeg", picture(3, 4, "jpeg"), ("3", "4")),
        ("image/svg+xml", '<svg viewBox="0 0 460.8 345.6" width="1pt"/>', ("460.8", "345.6")),
        ("image/svg+xml", '<svg width="20 pt" height="10"/>', ("20pt", "10")),
        ("image/svg+xml", "<svg", ("?", "?")),
        ("image/png", "AAAA", ("?", "?")),
        ("image/webp", "AAAA", ("?", "?")),
    ],
)
def test_size_of_a_figure(kind: str, data: str, size: tuple[str, str]):
    assert figure_size(kind, data) == size
