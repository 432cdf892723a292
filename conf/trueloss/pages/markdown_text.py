"""The words of Markdown without its markup, as ``astext`` gives them once docutils has them.

The keys of readers' answers are made of these words, so blocks are joined, and line breaks
written, as docutils does it.
"""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from trueloss.pages.directives import read_directive

_TITLED = re.compile(r"(?P<title>.+?)\s*<[^<>]+>", re.DOTALL)
#: Roles whose whole text a reader sees.
_WHOLE = ("code", "kbd", "literal", "math")
#: docutils writes a hard line break for HTML and for LaTeX.
_HARD_BREAK = "<br />\n\\\\\n"


def markdown_parser(config: MdParserConfig) -> MarkdownIt:
    """Return the parser that reads a page, without docutils."""
    return create_md_parser(config, RendererHTML)


def tree_of(text: str, markdown: MarkdownIt) -> list[SyntaxTreeNode]:
    """Return the blocks of a text."""
    return SyntaxTreeNode(markdown.parse(text + "\n")).children


def role_text(name: str, content: str) -> str:
    """Return what a reader sees of a role."""
    titled = None if name in _WHOLE else _TITLED.fullmatch(content)
    return titled["title"] if titled else content


def line_text(line: str, markdown: MarkdownIt) -> str:
    """Return the words of a line."""
    return _inline(SyntaxTreeNode(markdown.parseInline(line)))


def _inline(node: SyntaxTreeNode) -> str:
    if node.type == "myst_role":
        return role_text(node.meta["name"], node.content)
    if node.children:
        return "".join(map(_inline, node.children))
    breaks = {"softbreak": "\n", "hardbreak": _HARD_BREAK}
    return breaks.get(node.type) or (node.content if node.token else "")


def block_text(node: SyntaxTreeNode, markdown: MarkdownIt) -> str:
    """Return the words of a block, those of blocks in it apart from each other."""
    if node.type in ("inline", "paragraph", "heading"):
        return _inline(node)
    if directive := read_directive(node):
        if directive.is_verbatim:
            return directive.body
        inner = [block_text(each, markdown) for each in tree_of(directive.body, markdown)]
        title = line_text(directive.argument, markdown)
        return "\n\n".join([title, *inner] if title else inner)
    if not node.children:
        return _leaf_text(node.type, node.content) if node.token else ""
    parts = [block_text(each, markdown) for each in node.children]
    if node.type == "table":  # before its head docutils has a node for each column
        parts = [""] * len(node.children[0].children[0].children) + parts
    return "\n\n".join(parts)


def _leaf_text(kind: str, content: str) -> str:
    if kind in ("math_block", "myst_line_comment"):
        return content.strip()
    # Under Sphinx, code keeps the line break before its fence.
    return content if kind in ("code_block", "fence") else content.removesuffix("\n")


def all_blocks(nodes: Iterable[SyntaxTreeNode], markdown: MarkdownIt) -> Iterator[SyntaxTreeNode]:
    """Yield blocks, and those inside of them, also of directives but for questions."""
    for node in nodes:
        yield node
        yield from all_blocks(node.children, markdown)
        directive = read_directive(node)
        if directive and not directive.is_verbatim and directive.name != "question":
            yield from all_blocks(tree_of(directive.body, markdown), markdown)
