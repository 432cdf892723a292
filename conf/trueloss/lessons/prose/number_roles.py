"""The roles for numbers in prose: ``ran`` for what a cell printed, ``literal`` for the rest."""

import re
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.cells.moved_cells import notebook_of
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.sources import read_source
from trueloss.truth.prose_numbers import ran_problem

_VALUE_AND_LABEL = re.compile(r"(?P<value>.+?)\s*<(?P<label>[^<>]+)>")


class RanRole(SphinxRole):
    """Show a value that a cell of the page printed: ``{ran}`1.37 <one-step>` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the value; report where the cell did not print it."""
        match = _VALUE_AND_LABEL.fullmatch(self.text)
        if match is None:
            value = self.text
            problem: str | None = (
                f"the role holds {self.text!r}; write the value and the label of its cell, "
                "as in {ran}`1.37 <one-step>`"
            )
        else:
            value = match["value"]
            cells = labelled_cells(notebook_of(self.inliner.document))
            problem = ran_problem(value, match["label"], cells)
        if problem:
            path = Path(self.env.doc2path(self.env.docname))
            report([Diagnostic("number", self._line(path), problem)], path)
        return [nodes.inline("", value, classes=["tl-ran"])], []

    def _line(self, path: Path) -> int:
        """Return the line of the page on which the role stands.

        MyST gives that on which its paragraph begins, and counts on in a title.
        """
        lines = enumerate(read_source(path).lines, start=1)
        holding = [number for number, line in lines if f"`{self.text}`" in line]
        return min(holding, key=lambda number: abs(number - self.lineno), default=self.lineno)


class LiteralRole(SphinxRole):
    """Show a number that no run printed and that its author stands for: ``{literal}`0.5` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the number."""
        return [nodes.inline("", self.text, classes=["tl-literal"])], []
