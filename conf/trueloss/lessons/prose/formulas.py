"""Every formula on a page can be written as MathML."""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.html.maths import problem
from trueloss.lessons.prose.loose_numbers import line_of
from trueloss.pages.sources import read_source


def check_formulas(app: Sphinx, document: nodes.document) -> None:
    """Report each formula of a page that cannot be written, at the line where it stands."""
    path = Path(app.env.doc2path(app.env.docname))
    lines = read_source(path).lines
    found = []
    for node in document.findall(lambda each: isinstance(each, nodes.math | nodes.math_block)):
        text = node.astext()
        if cause := problem(text, as_block=isinstance(node, nodes.math_block)):
            message = f"the formula {' '.join(text.split())} cannot be written: {cause}"
            found.append(Diagnostic("formula", line_of(text, _line(node), lines), message))
    report(found, path)


def _line(node: nodes.Node) -> int:
    while not node.line and node.parent is not None:
        node = node.parent
    return node.line or 1
