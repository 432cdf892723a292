"""Cells that a question takes in, and cells where none may stand."""

from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive
from nbformat import NotebookNode
from sphinx.transforms import SphinxTransform

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.html.translator import is_output


class cell_slot(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where a question wants a cell, or its output alone.

    ``label`` names the cell; ``shows`` is ``program`` or ``output``.
    """


def notebook_of(document: nodes.document) -> NotebookNode:
    """Return the executed notebook of the page that is being parsed."""
    notebook: NotebookNode = document["nb_renderer"].renderer.nb_client.notebook
    return notebook


def cells_by_label(document: nodes.document) -> dict[str, nodes.container]:
    """Return the cells of a page as myst-nb made them, by their labels."""
    return {
        str(node["cell_metadata"].get("label")): node
        for node in document.findall(nodes.container)
        if node.get("nb_element") == "cell_code"
    }


class MoveCells(SphinxTransform):
    """Move every cell that a question names from its place on the page into the question.

    Before::

        <container nb_element="cell_code" cell_metadata={"label": "one-step"}>
            <container nb_element="cell_code_source">
            <container nb_element="cell_code_output">
        <question>
            <cell_slot label="one-step" shows="program">
            <answer>
                <cell_slot label="one-step" shows="output">

    After, each slot has become a cell container with its share of the children.
    """

    def apply(self, **_kwargs: Any) -> None:
        """Move the cells of this page."""
        cells = cells_by_label(self.document)
        slots = list(self.document.findall(cell_slot))
        for label in {slot["label"] for slot in slots} & cells.keys():
            cells[label].parent.remove(cells[label])
        for slot in slots:
            cell = cells.get(slot["label"])
            shown = _share(cell, slot["shows"]) if cell is not None else None
            slot.replace_self(shown or [])


def _share(cell: nodes.container, shows: str) -> nodes.container | None:
    share = cell.copy()
    share += [
        child.deepcopy() for child in cell.children if is_output(child) == (shows == "output")
    ]
    return share if share.children else None


class NestedCellDirective(Directive):
    """Refuse a code cell inside another directive: it would never run."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Report the cell and show nothing of it."""
        diagnostic = Diagnostic(
            "cell-nested",
            self.lineno,
            "a code cell stands inside a list or another directive, where it never runs; move it "
            "to the top level of the page, fenced with ```, and name it there with :label:",
        )
        report([diagnostic], Path(self.state.document["source"]))
        return []
