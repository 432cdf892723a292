"""Directives as an author writes them, wherever on a page they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from docutils.parsers.rst import Directive, directives
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from myst_parser.parsers.directives import parse_directive_text

#: Directives whose content is shown as it stands and holds no directives of its own.
VERBATIM = ("code", "literalinclude", "math", "parsed-literal", "raw")
_FENCES = ("fence", "colon_fence")


class EveryOption(dict[str, Any]):
    """An ``option_spec`` that lets unknown options through, so that they are ours to report."""

    def __missing__(self, _name: str) -> Any:
        return directives.unchanged


class AnyDirective(Directive):
    """Tells the MyST parser that a directive may have an argument, options and a body."""

    option_spec: ClassVar[Any] = EveryOption(every=directives.unchanged)
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True


@dataclass(frozen=True)
class WrittenDirective:
    """A directive on a page: ``line`` is that of its fence, ``body_line`` that of its body.

    ``content`` is all that stands between the fences: the options and the ``body``.
    """

    name: str
    line: int
    argument: str
    options: dict[str, str]
    content: str
    body: str
    body_line: int

    def holds(self, line: int) -> bool:
        """Tell whether a line of the page is between the fences."""
        return self.line < line <= self.line + self.content.count("\n")

    @property
    def is_verbatim(self) -> bool:
        """Whether its body is shown as it stands."""
        return self.name.startswith(VERBATIM)


def read_directive(token: Token | SyntaxTreeNode, first_line: int = 1) -> WrittenDirective | None:
    """Return the directive that a token is, in a text that begins at ``first_line`` of its page."""
    if token.type not in _FENCES or not token.info.strip().startswith("{") or token.map is None:
        return None
    name, _, argument = token.info.strip()[1:].partition("}")
    parsed = parse_directive_text(AnyDirective, argument.strip(), token.content)
    line = first_line + token.map[0]
    return WrittenDirective(
        name.strip(),
        line,
        " ".join(parsed.arguments),
        {option: str(value or "") for option, value in parsed.options.items()},
        token.content,
        "\n".join(parsed.body),
        line + 1 + parsed.body_offset,
    )


def nested_directives(
    tokens: Iterable[Token], blocks: MarkdownIt, first_line: int = 1
) -> Iterator[WrittenDirective]:
    """Yield every directive among the tokens of a text, and inside of those, in their order."""
    for token in tokens:
        found = read_directive(token, first_line)
        if found is not None:
            yield found
            if not found.is_verbatim:
                inner = blocks.parse(found.body + "\n")
                yield from nested_directives(inner, blocks, found.body_line)
