"""Hold two runs of one page against each other: on one machine they agree in every byte."""

import datetime
import hashlib
import json
from collections.abc import Iterator

from nbformat import NotebookNode

from trueloss.pages.reader import code_cells
from trueloss.pages.tolerance import Tolerance
from trueloss.records.compare import Change, Expectations, compare_records
from trueloss.records.outputs import CellRecord, record_of, seen_forms
from trueloss.records.record_text import record_text
from trueloss.records.volatile import volatile_lines


def disagreements(
    page: str,
    first: NotebookNode,
    second: NotebookNode,
    expected: Expectations,
    today: datetime.date,
) -> Iterator[Change]:
    """Yield where the outputs of two runs of a page differ.

    Besides the text of the records, the outputs themselves are compared, pictures included; and
    a line that cannot last is reported even where both runs printed it.
    """
    one, other = record_of(page, first), record_of(page, second)
    exactly = Expectations(expected.lines, dict.fromkeys(expected.lines, Tolerance(0, asked=True)))
    found = list(compare_records(one, other, exactly))
    yield from found
    seen = {change.line for change in found}
    for name, before, after in _raw_differences(one.cells, first, second):
        if expected.line(name) not in seen:
            seen.add(expected.line(name))
            yield Change(page, expected.line(name), f"the bytes of the cell {name}", before, after)
    if not seen and record_text(one) != record_text(other):
        yield Change(page, 1, "the record", "the text of the first run", "that of the second")
    for name, line, reason in volatile_lines(other, today):
        if expected.line(name) not in seen:
            yield Change(page, expected.line(name), f"the cell {name} prints {reason}", line, line)


def _raw_differences(
    cells: tuple[CellRecord, ...], first: NotebookNode, second: NotebookNode
) -> Iterator[tuple[str, str, str]]:
    names = [cell.name for cell in cells]
    runs = (code_cells(first), code_cells(second))
    for name, (_, one), (_, other) in zip(names, *runs, strict=True):
        before, after = _digests(one), _digests(other)
        if before != after:
            yield name, ", ".join(before), ", ".join(after)


def _digests(cell: NotebookNode) -> list[str]:
    """Return the kind of each output with a digest of its bytes."""
    return [f"{kind} {_digest(data)}" for output in cell.outputs for kind, data in _parts(output)]


def _parts(output: NotebookNode) -> Iterator[tuple[str, object]]:
    if "data" in output:
        yield from seen_forms(output)
    else:
        yield output.get("name", output.output_type), output


def _digest(data: object) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:8]
