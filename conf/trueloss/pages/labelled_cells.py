"""What the labelled cells of a page printed."""

from dataclasses import dataclass

from nbformat import NotebookNode

from trueloss.kernels.cell_values import gives_data
from trueloss.text.terminal import without_colours

#: What is to be done about a label that no cell of a page has, where none looks like it.
NO_LABEL = "add :label: to the cell"


@dataclass(frozen=True)
class Cell:
    """A labelled cell after its run.

    ``printed`` is what a reader sees as text, in order: standard output and the text form of
    results, without standard error and without figures. ``ran`` is false where the cell did not
    run to its end, unless it is tagged as one that raises. ``drawn`` is true where a reader sees a
    figure or a chart as well.
    """

    label: str
    source: str
    printed: str
    ran: bool
    stdout: str = ""
    drawn: bool = False

    @property
    def last_line(self) -> str:
        """The last line printed that holds more than blanks, trimmed."""
        lines = [line.strip() for line in self.printed.splitlines() if line.strip()]
        return lines[-1] if lines else ""


def labelled_cells(notebook: NotebookNode) -> dict[str, Cell]:
    """Return the cells of a page that have a label; of two with one label, the first."""
    cells: dict[str, Cell] = {}
    for cell in notebook.cells:
        label = cell.metadata.get("label")
        if cell.cell_type == "code" and label and label not in cells:
            cells[label] = Cell(
                label=label,
                source=cell.source,
                printed="".join(_text(output) for output in cell.outputs),
                ran=cell.execution_count is not None and not _failed(cell),
                stdout=without_colours(stream(cell, "stdout")),
                drawn=gives_data(cell.metadata) or any(map(_is_figure, cell.outputs)),
            )
    return cells


def stream(cell: NotebookNode, name: str) -> str:
    """Return what a cell wrote to its ``stdout`` or ``stderr``."""
    outputs = cell.get("outputs", [])
    return "".join(output.text for output in outputs if output.get("name") == name)


def _failed(cell: NotebookNode) -> bool:
    raised = any(output.output_type == "error" for output in cell.outputs)
    return raised and "raises-exception" not in cell.metadata.get("tags", [])


def _is_figure(output: NotebookNode) -> bool:
    return any(kind.startswith("image/") for kind in output.get("data", ()))


def _text(output: NotebookNode) -> str:
    if output.output_type == "stream":
        text = output.text if output.name == "stdout" else ""
    elif output.output_type == "error":
        text = f"{output.ename}: {output.evalue}\n"
    elif _is_figure(output):
        text = ""  # a reader sees the figure, and not <Figure size 640x480 with 1 Axes>
    else:
        text = output.data.get("text/plain", "") + "\n"
    return without_colours(text)
