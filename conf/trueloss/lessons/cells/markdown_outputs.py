"""Markdown of a cell, drawn as Jupyter draws it: with tables and formulas, and nothing of MyST.

A directive, a role or a target of an output would act on the page, and so would a name that it
defines for links or bears as a heading; none of them is known here.
"""

import re
from typing import Any

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from myst_nb.core.render import MimeData, NbElementRenderer
from myst_nb.sphinx_ import SphinxNbRenderer
from myst_parser.config.main import MdParserConfig
from pygments.lexers import get_all_lexers

#: Keeps MyST from making links to pages and directives of fences.
_CONFIG = MdParserConfig(gfm_only=True)
#: What stands in lines of their own, and is drawn alike without a number.
_ENVIRONMENT = re.compile(
    r"\\(?P<end>begin|end)\{(?:align|eqnarray|equation|flalign|gather|multline)\*?\}"
)


class _Apart(SphinxNbRenderer):  # type: ignore[misc] # ships no types
    """Renders as the page's renderer does, and leaves no name behind."""

    def __init__(self, parser: MarkdownIt, page: SphinxNbRenderer) -> None:
        super().__init__(parser)
        kept = {"md": parser, "md_config": _CONFIG, "md_env": {}, "rules": self.rules}
        self.__dict__.update({**vars(page), **kept})

    def generate_heading_target(self, *_: Any) -> None:
        """Give a heading no name."""

    def render_amsmath(self, token: SyntaxTreeNode) -> None:
        """Render without a number, which would be one of the page's."""
        text = _ENVIRONMENT.sub(lambda found: f"\\{found['end']}{{aligned}}", token.content)
        self.current_node.append(nodes.math_block(text, text, nowrap=True, number=None))

    def render_s(self, token: SyntaxTreeNode) -> None:
        """Render without a warning that other builders will not."""
        self.current_node.append(nodes.raw("", "<s>", format="html"))
        self.render_children(token)
        self.current_node.append(nodes.raw("", "</s>", format="html"))

    def render_fence(self, token: SyntaxTreeNode) -> None:
        """Render as a listing, in a language that is known or in none."""
        language = token.info.partition(" ")[0]
        known = any(language in names for _, names, *_ in get_all_lexers())
        node = self.create_highlighted_code_block(token.content, language if known else "none")
        node["force"] = True
        self.current_node.append(node)


def render_markdown(self: NbElementRenderer, data: MimeData) -> list[nodes.Node]:
    """Return what a text of Markdown becomes, apart from the page that it stands on."""
    parser = (
        MarkdownIt("commonmark", renderer_cls=SphinxNbRenderer)
        .enable(["strikethrough", "table"])
        .use(dollarmath_plugin, allow_labels=False, double_inline=True)
        .use(amsmath_plugin)
    )
    parser.options.update({**self.renderer.md.options, "myst_config": _CONFIG})
    apart = _Apart(parser, self.renderer)
    drawn = nodes.Element()
    with apart.current_node_context(drawn):
        apart.nested_render_text(data.string, data.line or 0)
    return [nodes.container("", *drawn.children, classes=["output", "text_markdown"])]
