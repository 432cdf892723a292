"""The options of a code cell: the lines of ``:name: value`` below its fence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from myst_parser.parsers.directives import parse_directive_text

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.kernels.cell_values import DATA_OPTIONS
from trueloss.pages.directives import AnyDirective
from trueloss.text.json_values import fits_a_notebook
from trueloss.text.nearest import instead

#: Options for how a program looks. The notebook that runs is without them, so that none of them
#: makes a page run anew.
LOOKS = {
    "compare": "the label of another cell: what changed since it is shown below, folded",
    "emphasize-lines": "the lines of its program that stand out, as in 3,5-6",
}
#: The options of a code cell, each with what it is for.
CELL_OPTIONS = {
    "alt": "what a figure shows, for those who do not see it; every figure needs it",
    **LOOKS,
    **DATA_OPTIONS,
    "label": "a name of its own on the page, by which questions and numbers in prose call it",
    "load": "the path of a program under examples/, from the page's own folder",
    "mystnb": "settings of MyST-NB for this cell, as in {image: {width: 50%}}",
    "tags": "a list of tags, as in [hide-output], [hide-cell] or [raises-exception]",
    "title": "what a chart is called, shown above it",
    "tolerance": "how far its numbers may lie from their record, relative to their size: 1e-3",
}
SKIP_TAG = "skip-execution"
#: On one line, as a role can hold it: {ran}`1.37 <one-step>`. #2 is the second cell in a record.
_LABEL = re.compile(r"[^\s#<>`][^<>`\r\n]*")


@dataclass(frozen=True)
class CellText:
    """What stands between the fences of a cell; ``body_line`` counts from the fence.

    ``looks`` are those of its options that nothing runs with.
    """

    options: dict[str, Any]
    looks: dict[str, str]
    body: str
    body_line: int
    diagnostics: list[Diagnostic]


def read_cell(text: str, line: int) -> CellText:
    """Read the cell whose fence stands at ``line``; what myst-nb cannot read is left out."""
    parsed = parse_directive_text(AnyDirective, "", text, validate_options=False)
    diagnostics = [
        Diagnostic(
            "cell-options", line, f"the options of this cell: {warning.msg}; write :name: value"
        )
        for warning in parsed.warnings
    ]
    options: dict[str, Any] = {str(name): value for name, value in parsed.options.items()}
    for name in options.keys() & {"label", "load", *LOOKS}:
        options[name] = "" if options[name] is None else str(options[name])
    diagnostics.extend(_diagnostics(options, line))
    options = {name: value for name, value in options.items() if _is_readable(name, value)}
    looks = {name: options.pop(name) for name in sorted(options.keys() & LOOKS.keys())}
    return CellText(options, looks, "\n".join(parsed.body), 1 + parsed.body_offset, diagnostics)


def _is_readable(name: str, value: Any) -> bool:
    """Tell whether myst-nb and the checks can read a cell's option."""
    if name == "label" and value:
        return _LABEL.fullmatch(value) is not None
    wanted = {"mystnb": dict, "tags": list}.get(name)
    return fits_a_notebook(value) and (wanted is None or isinstance(value, wanted))


def _diagnostics(options: dict[str, Any], line: int) -> Iterator[Diagnostic]:
    for name in options.keys() - set(CELL_OPTIONS):
        known = instead(name, sorted(CELL_OPTIONS), "leave it out")
        message = f"a cell has no option {name!r}; {known}"
        yield Diagnostic("cell-options", line, message)
    label = options.get("label")
    if label == "":
        yield Diagnostic("cell-options", line, "the label is empty; write a name after :label:")
    elif label and not _LABEL.fullmatch(label):
        yield Diagnostic(
            "cell-options", line, f"the label is {label!r}; write a name, as in :label: one-step"
        )
    for name, value in options.items():
        if not fits_a_notebook(value):
            yield Diagnostic("cell-options", line, f"{name} is {value}; put the value in quotes")
        elif name == "mystnb" and not isinstance(value, dict):
            yield Diagnostic("cell-options", line, f"{name} is {value}; write it as {{key: value}}")
    tags = options.get("tags") or []
    if not isinstance(tags, list):
        yield Diagnostic(
            "cell-options", line, f"the tags are {tags!r}; write them as a list: [{tags}]"
        )
    elif SKIP_TAG in tags:
        message = (
            f"this cell is tagged {SKIP_TAG}; every cell of a page runs, so remove the tag, "
            "or remove the cell"
        )
        yield Diagnostic("cell-skipped", line, message)
