"""Drawings that draw pass, and what else a drawing holds is named."""

from io import BytesIO, StringIO

import matplotlib.pyplot as plt
import pytest

from tests.attacks.outputs import SVG_FILES
from trueloss.text.allowed_svg import fault_of_svg


def test_what_matplotlib_draws_passes() -> None:
    figure, axes = plt.subplots(2)
    axes[0].plot([1, 3, 2], label="$x^2$")
    axes[0].legend()
    axes[1].imshow([[1, 2], [3, 4]])
    axes[1].fill_between([0, 1], [0, 1], hatch="/")
    text, file = StringIO(), BytesIO()
    figure.savefig(text, format="svg")
    with plt.rc_context({"svg.fonttype": "none"}):
        figure.savefig(file, format="svg")
    assert fault_of_svg(text.getvalue()) is None
    assert fault_of_svg(file.getvalue()) is None


def test_what_inkscape_says_of_a_drawing_passes() -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" inkscape:version="1.3" '
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd">'
        '<sodipodi:namedview inkscape:zoom="1"/><g inkscape:label="one" style="fill:red"/></svg>'
    )
    assert fault_of_svg(drawn) is None


@pytest.mark.parametrize("svg", SVG_FILES.values(), ids=SVG_FILES)
def test_what_acts_is_named(svg: str) -> None:
    assert fault_of_svg(svg)
    assert fault_of_svg(svg.encode())


@pytest.mark.parametrize("svg", ["", b"\xff", "<svg/>", b"<?xml version='1' encoding='x'?>"])
def test_what_is_no_drawing_is_named(svg: str | bytes) -> None:
    assert fault_of_svg(svg)
