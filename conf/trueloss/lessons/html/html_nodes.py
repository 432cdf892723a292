"""Nodes that only HTML has a form for, and what other builders make of them."""

from collections.abc import Callable
from typing import Any, NoReturn

from docutils import nodes
from sphinx.application import Sphinx

Visitor = Callable[[Any, Any], None]
_OTHERS = ("text", "latex", "man", "texinfo")


def add_frame(
    app: Sphinx, node: type[nodes.Element], visit: Visitor, depart: Visitor | None = None
) -> None:
    """Register a node that stands around its children; other builders show these alone."""
    others: dict[str, Any] = dict.fromkeys(_OTHERS, (_show_children, _show_children))
    app.add_node(node, html=(visit, depart), **others)


def add_widget(
    app: Sphinx, node: type[nodes.Element], visit: Visitor, depart: Visitor | None = None
) -> None:
    """Register a node that is of use on a page of the site alone; other builders leave it out."""
    others: dict[str, Any] = dict.fromkeys(_OTHERS, (_leave_out, None))
    app.add_node(node, html=(visit, depart), **others)


def _show_children(_translator: nodes.NodeVisitor, _node: nodes.Element) -> None:
    pass


def _leave_out(_translator: nodes.NodeVisitor, _node: nodes.Element) -> NoReturn:
    raise nodes.SkipNode
