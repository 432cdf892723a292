"""The list of options inside a question."""

import itertools
from dataclasses import dataclass, field

from docutils import nodes

from trueloss.pages.blanks import MARKS
from trueloss.truth.question_rules import Option


@dataclass
class OptionList:
    """The options of a question, the texts of items that lack a mark, and of marked ones apart."""

    items: list["OptionItem"] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)


@dataclass
class OptionItem:
    """One option: the ``label`` that a reader chooses, and what ``explains`` it."""

    right: bool
    label: list[nodes.Node]
    explains: list[nodes.Node]

    @property
    def label_is_inline(self) -> bool:
        """Whether the label is part of a line, and no block such as a listing."""
        return all(isinstance(node, nodes.Inline | nodes.Text) for node in self.label)

    def option(self) -> Option:
        """Return what the rules need to know of it."""
        text = "".join(node.astext() for node in self.label)
        return Option(" ".join(text.split()), self.right, explained=bool(self.explains))


def take_options(question: nodes.Element) -> OptionList:
    """Take the option list out of a question.

    It is the first bullet list of the question's own in which an item begins with a mark,
    ``[ ]`` or ``[x]``.
    """
    options = OptionList()
    for bullets in question.children:
        if isinstance(bullets, nodes.bullet_list) and any(map(_mark, bullets.children)):
            for item in bullets.children:
                assert isinstance(item, nodes.list_item)
                mark = _mark(item)
                if mark:
                    options.items.append(_read(item, mark))
                else:
                    options.unmarked.append(item.astext())
            question.remove(bullets)
            break
    options.apart = [item.astext() for item in _marked_items(question)]
    for option in options.items:
        for node in option.explains:
            options.apart += [item.astext() for item in _marked_items(node)]
    return options


def _marked_items(node: nodes.Node) -> list[nodes.list_item]:
    return [item for item in node.findall(nodes.list_item) if _mark(item)]


def _mark(item: nodes.Node) -> str | None:
    text = item.astext()[:3]
    starts_with_text = item.children and isinstance(item.children[0], nodes.paragraph)
    return text if starts_with_text and text in MARKS else None


def _read(item: nodes.list_item, mark: str) -> OptionItem:
    """Read an item: its first line is the label, or the block after it where that is bare."""
    first, *blocks = item.children
    assert isinstance(first, nodes.paragraph)
    label, explanation = _split_at_line_break(first, len(mark))
    if not label and blocks:
        label = [blocks.pop(0)]
    if explanation:
        blocks.insert(0, nodes.paragraph("", "", *explanation))
    return OptionItem(MARKS[mark], label, blocks)


def _split_at_line_break(
    paragraph: nodes.paragraph, skip: int
) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Return the inline nodes before and after the first line break, ``skip`` characters in."""
    before: list[nodes.Node] = []
    for index, child in enumerate(paragraph.children):
        if isinstance(child, nodes.raw):  # a hard line break, one node for each kind of output
            rest = paragraph.children[index + 1 :]
            return before, list(itertools.dropwhile(lambda node: isinstance(node, nodes.raw), rest))
        if not isinstance(child, nodes.Text):
            before.append(child)
            continue
        text = child[skip:].lstrip(" ") if index == 0 else str(child)
        head, line_break, tail = text.partition("\n")
        if head:
            before.append(nodes.Text(head))
        if line_break:
            after = [nodes.Text(tail)] if tail else []
            return before, [*after, *paragraph.children[index + 1 :]]
    return before, []
