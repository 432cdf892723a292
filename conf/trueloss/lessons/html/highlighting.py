"""Programs on a page carry a span for what has a colour, and for nothing else."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pygments.formatters import HtmlFormatter
from pygments.token import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
    _TokenType,
)

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

#: Kinds of tokens that both styles of the site show like any text, or do not show. They are most of
#: a program, and their spans were a quarter of the weight of a page full of programs.
PLAIN = frozenset({Name, Punctuation, Whitespace})
#: Kinds that both styles show alike, and so can share a span where they stand side by side.
ALIKE = {
    Comment: (Comment.Hashbang, Comment.Multiline, Comment.Single),
    Keyword: (Keyword.Constant, Keyword.Declaration, Keyword.Namespace, Operator.Word),
    Number: (Number.Bin, Number.Float, Number.Hex, Number.Integer, Number.Oct),
    String: (
        *(String.Affix, String.Backtick, String.Char, String.Delimiter, String.Doc),
        *(String.Double, String.Escape, String.Heredoc, String.Interpol, String.Single),
    ),
}
_SHOWN_AS = {
    **dict.fromkeys(PLAIN, Text),
    # The dark style shows them like text, and the light one in a green that is nearly black: every
    # dot and equals sign had a span for it.
    Operator: Text,
    **{kind: shown for shown, kinds in ALIKE.items() for kind in kinds},
}


class LeanFormatter(HtmlFormatter[str]):
    """Pygments' formatter, to which a token without a colour is text."""

    def format(
        self, tokensource: Iterable[tuple[_TokenType, str]], outfile: "SupportsWrite[str]"
    ) -> None:
        """Write a program as HTML."""
        lean = ((_SHOWN_AS.get(kind, kind), text) for kind, text in tokensource)
        super().format(lean, outfile)
