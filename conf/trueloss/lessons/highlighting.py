"""Programs on a page carry a span for what has a colour, and for nothing else."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pygments.formatters import HtmlFormatter
from pygments.token import Name, Punctuation, Text, Whitespace, _TokenType
from sphinx.application import Sphinx
from sphinx.highlighting import PygmentsBridge

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

#: Kinds of tokens that both styles of the site show like any text, or do not show. They are most of
#: a program, and their spans were a quarter of the weight of a page full of programs.
PLAIN = frozenset({Name, Punctuation, Whitespace})


class LeanFormatter(HtmlFormatter[str]):
    """Pygments' formatter, to which a token without a colour is text."""

    def format(
        self, tokensource: Iterable[tuple[_TokenType, str]], outfile: "SupportsWrite[str]"
    ) -> None:
        """Write a program as HTML."""
        lean = ((Text if kind in PLAIN else kind, text) for kind, text in tokensource)
        super().format(lean, outfile)


def setup(_app: Sphinx) -> None:
    """Let Sphinx use it."""
    PygmentsBridge.html_formatter = LeanFormatter
