"""What a cell printed, from the outputs of its notebook."""

from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from trueloss.pages.labelled_cells import Cell, labelled_cells


def cell(*outputs: Any, tags: tuple[str, ...] = ()) -> Cell:
    node = new_code_cell(
        "x", outputs=list(outputs), execution_count=1, metadata={"label": "a", "tags": list(tags)}
    )
    return labelled_cells(new_notebook(cells=[node]))["a"]


STDOUT = new_output("stream", name="stdout", text="one\n  two \n\n")
STDERR = new_output("stream", name="stderr", text="careful\n")
RESULT = new_output("execute_result", data={"text/plain": "3.0", "text/html": "<b>3</b>"})
ERROR = new_output("error", ename="ValueError", evalue="no loss", traceback=[])
FIGURE = new_output("display_data", data={"image/png": "AAAA", "text/plain": "<Figure, 1 Axes>"})
COLOURED = new_output("stream", name="stdout", text="\x1b[31mred\x1b[0m\n")


@pytest.mark.parametrize(
    ("outputs", "last"),
    [
        ((), ""),
        ((STDOUT,), "two"),
        ((STDOUT, STDERR), "two"),
        ((STDOUT, RESULT), "3.0"),
        ((COLOURED,), "red"),
        ((STDOUT, FIGURE), "two"),
    ],
)
def test_the_last_line_is_what_a_reader_sees_last(outputs: tuple[Any, ...], last: str) -> None:
    assert cell(*outputs).last_line == last


def test_a_cell_that_raised_did_not_run_to_its_end() -> None:
    assert not cell(STDOUT, ERROR).ran


def test_a_cell_that_is_to_raise_prints_its_error() -> None:
    raising = cell(ERROR, tags=("raises-exception",))
    assert raising.ran
    assert raising.last_line == "ValueError: no loss"


def test_a_cell_without_a_count_did_not_run() -> None:
    notebook = new_notebook(cells=[new_code_cell("x", metadata={"label": "a"})])
    assert not labelled_cells(notebook)["a"].ran


def test_of_two_cells_with_one_label_the_first_counts() -> None:
    cells = [new_code_cell(source, metadata={"label": "a"}) for source in ("first", "second")]
    assert labelled_cells(new_notebook(cells=cells))["a"].source == "first"
