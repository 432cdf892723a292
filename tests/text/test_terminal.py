"""The colours of a terminal are left out."""

from trueloss.text.terminal import without_colours


def test_colours_and_movements_go_and_brackets_stay() -> None:
    assert without_colours("\x1b[1m\x1b[38;5;1mbold\x1b[0m [0m] \x1b[2Kred") == "bold [0m] red"
