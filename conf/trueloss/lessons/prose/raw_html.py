"""Raw HTML of pages, and of Markdown that a cell shows: what is not on the lists is refused."""

import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.html.translator import is_output
from trueloss.pages.run_phase import page_being_read
from trueloss.pages.shown_outputs import INSTEAD, ONLY
from trueloss.text.allowed_html import LINK, PICTURE, fault_of, leaves_open

_IN_MARKDOWN = (
    "write it in Markdown: ![what it shows](file.png), [a link](other.md), | a | table |, "
    "(a-name)= above what bears it"
)
#: Of the house's classes, those that its directives and roles give to what authors write.
_OWN = re.compile(
    "tl-(?:blank-did|explained|hint|literal|mistakes|option-copy|ran|reference|solution)"
)
_OF_CELL = "output-refused"
_ABROAD = "show no picture, and give links addresses that begin with https:"


class CheckRawHtml(SphinxTransform):
    """Report what is not on the lists, once for each paragraph and each cell, and remove it."""

    def apply(self, **_kwargs: Any) -> None:
        """Check this page."""
        page = page_being_read()
        refused = {each.line for each in page.diagnostics if each.rule == _OF_CELL}
        for each in _found(self.document):
            if each.rule != _OF_CELL or each.line not in refused:
                report([each], page.path)
                refused |= {each.line} if each.rule == _OF_CELL else set()


def _found(document: nodes.document) -> Iterator[Diagnostic]:
    for node in list(document.findall(nodes.Element)):
        for raws, fault in _faults(node):
            cell = _cell_of(node)
            if cell is not None:
                yield _of_cell(cell, f"its Markdown {fault}", INSTEAD)
            else:
                message = f"the HTML here {fault}, and {ONLY}; {_IN_MARKDOWN}"
                yield Diagnostic("html-refused", _line(raws[0]), message)
            for raw in raws:
                node.remove(raw)
        for name in [name for name in node["classes"] if _is_forged(name, node)]:
            said = f"the class {name} is the site's own, and would pass for what it says; remove it"
            yield Diagnostic("html-refused", _line(node), said)
            node["classes"].remove(name)
        if abroad := _fault_of_link(node):
            cell = _cell_of(node)
            _disarm(node)
            if cell is not None:
                yield _of_cell(cell, f"its Markdown has {abroad}", _ABROAD)
            else:
                yield Diagnostic("html-refused", _line(node), f"the page has {abroad}; remove it")


def _faults(parent: nodes.Element) -> Iterator[tuple[list[nodes.Node], str]]:
    """Yield the HTML among the children of a node with what is wrong with it.

    All pieces of a paragraph belong together, and elsewhere those from one that opens a tag to the
    one that closes it; Markdown stands between them.
    """
    children, in_line = parent.children, isinstance(parent, nodes.TextElement)
    pieces = [place for place, child in enumerate(children) if _is_written_html(child)]

    def together(first: int, last: int) -> str:
        return "".join(
            child.astext() if _is_written_html(child) else "x" if in_line else "<p>x</p>"
            for child in children[first : last + 1]
        )

    found = []
    while pieces:
        closed = (end for end in pieces if not leaves_open(together(pieces[0], end)))
        last = pieces[-1] if in_line else next(closed, pieces[0])
        fault = fault_of(
            together(pieces[0], last),
            within="p" if in_line else "",
            named=_cell_of(parent) is not None,
        )
        taken = [children[place] for place in pieces if place <= last]
        found += [(taken, fault)] if fault else []
        pieces = [place for place in pieces if place > last]
    yield from found


def _of_cell(cell: nodes.Element, what: str, instead: str) -> Diagnostic:
    return Diagnostic(_OF_CELL, _line(cell), f"{what}, and {ONLY}; {instead}")


def _is_written_html(node: nodes.Node) -> bool:
    """Tell whether a node is raw HTML of an author; HTML of a cell has been checked."""
    return (
        isinstance(node, nodes.raw)
        and "html" in node.get("format", "").split()
        and not ("text_html" in node["classes"] and _cell_of(node) is not None)
    )


def _is_forged(name: str, node: nodes.Element) -> bool:
    """Tell whether a class of the house stands where the house has not put it."""
    tied = node.get("tied") or not isinstance(node, nodes.inline)
    return name.lower().startswith("tl-") and not (tied and _OWN.fullmatch(name))


def _fault_of_link(node: nodes.Element) -> str | None:
    """Say where a node leads or loads from that no page may."""
    address = node.get("refuri", "")
    if isinstance(node, nodes.image) and "text_markdown" in _classes_above(node):
        return None if PICTURE.fullmatch(node["uri"]) else f"the picture {node['uri']}"
    if isinstance(node, nodes.reference) and address and not LINK.fullmatch(address):
        abroad = "text_markdown" in _classes_above(node) or ":" in address.partition("/")[0]
        return f"a link to {address!r}" if abroad else None
    return None


def _disarm(node: nodes.Element) -> None:
    if isinstance(node, nodes.reference):
        node["refuri"] = "#"
    else:
        node.parent.remove(node)


def _classes_above(node: nodes.Node) -> Iterator[str]:
    while node.parent is not None:
        node = node.parent
        yield from node.get("classes", ())


def _cell_of(node: nodes.Node | None) -> nodes.Element | None:
    while node is not None and not is_output(node):
        node = node.parent
    return node  # type: ignore[return-value] # what is an output is an element


def _line(node: nodes.Node) -> int:
    while not node.line and node.parent is not None:
        node = node.parent
    return node.line or 1
