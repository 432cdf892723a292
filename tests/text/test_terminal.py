"""What is left of a text without its colours."""

import pytest

from trueloss.text.terminal import as_terminal, unseen_letter, without_colours


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mif\x1b[0m",
        "\x1b[38;5;28;01mif\x1b[39;00m",  # a keyword in a traceback of IPython
        "\x1b[2Kif\x1b[1A",  # a bar that draws itself again
        "\x1b]8;;http://example.org\x1b\\if\x1b]8;;\x1b\\",  # a link
        "\x1b]0;title\x07if\x1b[?25l",
    ],
)
def test_no_escape_sequence_is_left(text: str) -> None:
    assert without_colours(text) == "if"


def test_colours_and_movements_go_and_brackets_stay() -> None:
    assert without_colours("\x1b[1m\x1b[38;5;1mbold\x1b[0m [0m] \x1b[2Kred") == "bold [0m] red"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m"),
        ("\x1b[38;2;255;0;0mred", "\x1b[38;5;196mred"),
        ("\x1b[48:2::0:0:255mblue", "\x1b[48;5;21mblue"),
        ("\x1b[38;2mbroken", "\x1b[38;5;16mbroken"),
        ("\x1b[1;92mbright\x1b[m", "\x1b[1;38;5;10mbright\x1b[0m"),
        ("\x1b[38;5;208morange", "\x1b[38;5;208morange"),
        ("\x1b[2K\x1b[1A gone\x1b[?25l\x1b[>4m", " gone"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x07", "link"),
        ("abc\b\b\bxyz \b\n\bz", "xyz\nz"),
    ],
)
def test_a_page_shows_what_a_terminal_leaves(text: str, left: str) -> None:
    assert as_terminal(text) == left


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("plain \t\n\r é 🎲 日本 \x1b[31m", None),
        ("a\0", "U+0000 (NUL)"),
        ("a\x1b b", "U+001B (ESC)"),
        ("\ud83d", "U+D83D"),
        ("a\x85", "U+0085"),
        ("\u202etxt", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
    ],
)
def test_a_letter_that_no_page_shows_is_named(text: str, letter: str | None) -> None:
    assert unseen_letter(text) == letter
