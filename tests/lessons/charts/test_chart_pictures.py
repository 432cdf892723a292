"""The pictures that a notebook shows in the place of charts."""

from nbformat.v4 import new_notebook

from tests.lessons.charts.test_read_chart import cell
from trueloss.kernels.cell_values import DATA_MIME
from trueloss.lessons.charts.chart_pictures import with_pictures


def test_a_notebook_shows_pictures_and_no_data():
    notebook = new_notebook(
        cells=[cell({"loss": [4, 1]}, trace={"y": "loss"}), cell({"loss": []}, trace={"y": "loss"})]
    )
    good, faulty = (shown.outputs[0].data for shown in with_pictures(notebook).cells)
    assert good["image/svg+xml"].startswith("<svg")
    assert good["text/plain"] == "A title. Loss goes from 4 to 1."
    assert faulty == {"text/plain": "{'loss': []}"}
    assert DATA_MIME in notebook.cells[0].outputs[0].data
