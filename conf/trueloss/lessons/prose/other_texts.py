"""What an author types for readers outside of sentences, where no role ties a number to a run."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from docutils import nodes
from sphinx import addnodes

from trueloss.lessons.html.html_nodes import above
from trueloss.truth.prose_numbers import Prose

#: The attributes of nodes that a reader sees or hears, and what to call them.
_ATTRIBUTES: tuple[tuple[type[nodes.Element], str, str], ...] = (
    (nodes.image, "alt", "the alternative text of a picture"),
    (nodes.reference, "reftitle", "the title of a link"),
    (nodes.abbreviation, "explanation", "the explanation of an abbreviation"),
    (nodes.meta, "content", "what the page says of itself to search engines"),
    (addnodes.toctree, "rawcaption", "the caption of a toctree"),
)
#: The options of a cell, at any depth, that hold such a text.
_CELL_TEXTS = {"alt", "caption", "guess", "title"}
_CODE_OR_ROLE = re.compile(r"(?:\{[\w:-]+\})?`[^`]*`")
_TAG = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
#: Stands for what is left out, so that the digits before and after it stay apart.
_GAP = "\N{OBJECT REPLACEMENT CHARACTER}"


def other_texts(node: nodes.Element) -> Iterator[Prose]:
    """Yield the texts below a node that are not prose but still reach a reader.

    Each has the line of its node. Outputs of cells are left out.
    """
    for child in node.children:
        if not isinstance(child, nodes.Element):
            continue
        line = _line(child)
        if child.get("nb_element") == "cell_code":
            for name, text in _of_options(child["cell_metadata"]):
                yield Prose(line, text, f"the {name} of a cell")
            continue
        if isinstance(child, nodes.raw):
            if child.get("format") == "html":
                yield Prose(line, _without_tags(child.astext()), "a piece of HTML")
            continue
        for kind, attribute, place in _ATTRIBUTES:
            if isinstance(child, kind) and child.get(attribute):
                yield Prose(line, child[attribute], place)
        if isinstance(child, addnodes.toctree):
            for title in child["rawentries"]:
                yield Prose(line, title, "an entry of a toctree")
        yield from other_texts(child)


def _of_options(options: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in options.items():
        if isinstance(value, Mapping):
            yield from _of_options(value)
        elif name in _CELL_TEXTS and isinstance(value, str):
            yield name, _CODE_OR_ROLE.sub(_GAP, value)


def _without_tags(html: str) -> str:
    return unescape(_TAG.sub(lambda tag: _GAP + "\n" * tag[0].count("\n"), html))


def _line(node: nodes.Node) -> int:
    return next((each.line for each in (node, *above(node)) if each.line), 1)
