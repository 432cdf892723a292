"""Charts as pictures: what a notebook shows that is opened away from the site."""

import copy
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from sphinx.environment import BuildEnvironment

from trueloss.kernels.cell_values import DATA_MIME, gives_data
from trueloss.lessons.charts.chart_options import ChartError
from trueloss.lessons.charts.read_chart import read_chart


def write_pictures(env: BuildEnvironment, docname: str, executed: NotebookNode) -> None:
    """Put the pictures into the notebook that myst-nb has written of a page, where it has charts.

    ``executed`` is the page's own notebook, with the values of its cells.
    """
    folder = Path(env.mystnb_config.output_folder)  # type: ignore[attr-defined] # set by myst-nb
    written = folder / f"{docname}.ipynb"
    if written.exists() and any(gives_data(cell.metadata) for cell in executed.cells):
        nbformat.write(with_pictures(executed), written)


def with_pictures(notebook: NotebookNode) -> NotebookNode:
    """Return an executed notebook in which each chart is an SVG picture with its summary.

    Code and options stay as they are; a chart that cannot be drawn stays the text that its cell
    printed.
    """
    shown = copy.deepcopy(notebook)
    for number, cell in enumerate(shown.cells):
        if cell.cell_type != "code" or not gives_data(cell.metadata):
            continue
        try:
            chart = read_chart(cell)
        except ChartError:
            picture = {}
        else:
            picture = {
                "image/svg+xml": chart.picture(f"chart-{number}"),
                "text/plain": f"{chart.title}. {chart.summary}",
            }
        results = [output for output in cell.outputs if DATA_MIME in output.get("data", {})]
        for output in results:
            del output.data[DATA_MIME]
        if results:
            results[-1].data.update(picture)
    return shown
