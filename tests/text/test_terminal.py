"""What is left of a text without its colours."""

import pytest

from trueloss.text.terminal import without_colours


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mif\x1b[0m",
        "\x1b[38;5;28;01mif\x1b[39;00m",  # a keyword in a traceback of IPython
        "\x1b[2Kif\x1b[1A",  # a bar that draws itself again
    ],
)
def test_no_escape_sequence_is_left(text: str) -> None:
    assert without_colours(text) == "if"


def test_colours_and_movements_go_and_brackets_stay() -> None:
    assert without_colours("\x1b[1m\x1b[38;5;1mbold\x1b[0m [0m] \x1b[2Kred") == "bold [0m] red"
