"""The options of a question or a task as nodes, each part parsed from its own Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from trueloss.pages.option_lists import Feedback, Option, Piece
from trueloss.pages.tries import Outcome


@dataclass(frozen=True)
class OptionNodes:
    """An option, its label and its feedback as nodes."""

    right: bool
    label: list[nodes.Node]
    label_is_inline: bool
    feedback: list[nodes.Node]


def option_nodes(directive: SphinxDirective, option: Option) -> OptionNodes:
    """Return an option with its nodes."""
    if option.is_block:
        label = _blocks(directive, option.label)
    else:
        label, _ = directive.parse_inline(option.label.text, lineno=option.line - 1)
    feedback = feedback_nodes(directive, option.feedback)
    return OptionNodes(option.right, label, not option.is_block, feedback)


def feedback_nodes(directive: SphinxDirective, feedback: Feedback) -> list[nodes.Node]:
    """Return the feedback of an option as nodes."""
    blocks = _blocks(directive, feedback.blocks)
    if not feedback.continued:
        return blocks
    said, _ = directive.parse_inline(feedback.paragraph, lineno=feedback.line - 1)
    return [nodes.paragraph("", "", *said), *blocks]


def parse_around(
    directive: SphinxDirective, spans: Sequence[tuple[int, int]], node: nodes.Element
) -> Iterator[int]:
    """Parse the content of a directive into a node, but for the ``spans`` of lines, from 0.

    Yields each span's index once all before it is parsed.
    """
    end = 0
    for place, (start, after) in enumerate(spans):
        _parse(directive, end, start, node)
        end = after
        yield place
    _parse(directive, end, len(directive.content), node)


def _parse(directive: SphinxDirective, start: int, end: int, node: nodes.Element) -> None:
    content = directive.content[start:end]
    directive.state.nested_parse(content, directive.content_offset + start, node)


def _blocks(directive: SphinxDirective, piece: Piece) -> list[nodes.Node]:
    node = nodes.Element()
    if piece.text.strip():
        lines = StringList(piece.text.split("\n"), source="")
        directive.state.nested_parse(lines, piece.line - 1 - directive.lineno, node)
    return node.children


def did(outcome: Outcome) -> list[nodes.Node]:
    """Return what a program printed, was warned of, and ended with."""
    said = [text for text in (outcome.warned, outcome.verdict) if text]
    shown: list[nodes.Node] = [listing(outcome.printed, "none")] if outcome.printed else []
    shown += [nodes.paragraph("", "", nodes.literal("", text)) for text in said]
    return shown or [nodes.paragraph("", "It printed nothing.")]


def listing(text: str, language: str = "python") -> nodes.literal_block:
    """Return a program or an output."""
    return nodes.literal_block(text, text, language=language)
