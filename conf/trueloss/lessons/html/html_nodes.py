"""Nodes that only HTML has a form for, and what other builders make of them.

As docutils has it, ``visit_<node>`` writes a node, and ``depart_<node>`` what comes after its
children, where something does; both stand in the module of the node.
"""

import sys
from collections.abc import Callable
from typing import Any, NoReturn

from docutils import nodes
from sphinx.application import Sphinx

_OTHERS = ("text", "latex", "man", "texinfo")


def add_frame(app: Sphinx, node: type[nodes.Element]) -> None:
    """Register a node that stands around its children; other builders show these alone."""
    _add(app, node, (_show_children, _show_children))


def add_widget(app: Sphinx, node: type[nodes.Element]) -> None:
    """Register a node that is of use on a page of the site alone; other builders leave it out."""
    _add(app, node, (_leave_out, None))


def _add(app: Sphinx, node: type[nodes.Element], other: tuple[Callable[..., None], Any]) -> None:
    module = sys.modules[node.__module__]
    visit = getattr(module, f"visit_{node.__name__}")
    depart = getattr(module, f"depart_{node.__name__}", None)
    others: dict[str, Any] = dict.fromkeys(_OTHERS, other)
    app.add_node(node, html=(visit, depart), **others)


def _show_children(_translator: nodes.NodeVisitor, _node: nodes.Element) -> None:
    pass


def _leave_out(_translator: nodes.NodeVisitor, _node: nodes.Element) -> NoReturn:
    raise nodes.SkipNode
