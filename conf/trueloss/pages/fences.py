"""Fences that an author opened and never closed.

Markdown closes them at the end of what they stand in, without a word, and whatever follows the
place where the author meant to close them is swallowed.
"""

import dataclasses
import itertools
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


@dataclasses.dataclass(frozen=True)
class _Fence:
    """A fence: the line that opens it, what stands there, and its marks."""

    line: int
    opened: str
    marks: str


def unclosed_fence(
    tokens: Sequence[Token], lines: Sequence[str], blocks: MarkdownIt
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for the first fence of a page that is never closed, if there is one.

    Those below it may only seem so. What stands in a directive fenced with colons is looked into.
    """
    for fence, around in itertools.islice(_unclosed(tokens, lines, blocks), 1):
        if around and len(fence.marks) >= len(around.marks):
            # The line that was to close the one around it has closed this one.
            message = (
                f"the fence {around.opened} is opened here and still open where {fence.opened} "
                f"begins at line {fence.line}; end it with {around.marks} on a line of its own "
                f"above that line, or begin and end it with {fence.marks[0]}{fence.marks} where "
                "that is to stand in it"
            )
            yield Diagnostic("fence-unclosed", around.line, message)
        else:
            message = (
                f"the fence {fence.opened} is opened here and never closed; end it with "
                f"{fence.marks} on a line of its own"
            )
            yield Diagnostic("fence-unclosed", fence.line, message)


def _unclosed(
    tokens: Sequence[Token],
    lines: Sequence[str],
    blocks: MarkdownIt,
    first_line: int = 1,
    around: _Fence | None = None,
) -> Iterator[tuple[_Fence, _Fence | None]]:
    """Yield each fence that is never closed, with the one around it.

    ``first_line`` is the line of the page on which the ``lines`` begin.
    """
    for token in tokens:
        if token.type not in ("fence", "colon_fence") or token.map is None:
            continue
        start, end = token.map
        fence = _Fence(first_line + start, f"{token.markup}{token.info.strip()}", token.markup)
        if token.type == "colon_fence" and not token.info.strip("{ ").startswith(VERBATIM):
            inner = token.content.split("\n")
            nested = blocks.parse(token.content + "\n")
            yield from _unclosed(nested, inner, blocks, fence.line + 1, fence)
        if not _closes(lines[end - 1] if end - 1 > start else "", token.markup):
            yield fence, around


def _closes(line: str, markup: str) -> bool:
    marks = line.strip(" \t>")
    return len(marks) >= len(markup) and set(marks) == {markup[0]}
