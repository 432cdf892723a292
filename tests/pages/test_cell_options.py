"""The options of a code cell, read from its text."""

import pytest

from trueloss.pages.cell_options import read_cell


def test_options_and_body() -> None:
    read = read_cell(":label: 7\n:tags: [hide-output]\n:tolerance: 1e-3\n\nx = 1\n", 5)
    assert read.options == {"label": "7", "tags": ["hide-output"], "tolerance": "1e-3"}
    assert (read.body, read.body_line, read.diagnostics) == ("x = 1", 5, [])


def test_a_cell_needs_no_options() -> None:
    read = read_cell("x = 1\ny = 2\n", 5)
    assert (read.options, read.body, read.body_line) == ({}, "x = 1\ny = 2", 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (":colour: red", "a cell has no option 'colour'; use one of alt, "),
        (":label:", "the label is empty; write a name after :label:"),
        (":label: '#2'", "the label is '#2'; write a name, as in :label: one-step"),
        (":title: 2026-01-02", "title is 2026-01-02; put the value in quotes"),
        (":mystnb: wide", "mystnb is wide; write it as {key: value}"),
        (":tags: hide-output", "the tags are 'hide-output'; write them as a list: [hide-output]"),
        (":tags: [skip-execution]", "this cell is tagged skip-execution; every cell of a page"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    (diagnostic,) = read_cell(f"{text}\n\nx = 1\n", 5).diagnostics
    assert diagnostic.line == 5
    assert diagnostic.message.startswith(message)


@pytest.mark.parametrize("text", [":mystnb: wide", ":tags: hide-output", ":title: 2026-01-02"])
def test_what_others_cannot_read_is_left_out(text: str) -> None:
    assert read_cell(f"{text}\n\nx = 1\n", 5).options == {}
