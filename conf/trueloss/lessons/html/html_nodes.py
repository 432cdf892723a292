"""Nodes that only HTML has a form for, and what other builders make of them.

As docutils has it, ``visit_<node>`` writes a node, and ``depart_<node>`` what comes after its
children, where something does; ``html_<node>`` returns all that is written of a node, children
included. They stand in the module of the node.
"""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, NoReturn

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

#: What Sphinx hands to the template of a page.
Context = dict[str, Any]
Visitor = Callable[[HTML5Translator, nodes.Element], None]

_OTHERS = ("text", "latex", "man", "texinfo")


def add_frames(app: Sphinx, module: ModuleType) -> None:
    """Register nodes that stand around their children; other builders show these alone."""
    _add(app, module, (_show_children, _show_children))


def add_widgets(app: Sphinx, module: ModuleType) -> None:
    """Register nodes that are of use on a page of the site alone; other builders leave them out."""
    _add(app, module, (_leave_out, None))


def above(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield what a node stands in, from its parent to the document."""
    while node.parent is not None:
        node = node.parent
        yield node


def around(before: str, after: str) -> tuple[Visitor, Visitor]:
    """Return the visitors of a node whose HTML is the same wherever it stands."""
    return (
        lambda translator, _node: translator.body.append(before),
        lambda translator, _node: translator.body.append(after),
    )


def note_html(self: HTML5Translator, node: nodes.Element) -> None:
    """Note on a node the HTML that it has become, from where ``node["begins"]`` says."""
    node["html"] = "".join(self.body[node["begins"] :])


def _add(app: Sphinx, module: ModuleType, other: tuple[Callable[..., None], Any]) -> None:
    others: dict[str, Any] = dict.fromkeys(_OTHERS, other)
    content = vars(module)
    for function in list(content):
        kind, _, name = function.partition("_")
        if kind == "visit":
            visitors = content[function], content.get(f"depart_{name}")
            app.add_node(content[name], html=visitors, **others)
        elif kind == "html":
            app.add_node(content[name], html=(_whole(content[function]), None), **others)


def _whole(html: Callable[[HTML5Translator, nodes.Element], str]) -> Visitor:
    def visit(translator: HTML5Translator, node: nodes.Element) -> NoReturn:
        translator.body.append(html(translator, node))
        raise nodes.SkipNode

    return visit


def _show_children(_translator: nodes.NodeVisitor, _node: nodes.Element) -> None:
    pass


def _leave_out(_translator: nodes.NodeVisitor, _node: nodes.Element) -> NoReturn:
    raise nodes.SkipNode
