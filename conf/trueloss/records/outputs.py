"""What the cells of a page put out, as far as it has to stay the same."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from trueloss.kernels.cell_values import DATA_MIME
from trueloss.records.figure_sizes import figure_size
from trueloss.records.html_text import text_of_html
from trueloss.records.value_text import text_of_value
from trueloss.text.terminal import without_colours

_ADDRESS = re.compile(r"\bat 0x[0-9a-f]+")
STREAMS = ("stdout", "stderr")
ERROR = "error"


@dataclass(frozen=True)
class Output:
    """One output of a cell, in one of its forms.

    ``kind`` is ``stdout``, ``stderr``, ``error`` or a mime type. An image has ``size``, its
    width and height in pixels or SVG user units, and no ``text``.
    """

    kind: str
    text: str = ""
    size: tuple[str, str] | None = None


@dataclass(frozen=True)
class CellRecord:
    """What one cell put out; ``name`` is its label, or ``#`` and its place among the cells."""

    name: str
    outputs: tuple[Output, ...]


@dataclass(frozen=True)
class Record:
    """What all cells of a page put out, in their order."""

    page: str
    cells: tuple[CellRecord, ...]


def record_of(page: str, notebook: NotebookNode) -> Record:
    """Take the record of an executed notebook; ``page`` is its docname."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return Record(
        page,
        tuple(
            CellRecord(cell_name(cell, place), tuple(_outputs(cell)))
            for place, cell in enumerate(code, start=1)
        ),
    )


def cell_name(cell: NotebookNode, place: int) -> str:
    """Return the label of a code cell, or its place among the code cells, from 1."""
    return str(cell.metadata.get("label") or f"#{place}")


def shown(output: Output) -> str:
    """Return an output as a report shows it: its text, or the kind and size of a figure."""
    if output.size:
        return f"{output.kind} {output.size[0]} x {output.size[1]}"
    return output.text.strip("\n") or "an empty text"


def _outputs(cell: NotebookNode) -> Iterator[Output]:
    for output in cell.outputs:
        if output.output_type == "stream":
            yield Output(output.name, without_colours(output.text))
        elif output.output_type == "error":
            yield Output(ERROR, without_colours(f"{output.ename}: {output.evalue}"))
        elif DATA_MIME in output.data:
            # The text form says the same at greater length.
            yield Output(DATA_MIME, text_of_value(output.data[DATA_MIME]))
        else:
            yield from (_form(kind, data) for kind, data in seen_forms(output))


def seen_forms(output: NotebookNode) -> list[tuple[str, Any]]:
    """Return the forms of what a cell displayed, but for an address where a reader sees another."""
    forms = sorted(output.data.items())
    richer = any(kind.startswith("image/") or kind == "text/html" for kind, _ in forms)
    return [
        (kind, data)
        for kind, data in forms
        if not (richer and kind == "text/plain" and _ADDRESS.search(str(data)))
    ]


def _form(kind: str, data: Any) -> Output:
    if kind.startswith("image/"):
        return Output(kind, size=figure_size(kind, data))
    if kind == "text/html":
        return Output(kind, text_of_html(data))
    if isinstance(data, str):
        return Output(kind, without_colours(data))
    return Output(kind, json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False))
