"""Numbers typed into prose: each is tied to a run, or stands in the page's code.

The rule is in :mod:`trueloss.truth.prose_numbers`; this module finds the prose of a page.
What a reader sees of it is known once it is parsed, so this alone is not read in the run phase.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from trueloss.diagnostics.diagnostic import report
from trueloss.lessons.prose.number_nodes import ran_number
from trueloss.lessons.prose.other_texts import other_texts
from trueloss.lessons.questions.question_nodes import option_label
from trueloss.pages.reader import code_cells
from trueloss.pages.run_phase import read_notebook
from trueloss.pages.sources import read_source
from trueloss.truth.prose_numbers import Prose, loose_numbers

#: Stands for what is no prose, so that the digits before and after it stay apart.
_GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
_NO_PROSE = (
    nodes.literal,
    nodes.FixedTextElement,
    nodes.math,
    nodes.math_block,
    nodes.comment,
    nodes.system_message,
    option_label,
)
#: How many lines a text may be away from the line that MyST gives it.
_NEAR = 4
#: What a run or an author stands for: copies of an option's label, and the two roles.
_OPTION_COPY = "tl-option-copy"
_LITERAL = "tl-literal"


class CheckNumbers(SphinxTransform):
    """Report each decimal and percentage in prose that nothing stands for."""

    def apply(self, **_kwargs: Any) -> None:
        """Look at the page unless its name is exempt."""
        if any(fnmatch(self.env.docname, name) for name in self.config.trueloss_prose_exempt):
            return
        path = self.env.doc2path(self.env.docname)
        lines = read_source(path).lines
        sources = [cell.source for _, cell in code_cells(read_notebook(""))]
        others = (
            dataclasses.replace(text, line=line_of(text.text, text.line, lines))
            for text in other_texts(self.document)
        )
        report(loose_numbers([*prose(self.document, lines), *others], sources), path)


def prose(node: nodes.Element, lines: Sequence[str]) -> Iterator[Prose]:
    """Yield the text of every paragraph, title and caption below a node.

    Left out are code, formulas, what cells printed, numbers in roles, addresses, and the labels
    of a question's options. ``lines`` are those of the page.
    """
    for child in node.children:
        if not isinstance(child, nodes.Element) or _is_no_prose(child):
            continue
        if isinstance(child, nodes.TextElement):
            text = "".join(_texts(child))
            yield Prose(_line(child, text, lines), text)
        else:
            yield from prose(child, lines)


def _texts(element: nodes.Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, nodes.Text):
            yield str(child)
        elif isinstance(child, nodes.raw):
            yield "\n" if child.get("format") == "html" and "<br" in child.astext() else _GAP
        elif isinstance(child, nodes.Element):
            yield from [_GAP] if _is_no_prose(child) or _is_tied(child) else _texts(child)


def _is_no_prose(node: nodes.Element) -> bool:
    if isinstance(node, nodes.raw) or node.get("nb_element") == "cell_code":
        return True
    if isinstance(node, nodes.reference) and node.astext() == node.get("refuri"):
        return True
    return isinstance(node, _NO_PROSE) or _OPTION_COPY in node["classes"]


def _is_tied(node: nodes.Element) -> bool:
    """Tell whether a node comes from one of the roles ``ran`` and ``literal``."""
    return isinstance(node, ran_number) or _LITERAL in node["classes"]


def _line(node: nodes.Node, text: str, lines: Sequence[str]) -> int:
    """Return the line of a node; if it has none, search from its nearest ancestor's on.

    A cell of a table bears the line of its table.
    """
    if node.line and not isinstance(node.parent, nodes.entry):
        return line_of(text, node.line, lines)
    while not node.line and node.parent is not None:
        node = node.parent
    start = node.line or 1
    beginning = text.strip().partition("\n")[0].partition(_GAP)[0]
    for number, line in enumerate(lines[start - 1 :], start=start):
        if beginning and beginning in line:
            return number
    return start


def line_of(text: str, near: int, lines: Sequence[str]) -> int:
    """Return the line nearest to a given one that holds the beginning of a text.

    MyST is one line too far in some directives, and gives options the line of their fence.
    """
    beginning = text.strip().partition("\n")[0].partition(_GAP)[0].strip()
    longest = max(re.findall(r"\w[\w.]*", beginning), key=len, default="")
    places = range(max(1, near - _NEAR), min(len(lines), near + _NEAR) + 1)
    for wanted in (beginning, longest):  # markup may part the words of a text
        for number in sorted(places, key=lambda place: abs(place - near)):
            if wanted and wanted in lines[number - 1]:
                return number
    return near
