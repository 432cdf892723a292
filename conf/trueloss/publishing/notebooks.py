"""Every page with code as an executed notebook, which runs anywhere with packages from pip."""

import dataclasses
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

import nbformat
from docutils import nodes
from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from sphinx.application import Sphinx

from trueloss.configuration import settings_in
from trueloss.kernels.environment import KERNEL_ENVIRONMENT, installed_versions
from trueloss.lessons.charts.chart_pictures import with_pictures
from trueloss.pages.blanks import Blank
from trueloss.pages.labelled_cells import stream
from trueloss.pages.run_phase import page_being_read
from trueloss.pages.tries import Tried
from trueloss.publishing.addresses import base_address
from trueloss.publishing.notebook_text import Place, Plain
from trueloss.settings import Settings
from trueloss.text.python_source import imports_of, parse


@dataclass(frozen=True)
class Origin:
    """The course that a notebook is of: its name, and its settings."""

    project: str
    settings: Settings

    @property
    def variables(self) -> dict[str, str]:
        """The variables that can be set inside a notebook, which shows figures in its own way."""
        variables = {**KERNEL_ENVIRONMENT, **self.settings.environment}
        return {name: variables[name] for name in sorted(variables.keys() - {"MPLBACKEND"})}

    def requirements(self, executed: NotebookNode) -> list[str]:
        """Return what the cells import, each with the version that ran."""
        installed, packages = installed_versions(), self.settings.packages
        required = []
        for module in imported_modules(executed):
            names = packages.get(module, (module,))
            versions = [installed[name] for name in names if name in installed]
            required += [f"{names[0]}=={version}" for version in versions[:1]]
        return sorted(required)


def notebook_of_page(
    executed: NotebookNode,
    config: MdParserConfig,
    place: Place,
    origin: Origin,
    folded: Mapping[str, str],
    solutions: Mapping[str, NotebookNode] = MappingProxyType({}),
) -> NotebookNode:
    """Return the notebook that a reader downloads, from the executed cells of a page.

    ``folded`` are the labels of cells that questions and cards show, with the option that names
    each. ``solutions`` are executed cells that stand in for those of tasks, by label.
    """
    plain = Plain(config, dataclasses.replace(place, printed=_printed(executed)))
    cells: list[NotebookNode] = []
    first_code = True
    for cell in executed.cells:
        if cell.cell_type == "code":
            found = list(_code_cells(cell, folded, solutions))
            if found and first_code:
                cells += _beginning(executed, place, origin)
                first_code = False
            cells += found
        elif text := plain.text(cell.source):
            cells.append(new_markdown_cell(text))
    _number(cells)
    metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    }
    notebook: NotebookNode = new_notebook(cells=cells, metadata=metadata)
    return notebook


def _printed(executed: NotebookNode) -> dict[str, str]:
    """Return what each labelled cell wrote to its standard output."""
    return {
        str(cell.metadata.label): stream(cell, "stdout")
        for cell in executed.cells
        if cell.cell_type == "code" and "label" in cell.metadata
    }


def _number(cells: list[NotebookNode]) -> None:
    """Make each cell's place its id, and number code cells as if they had just run."""
    number = 0
    for index, cell in enumerate(cells):
        cell["id"] = f"cell-{index}"
        if cell.cell_type == "code" and cell.source.strip():
            number += 1
            cell["execution_count"] = number
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output["execution_count"] = number


def _beginning(executed: NotebookNode, place: Place, origin: Origin) -> Iterator[NotebookNode]:
    page = f"[{place.docname}]({place.base}{place.docname}.html)" if place.base else place.docname
    yield new_markdown_cell(
        f"*This notebook was made from the page {page} of {origin.project}, with the outputs that "
        "its build printed. It needs nothing but these packages:*\n\n"
        f"```\npip install {' '.join(origin.requirements(executed))}\n```\n\n"
        "*The first cell makes the settings that the page was made with. They decide the last "
        "digits of a loss, so run it before the others.*"
    )
    lines = "".join(f'    "{name}": "{value}",\n' for name, value in origin.variables.items())
    yield new_code_cell(f"import os\n\nos.environ.update({{\n{lines}}})")


def imported_modules(notebook: NotebookNode) -> set[str]:
    """Return the top-level modules that the cells import."""
    programs = (parse(cell.source) for cell in notebook.cells if cell.cell_type == "code")
    return {found.package for program in programs if program for found in imports_of(program)}


def _code_cells(
    cell: NotebookNode, folded: Mapping[str, str], solutions: Mapping[str, NotebookNode]
) -> Iterator[NotebookNode]:
    """Yield what a code cell becomes; a task's cell gives way to its solution, if any."""
    label = str(cell.metadata.get("label", ""))
    if label in solutions:
        yield new_markdown_cell(f"The program of `{label}`, filled in:")
        yield solutions[label]
    elif "blank" not in cell.metadata:
        yield _code_cell(cell, label, folded.get(label))


def _code_cell(cell: NotebookNode, label: str, question: str | None) -> NotebookNode:
    """Return a cell with its outputs, folded if a question or card shows it."""
    metadata: dict[str, Any] = {"name": label} if label else {}
    if question is not None:
        metadata["jupyter"] = {"outputs_hidden": True, "source_hidden": question == "evidence"}
        metadata["collapsed"] = True
    new: NotebookNode = new_code_cell(cell.source, outputs=cell.outputs, metadata=metadata)
    return new


def solution(blank: Blank, done: Tried) -> NotebookNode:
    """Return the cell of a task filled in right, with what its run printed, folded."""
    printed = done.of(blank)[blank.right].printed
    outputs = [new_output("stream", name="stdout", text=f"{printed}\n")] if printed else []
    metadata = {"name": blank.name, "jupyter": {"source_hidden": True}, "tags": ["solution"]}
    cell: NotebookNode = new_code_cell(
        blank.filled(blank.right), outputs=outputs, metadata=metadata
    )
    return cell


def make_notebook(app: Sphinx, _document: nodes.document) -> None:
    """Make the notebook of the page that was just read, and keep it beside its doctree."""
    page = page_being_read()
    kept = _kept(app, page.docname)
    kept.unlink(missing_ok=True)
    if page.diagnostics or not page.has_code:
        return
    place = Place(
        page.docname,
        base_address(app.config.html_baseurl),
        lambda path: (page.path.parent / path).read_text(encoding="utf-8"),
    )
    config = app.env.myst_config  # type: ignore[attr-defined] # set by myst-parser
    solutions = {
        blank.name: solution(blank, page.tried[blank.name])
        for blank in page.blanks
        if blank.name in page.tried and blank.right in page.tried[blank.name].of(blank)
    }
    origin = Origin(app.config.project, settings_in(app.config))
    asked = [
        *((each.line, each.cell, "cell") for each in page.questions),
        *((each.line, each.evidence, "evidence") for each in page.questions),
        *((each.line, each.evidence, "evidence") for each in page.cards),
    ]
    folded = {label: name for _, label, name in sorted(asked, key=itemgetter(0)) if label}
    notebook = notebook_of_page(
        with_pictures(page.notebook), config, place, origin, folded, solutions
    )
    kept.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, kept)


def copy_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """Put the notebooks beside the pages."""
    if exception is not None or app.builder.format != "html":
        return
    for docname in sorted(app.env.found_docs):
        kept = _kept(app, docname)
        if kept.exists():
            target = Path(app.outdir) / f"{docname}.ipynb"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kept, target)


def _kept(app: Sphinx, docname: str) -> Path:
    return Path(app.doctreedir) / "notebooks" / f"{docname}.ipynb"
