"""What a record takes of the outputs of a cell."""

from nbformat.v4 import new_code_cell

from tests.records.test_record_text import PAGE, notebook, stream
from trueloss.records.outputs import Output, record_of


def test_colours_are_left_out():
    page = notebook(new_code_cell("", outputs=[stream("\x1b[1mbold\x1b[0m\n")]))
    assert record_of(PAGE, page).cells[0].outputs == (Output("stdout", "bold\n"),)
