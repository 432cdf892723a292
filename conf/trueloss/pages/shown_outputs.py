"""What the cells of a page put out, as far as a page shows it: the rest is refused, once a cell.

What is shown is checked here and does nothing: HTML and drawings by their lists, texts by their
letters, pictures by their first bytes. Of Markdown, what it becomes is checked (raw_html.py).
"""

import base64
import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any

from nbformat import NotebookNode

from trueloss.execution.jobs import Failure
from trueloss.kernels.cell_values import DATA_MIME, gives_data
from trueloss.pages.reader import Page, code_cells
from trueloss.text.allowed_html import fault_of, shown
from trueloss.text.allowed_svg import fault_of_svg
from trueloss.text.terminal import as_terminal, unseen_letter, without_unseen

ONLY = "a page shows only what does nothing"
INSTEAD = (
    "print what a reader is to see, as with print(model), ask scikit-learn for text with "
    "set_config(display='text'), or draw a figure"
)
_BEGINNINGS = {
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
}
_TEXTS = ("text/plain", "text/latex", "text/markdown")
#: What pandas puts before each table. It styles all tables of a page, as the site does by itself.
_STYLE_OF_PANDAS = re.compile(
    r"<style scoped>\s*(?:\.dataframe [\w\s:-]*\{[\w\s:;-]*\}\s*)*</style>", re.ASCII
)


def show_outputs(page: Page) -> Iterator[Failure]:
    """Give a page the notebook of what it shows; yield what is refused."""
    page.shown = copy.copy(page.notebook)
    page.shown.cells = list(page.notebook.cells)
    for index, cell in code_cells(page.notebook):
        found = _Cell(index, gives_data=gives_data(cell.metadata))
        page.shown.cells[index] = copy.copy(cell)
        page.shown.cells[index].outputs = [
            output for output in map(found.output, cell.outputs) if output.get("data") != {}
        ]
        yield from found.refused[:1]
    for index, place in page.places.items():
        tried = page.tried.get(place.label) if place.task else None
        lines = [line for each in tried.outcomes for line in each.texts()] if tried else []
        if letter := unseen_letter("\n".join(lines)):
            yield _of_letter(index, letter)


def _of_letter(index: int, letter: str) -> Failure:
    message = f"it prints {letter}, which no page can show; print(repr(text)) writes it out"
    return Failure("output-letter", index, None, message)


class _Cell:
    """The outputs of one cell, as they are shown, and what of them is refused."""

    def __init__(self, index: int, *, gives_data: bool) -> None:
        self.refused: list[Failure] = []
        self._index = index
        self._gives_data = gives_data
        self._outputs = 0

    def output(self, output: NotebookNode) -> NotebookNode:
        """Return what is shown of an output."""
        self._outputs += 1
        kept = copy.copy(output)
        if output.output_type == "stream":
            kept.text = self._text(output.text)
        elif output.output_type == "error":
            kept.traceback = [self._text(line) for line in output.traceback]
        else:
            kept.metadata = _sizes(output.metadata)
            forms = {kind: self._form(kind, value) for kind, value in output.data.items()}
            kept.data = {kind: form for kind, form in forms.items() if form is not None}
        return kept

    def _text(self, text: str) -> str:
        text = as_terminal(text)
        if letter := unseen_letter(text):
            self.refused.append(_of_letter(self._index, letter))
            return without_unseen(text)
        return text

    def _form(self, kind: str, value: Any) -> str | None:
        """Return one form of an output as it is shown, and nothing where it is refused."""
        if kind == DATA_MIME and self._gives_data:
            return None  # a chart shows it
        if not isinstance(value, str):
            self._refuse(f"it displays {kind}, which no page can show; {INSTEAD}")
            return None
        if kind in _TEXTS:
            return self._text(value)
        if letter := unseen_letter(value):
            self.refused.append(_of_letter(self._index, letter))
            return None
        if kind == "text/html":
            html = _STYLE_OF_PANDAS.sub("", value)
            if not self._refuses(kind, fault_of(html)):
                return shown(html, f"output-{self._index}-{self._outputs}-")
        elif not self._refuses(kind, _fault_of_picture(kind, value)):
            return value
        return None

    def _refuses(self, kind: str, fault: str | None) -> bool:
        if fault:
            form = {"text/html": "HTML", "image/svg+xml": "drawing"}.get(kind, kind)
            self._refuse(f"its {form} {fault}, and {ONLY}; {INSTEAD}")
        return bool(fault)

    def _refuse(self, message: str) -> None:
        self.refused.append(Failure("output-refused", self._index, None, message))


def _fault_of_picture(kind: str, value: str) -> str | None:
    if kind == "image/svg+xml":
        return fault_of_svg(value)
    if kind not in _BEGINNINGS:
        return "needs a script to be seen"
    try:
        is_picture = base64.b64decode(value).startswith(_BEGINNINGS[kind])
    except ValueError:
        is_picture = False
    return None if is_picture else "is not a picture of this kind"


def _sizes(metadata: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Return what is said of the size of pictures."""
    return {
        kind: {name: said[name] for name in ("width", "height") if isinstance(said.get(name), int)}
        for kind, said in metadata.items()
        if isinstance(said, Mapping)
    }
