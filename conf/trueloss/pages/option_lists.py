"""Lists of options: ``- [ ] 4.0`` and ``- [x] 1.37``, with feedback on the lines below each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from trueloss.pages.markdown_text import block_text, line_text

#: What an option begins with, and whether it is then marked right.
MARKS = {"[ ]": False, "[x]": True, "[X]": True}

_CODE = re.compile(r"(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)(?P<rest>.*)", re.DOTALL)
_BULLET = re.compile(r"\s*[-*+]\s+")


@dataclass(frozen=True)
class Piece:
    """A piece of Markdown, and the line of the page on which it begins."""

    line: int
    text: str


@dataclass(frozen=True)
class Feedback(Piece):
    """The feedback of an option.

    So many of its first lines as ``continued`` go on with the paragraph of the mark; what follows
    are blocks.
    """

    continued: int = 0

    @property
    def paragraph(self) -> str:
        """The lines that go on with the paragraph of the mark."""
        return "\n".join(self.text.split("\n")[: self.continued])

    @property
    def blocks(self) -> Piece:
        """What follows that paragraph."""
        below = self.text.split("\n")[self.continued :]
        return Piece(self.line + self.continued, "\n".join(below))


NO_FEEDBACK = Feedback(0, "")


@dataclass(frozen=True)
class Option:
    """One option: what a reader chooses, whether it is marked right, and what is said of it.

    The ``label`` is the line of the mark or, if that is bare, the block below it; then ``is_block``
    is true. ``text`` is the label without markup. ``outdented`` is a line of what explains it that
    begins left of it, as Markdown lets it.
    """

    text: str
    right: bool
    line: int = 0
    label: Piece = Piece(0, "")
    is_block: bool = False
    feedback: Feedback = NO_FEEDBACK
    outdented: str = ""


@dataclass(frozen=True)
class OptionList:
    """A list in which items are marked, at a ``line`` of the page.

    ``span`` are its lines in the text that it is part of, from 0.

    ``unmarked`` are the items without a mark, and ``above`` is the paragraph above the list.
    """

    span: tuple[int, int]
    options: tuple[Option, ...]
    unmarked: tuple[Piece, ...]
    above: Piece
    line: int


def option_lists(
    nodes: Sequence[SyntaxTreeNode], text: str, first_line: int, markdown: MarkdownIt
) -> Iterator[OptionList]:
    """Yield the lists among the blocks of a ``text`` that begins at ``first_line`` of its page."""
    lines = text.split("\n")
    above = Piece(0, "")
    for node in nodes:
        if node.type == "bullet_list" and any(map(is_option, node.children)):
            marked = [item for item in node.children if is_option(item)]
            yield OptionList(
                _span(node),
                tuple(_option(item, lines, first_line, markdown) for item in marked),
                tuple(
                    Piece(first_line + _span(item)[0], block_text(item, markdown))
                    for item in node.children
                    if item not in marked
                ),
                above,
                first_line + _span(node)[0],
            )
        words = node.children[0].content if node.type == "paragraph" else ""
        above = Piece(first_line + _span(node)[0], words)


def is_option(node: SyntaxTreeNode) -> bool:
    """Tell whether a block is an item that begins with a mark."""
    paragraph = node.children[0] if node.type == "list_item" and node.children else None
    if paragraph is None or paragraph.type != "paragraph":
        return False
    first = paragraph.children[0].children[0]
    return first.type == "text" and first.content[:3] in MARKS


def leading_code(text: str) -> tuple[str, str]:
    """Return the code with which a text begins, empty if there is none, and what follows."""
    found = _CODE.fullmatch(text)
    if found is None:
        return "", text
    code = found["code"]
    padded = code.startswith(" ") and code.endswith(" ") and code.strip()
    return code[1:-1] if padded else code, found["rest"].strip()


def _span(node: SyntaxTreeNode) -> tuple[int, int]:
    return node.map or (0, 0)


def _option(
    item: SyntaxTreeNode, lines: Sequence[str], first_line: int, markdown: MarkdownIt
) -> Option:
    """Read an item: its label, and what follows."""
    start, end = _span(item)
    bullet = _BULLET.match(lines[start])
    width = len(bullet[0].expandtabs(4)) if bullet else 0
    inner = [_dedented(line, width) for line in lines[start:end]]
    paragraph, *blocks = item.children
    words = paragraph.children[0].content
    first, *more = words[3:].split("\n")
    label = first.strip()
    if more:  # a hard line break ends it
        label = label.removesuffix("\\").rstrip()
    right, line, block = MARKS[words[:3]], first_line + start, None
    rest = start + 1
    if not label and not more and blocks:
        block = blocks[0]
        top, rest = _span(block)
        label = "\n".join(inner[top - start : rest - start]).rstrip()
    left = (line for line in lines[start + 1 : start + 1 + len(more)] if not _is_below(line, width))
    said = block_text(block, markdown) if block else line_text(label, markdown)
    return Option(
        text=" ".join(said.split()),
        right=right,
        line=line,
        label=Piece(first_line + _span(block)[0] if block else line, label),
        is_block=block is not None,
        feedback=Feedback(first_line + rest, "\n".join(inner[rest - start :]).rstrip(), len(more)),
        outdented=next(left, "").strip(),
    )


def _is_below(line: str, width: int) -> bool:
    return not line.strip() or line.expandtabs(4)[:width].isspace()


def _dedented(line: str, width: int) -> str:
    """Return a line without the blanks below the bullet of its item."""
    line = line.expandtabs(4) if line[:width].strip(" ").startswith("\t") else line
    return line[min(width, len(line) - len(line.lstrip(" "))) :]
