"""Two runs of a page agree in every byte, or not."""

import datetime

from nbformat.v4 import new_code_cell, new_notebook, new_output

from trueloss.records.compare import Expectations
from trueloss.records.reproduce import disagreements


def notebook(**data: str):
    cell = new_code_cell("", outputs=[new_output("display_data", data=data)])
    return new_notebook(cells=[cell])


def test_runs_that_differ_in_a_picture_alone():
    page = Expectations({"#1": 7}, {})
    today = datetime.date(2026, 1, 2)
    one, other = notebook(a="1"), notebook(a="1")
    assert not list(disagreements("page", one, other, page, today))
    one = notebook(**{"image/svg+xml": '<svg viewBox="0 0 1 1"/>'})
    other = notebook(**{"image/svg+xml": '<svg viewBox="0 0 1 1"><g/></svg>'})
    (found,) = disagreements("page", one, other, page, today)
    assert (found.page, found.line) == ("page", 7)
    assert found.what == "the bytes of the cell #1"
    # Within the tolerance is not the same either.
    (found,) = disagreements("page", notebook(a="1.5"), notebook(a="1.500001"), page, today)
    assert (found.old, found.new) == ("1.5", "1.500001")


def test_a_line_that_cannot_last_is_said_where_both_runs_printed_it() -> None:
    same = notebook(**{"text/plain": "saved to /tmp/x/model.keras"})
    page = Expectations({"#1": 7}, {})
    (found,) = disagreements("page", same, same, page, datetime.date(2026, 1, 2))
    assert found.line == 7
    assert "the cell #1 prints an absolute path" in found.what
