"""What a reader is to see in a program: lines that stand out, and what another has in its place."""

from collections.abc import Iterator
from difflib import SequenceMatcher, unified_diff
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import parselinenos

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.html.folded import dropdown
from trueloss.pages.labelled_cells import Cell, labelled_cells
from trueloss.pages.reader import CellPlace
from trueloss.pages.run_phase import page_being_read
from trueloss.text.counting import counted
from trueloss.text.nearest import instead

#: How many lines around a change are shown with it.
CONTEXT = 2


class MarkPrograms(SphinxTransform):
    """Emphasize lines of programs, and put below a program what changed since another.

    Before::

        <container nb_element="cell_code" cell_index="3">
            <container nb_element="cell_code_source">
                <literal_block>

    After, the block has the lines in its ``highlight_args``, and behind the source stands
    ``<container part="changes">``, a dropdown with a ``<literal_block language="diff">``.
    """

    def apply(self, **_kwargs: Any) -> None:
        """Look at every program of this page, and report what cannot be marked."""
        page = page_being_read()
        cells = labelled_cells(page.notebook)
        diagnostics: list[Diagnostic] = []
        for node in list(self.document.findall(nodes.container)):
            if node.get("nb_element") == "cell_code":
                place = page.places[node["cell_index"]]
                source = page.notebook.cells[node["cell_index"]].source
                diagnostics += _emphasize(node, source, place)
                diagnostics += _compare(node, source, place, cells)
        report(diagnostics, page.path)


def _emphasize(node: nodes.container, source: str, place: CellPlace) -> Iterator[Diagnostic]:
    given = place.looks.get("emphasize-lines")
    if given is None:
        return
    total = len(source.splitlines())
    try:
        lines = [line + 1 for line in parselinenos(given, total)]
    except ValueError:
        lines = []
    if lines and min(lines) >= 1 and max(lines) <= total:
        for program in list(node.findall(nodes.literal_block))[:1]:
            emphasize(program, lines)
    else:
        message = (
            f":emphasize-lines: is {given!r}, and the program has {counted(total, 'line')}; write "
            f"numbers from 1 to {total}, or ranges as in 1-{total}"
        )
        yield Diagnostic("emphasize-lines", place.line, message)


def emphasize(program: nodes.literal_block, lines: list[int]) -> None:
    """Let lines of a listing stand out; they count from 1."""
    program["highlight_args"] = {**program.get("highlight_args", {}), "hl_lines": lines}


def _compare(
    node: nodes.container, source: str, place: CellPlace, cells: dict[str, Cell]
) -> Iterator[Diagnostic]:
    other = place.looks.get("compare")
    if other is None:
        return
    others = sorted(cells.keys() - {place.label})
    if other not in others:
        itself = other and other == place.label
        what = "the cell itself" if itself else "no cell or task of this page"
        problem = f"which is {what}; {instead(other, others, 'remove :compare:')}"
    elif changes := changes_between(cells[other].source, source):
        diff = nodes.literal_block(changes, changes, language="diff")
        node.insert(1, dropdown(f"What changed since “{other}”", "changes", diff))
        return
    else:
        problem = "whose program is the same; name another, or remove :compare:"
    yield Diagnostic("compare", place.line, f":compare: is {other!r}, {problem}", about=other)


def changes_between(before: str, after: str) -> str:
    """Return a diff of two programs: ``-`` was, ``+`` is, ``…`` stands where lines are left out.

    Empty where the programs are the same.
    """
    found = unified_diff(before.splitlines(), after.splitlines(), n=CONTEXT, lineterm="")
    lines = ["…" if line.startswith("@@") else line for line in found]
    return "\n".join(lines[3:])


def lines_changed(before: str, after: str) -> list[int]:
    """Return the lines of a program, from 1, that another does not have in their place."""
    blocks = SequenceMatcher(None, before.splitlines(), after.splitlines()).get_opcodes()
    return [
        line
        for tag, _, _, start, end in blocks
        if tag != "equal"
        for line in range(start + 1, end + 1)
    ]
