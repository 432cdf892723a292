"""Values that leave real kernels as data, with all their digits."""

import math
from typing import Any

import nbformat.v4
import pytest

from trueloss.execution.jobs import Job
from trueloss.execution.pool import run_jobs
from trueloss.kernels.cell_values import DATA_MIME, Unreadable, decoded, encoded

ARRAYS = """\
import numpy as np

class Tensor:
    def numpy(self):
        return np.array([[1, 2]])

{"step": np.arange(3), "loss": np.float32([0.1, 0.2, 0.3]), ("SGD", 0.1): Tensor(),
 "one": np.float64(1) / 3, "end": [float("nan"), -float("inf")], "what": object(), 7: (True, None)}
"""
TABLE = """\
import pandas as pd

pd.DataFrame({"rate": [0.1, 0.1], "loss": [1 / 3, 2 / 3]}).set_index("rate")
"""


@pytest.fixture
def values(settings):
    """Run cells, each with its options, and return the data of each last output."""

    def run(*cells):
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source, metadata=options) for source, options in cells]
        )
        (result,) = run_jobs([Job("page", notebook)], settings)
        assert result.failure is None
        return [cell.outputs[-1].data for cell in result.notebook.cells if cell.outputs]

    return run


def test_arrays_tensors_and_dicts(values):
    (data,) = values((ARRAYS, {"trace": {}}))
    value = decoded(data[DATA_MIME])
    end = value.pop("end")
    assert value == {
        "step": [0, 1, 2],
        "loss": [0.10000000149011612, 0.20000000298023224, 0.30000001192092896],
        ("SGD", 0.1): [[1, 2]],
        "one": 1 / 3,
        "what": Unreadable("object"),
        7: [True, None],
    }
    assert math.isnan(end[0])
    assert end[1] == -math.inf
    assert "text/plain" in data


def test_a_table_with_its_index(values):
    (data,) = values((TABLE, {"sweep": {}}))
    assert decoded(data[DATA_MIME]) == {"rate": [0.1, 0.1], "loss": [1 / 3, 2 / 3]}


def test_only_cells_that_ask_give_data(values):
    cells: list[tuple[str, dict[str, Any]]] = [
        ("{'a': [1]}", {}),
        ("{'a': [2]}", {"spread": {}}),
        ("{'a': [3]}", {}),
        ("4", {}),
    ]
    before, asked, after, other = values(*cells)
    assert decoded(asked[DATA_MIME]) == {"a": [2]}
    assert DATA_MIME not in {*before, *after, *other}


def test_what_is_no_data_gives_none(values):
    (data,) = values(("4", {"trace": {}}))
    assert data == {"text/plain": "4"}


def test_cells_keep_their_numbers_and_files(settings, job, text):
    given = job("x = 1\n{'a': [1]}", "import sys\nprint(sys._getframe().f_code.co_filename)")
    given.notebook.cells[0].metadata["trace"] = {}
    (run,) = run_jobs([given], settings)
    assert [cell.execution_count for cell in run.notebook.cells] == [1, 2]
    assert text(run) == "cell_2.py\n"


def test_figures_are_svg_without_a_date(values):
    draw = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    (first,), (second,) = values((draw, {})), values((draw, {}))
    assert first["image/svg+xml"] == second["image/svg+xml"]
    assert "<dc:date>" not in first["image/svg+xml"]
    assert "image/png" not in first


@pytest.mark.parametrize(
    "value", [None, True, 3, "a", 0.1, [1, [2.5]], {"a": {0.1: [1]}, (1, "b"): "c"}]
)
def test_what_is_encoded_comes_back(value):
    assert decoded(encoded(value)) == value
