"""The values of charts, as records keep them."""

import math

from nbformat.v4 import new_code_cell, new_notebook, new_output

from trueloss.execution.values import DATA_MIME, encoded
from trueloss.truth.records.outputs import record_of
from trueloss.truth.records.values import text_of_value


def test_a_line_for_each_column_of_each_run():
    value = {
        0.1: {"step": list(range(200)), "loss": [1 / (1 + step) for step in range(200)]},
        ("SGD", 3): {"loss": [1.0, math.inf, math.nan]},
    }
    assert text_of_value(encoded(value)) == (
        "0.1 / step: 200: 0 25 50 75 100 124 149 174 199\n"
        "0.1 / loss: 200: 1 0.0384615 0.0196078 0.0131579 0.00990099 0.008 0.00666667 0.00571429 "
        "0.005\n"
        "SGD, 3 / loss: 3: 1 inf nan"
    )


def test_grids_stations_and_single_values():
    assert text_of_value(encoded([[1, 2], [3, 4]])) == "value: 2 x 2: 1 2 3 4"
    assert text_of_value(encoded([{"layer": "in", "shape": (2,)}])) == (
        "#1 / layer: in\n#1 / shape: 1: 2"
    )
    assert text_of_value(encoded([])) == "value: 0: "


def test_the_data_stand_for_the_text():
    value = {"loss": [0.1]}
    data = {"text/plain": repr(value), DATA_MIME: encoded(value)}
    output = new_output("execute_result", data=data, execution_count=1)
    cell = new_code_cell("", metadata={"label": "a"}, outputs=[output])
    (recorded,) = record_of("page", new_notebook(cells=[cell])).cells
    assert [(one.kind, one.text) for one in recorded.outputs] == [(DATA_MIME, "loss: 1: 0.1")]
