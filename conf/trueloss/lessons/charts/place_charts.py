"""Put each chart where the value of its cell would stand, and alternative text on each figure."""

import ast
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from nbformat import NotebookNode
from sphinx.transforms import SphinxTransform

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.kernels.cell_values import gives_data
from trueloss.lessons.charts.chart_nodes import chart
from trueloss.lessons.charts.chart_options import ChartError
from trueloss.lessons.charts.chart_pictures import write_pictures
from trueloss.lessons.charts.read_chart import kind_of, read_chart
from trueloss.pages.run_phase import page_being_read

#: What a program is made of that names values and computes none.
_NAMING = (ast.Expression, ast.Name, ast.Attribute, ast.Subscript, ast.Dict, ast.Constant, ast.Load)


class PlaceCharts(SphinxTransform):
    """Turn the value of every cell with a chart's option into the chart.

    Before::

        <container nb_element="cell_code" cell_index="3" cell_metadata={"trace": {...}}>
            <container nb_element="cell_code_output">
                <container nb_element="mime_bundle">

    After, the last bundle has become ``<chart kind="trace">`` with its summary as a paragraph.
    """

    def apply(self, **_kwargs: Any) -> None:
        """Look at every cell of this page that ran to its end."""
        page = page_being_read()
        diagnostics = []
        for node in list(self.document.findall(nodes.container)):
            if node.get("nb_element") != "cell_code":
                continue
            cell = page.notebook.cells[node["cell_index"]]
            if _ran(cell):
                line = page.places[node["cell_index"]].line
                diagnostics += [
                    Diagnostic("chart", line, message) for message in _place(node, cell)
                ]
                diagnostics += [
                    Diagnostic("alt", line, text) for text in describe_figures(node, cell)
                ]
        write_pictures(self.env, self.env.docname, page.notebook)
        report(diagnostics, self.env.doc2path(self.env.docname))


def _ran(cell: NotebookNode) -> bool:
    raised = any(output.output_type == "error" for output in cell.outputs)
    return cell.execution_count is not None and not raised


def _place(node: nodes.container, cell: NotebookNode) -> Iterator[str]:
    """Put the chart of a cell in its place; yield what is wrong with it."""
    if not gives_data(cell.metadata):
        if "title" in cell.metadata:
            yield "the cell has a title and no chart; add :trace: or another, or remove :title:"
        return
    try:
        kind = kind_of(cell.metadata)
        drawn = read_chart(cell)
    except ChartError as error:
        yield str(error)
        return
    bundles = [
        child for child in node.findall(nodes.container) if child.get("nb_element") == "mime_bundle"
    ]
    if bundles:
        ident = nodes.make_id(f"chart-{cell.metadata.get('label') or node['cell_index']}")
        made = chart(kind=kind, drawn=drawn, ids=[ident])
        made += nodes.paragraph("", drawn.summary)
        bundles[-1].replace_self(made)
        if _hands_over(cell.source):
            _take_source(node)


def _hands_over(source: str) -> bool:
    """Whether a program does nothing but name what is drawn, as ``runs`` or a table of names."""
    try:
        tree = ast.parse(source.strip(), mode="eval")
    except SyntaxError:
        return False
    return all(isinstance(node, _NAMING) for node in ast.walk(tree))


def _take_source(node: nodes.container) -> None:
    """Take away a program that tells a reader nothing."""
    for child in list(node.children):
        if isinstance(child, nodes.container) and child.get("nb_element") == "cell_code_source":
            node.remove(child)


def describe_figures(node: nodes.container, cell: NotebookNode) -> Iterator[str]:
    """Give each figure of a cell the text of its option ``alt``; yield what is wrong with it."""
    bundles = [
        list(child.findall(nodes.image))
        for child in node.findall(nodes.container)
        if child.get("nb_element") == "mime_bundle"
    ]
    figures = [images for images in bundles if images]
    given = cell.metadata.get("alt")
    texts = given if isinstance(given, list) else [] if given is None else [given]
    if len(texts) != len(figures) or not all(isinstance(t, str) and t.strip() for t in texts):
        yield _problem(len(figures), given)
        return
    for images, text in zip(figures, texts, strict=True):
        for image in images:
            image["alt"] = " ".join(text.split())


def _problem(figures: int, given: object) -> str:
    if figures == 0:
        return f"the cell has alt: {given!r} and draws no figure; remove :alt:"
    if given is None:
        return (
            "the cell draws a figure without alternative text; say what it shows, as in "
            ":alt: The loss falls steeply and then stays flat"
        )
    if figures == 1:
        return f"the alternative text is {given!r}; write one text for the figure of this cell"
    return (
        f"the alternative text is {given!r} and the cell draws {figures} figures; write a list of "
        f"{figures} texts"
    )
