"""Report what the cells of a page put out and should not, and what its prose says they did."""

from docutils import nodes
from sphinx.application import Sphinx

from trueloss.diagnostics.diagnostic import report
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.run_phase import page_being_read
from trueloss.truth.printed_rules import printed_diagnostics
from trueloss.truth.prose_numbers import ran_diagnostics


def report_printed(_app: Sphinx, _document: nodes.document) -> None:
    """Report it of the page that was just read."""
    page = page_being_read()
    report(printed_diagnostics(page), page.path)
    report(ran_diagnostics(page.ran, labelled_cells(page.notebook)), page.path)
