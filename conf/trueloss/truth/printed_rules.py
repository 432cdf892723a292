"""What the cells of a page put out, whatever the page says of it."""

from collections.abc import Iterator

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.labelled_cells import stream
from trueloss.pages.reader import Page, code_cells


def printed_diagnostics(page: Page) -> Iterator[Diagnostic]:
    """Yield the cells that warn, that print nothing, and that raise nothing though they say so.

    A page that has other diagnostics already is skipped.
    """
    if page.diagnostics:
        return
    for index, cell in code_cells(page.notebook):
        line = page.places[index].line
        if text := stream(cell, "stderr").strip():
            message = (
                f"this cell writes to standard error: {text.splitlines()[0]!r}; mend what it warns "
                "of, or print what a reader is to see of it"
            )
            yield Diagnostic("cell-warned", line, message)
        raised = any(output.output_type == "error" for output in cell.outputs)
        if "raises-exception" in cell.metadata.get("tags", []) and not raised:
            message = (
                "this cell is tagged raises-exception and raises nothing; remove the tag, or mend "
                "the program so that it shows the error"
            )
            yield Diagnostic("cell-raises-nothing", line, message)
        if "load" in cell.metadata and cell.execution_count and not cell.outputs:
            message = (
                f"the program {cell.metadata['load']} prints nothing; let it print what a "
                "reader should look at"
            )
            yield Diagnostic("example-silent", line, message)
