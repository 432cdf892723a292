"""Fences that an author opened and never closed.

Markdown closes them at the end of what they stand in, without a word, and whatever follows the
place where the author meant to close them is swallowed.
"""

import dataclasses
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.directives import VERBATIM


def block_parser(config: MdParserConfig) -> MarkdownIt:
    """Return a parser of blocks, nested ones too, that leaves the markup inside lines alone."""
    blocks_only = dataclasses.replace(config, disable_syntax=[*config.disable_syntax, "inline"])
    return create_md_parser(blocks_only, RendererHTML)


def unclosed_fences(
    tokens: Sequence[Token], lines: Sequence[str], blocks: MarkdownIt, first_line: int = 1
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each fence among the ``tokens`` of the ``lines`` that is never closed.

    What stands in a directive fenced with colons is looked into. ``first_line`` is the line of
    the page on which the ``lines`` begin.
    """
    for token in tokens:
        if token.type not in ("fence", "colon_fence") or token.map is None:
            continue
        start, end = token.map
        if not _closes(lines[end - 1] if end - 1 > start else "", token.markup):
            message = (
                f"the fence {token.markup}{token.info.strip()} is opened here and never closed; "
                f"end it with {token.markup} on a line of its own, and give a fence around it "
                "more of these marks"
            )
            yield Diagnostic("fence-unclosed", first_line + start, message)
        if token.type == "colon_fence" and not token.info.strip("{ ").startswith(VERBATIM):
            inner = token.content.split("\n")
            nested = blocks.parse(token.content + "\n")
            yield from unclosed_fences(nested, inner, blocks, first_line + start + 1)


def _closes(line: str, markup: str) -> bool:
    marks = line.strip(" \t>")
    return len(marks) >= len(markup) and set(marks) == {markup[0]}
