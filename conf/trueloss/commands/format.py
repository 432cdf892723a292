"""The format of Markdown: ``python -m trueloss format [--fix] docs``.

mdformat does the work. Its plugin for MyST rewrites the options of directives and takes a fence
of colons for a paragraph, so this one stands in for it: what is no prose stays as it was written
(docs/decisions/markdown-format.md).
"""

import itertools
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import mdformat
import mdformat.plugins
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdformat.renderer import RenderContext, RenderTreeNode
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from trueloss.commands import parser_of
from trueloss.text.files import write_whole

_NAME = "trueloss"
_OPTIONS = {"number": True, "wrap": "keep"}
#: Blocks that stay as they were written, by the names of their tokens.
_VERBATIM = (
    "colon_fence",
    "fence",
    "front_matter",
    "math_block",
    "math_block_label",
    "myst_block_break",
    "myst_line_comment",
    "myst_target",
    "table",
)


def formatted(text: str) -> str:
    """Return a page in the format of the house."""
    result: str = mdformat.text(text, options=_OPTIONS, extensions=(_NAME,))
    return result


def first_difference(text: str) -> int | None:
    """Return the first line that is not in the format of the house, from 1."""
    before, after = text.splitlines(keepends=True), formatted(text).splitlines(keepends=True)
    pairs = enumerate(itertools.zip_longest(before, after), start=1)
    return next((number for number, (old, new) in pairs if old != new), None)


def _update_mdit(mdit: MarkdownIt) -> None:
    for plugin in (colon_fence_plugin, dollarmath_plugin, front_matter_plugin, myst_block_plugin):
        mdit.use(plugin)
    mdit.enable("table")
    mdit.core.ruler.push("keep_source", _keep_source)


def _keep_source(state: StateCore) -> None:
    state.env["source"] = state.src.split("\n")


def _as_written(node: RenderTreeNode, context: RenderContext) -> str:
    assert node.map is not None
    lines = context.env["source"][node.map[0] : node.map[1]]
    return textwrap.dedent("\n".join(lines)).strip("\n")


def _formula(node: RenderTreeNode, _context: RenderContext) -> str:
    return f"{node.markup}{node.content}{node.markup}"


def _escape_dollars(text: str, _node: RenderTreeNode, _context: RenderContext) -> str:
    return text.replace("$", "\\$")


_MYST = SimpleNamespace(
    update_mdit=_update_mdit,
    RENDERERS={
        **dict.fromkeys(_VERBATIM, _as_written),
        "math_inline": _formula,
        "math_inline_double": _formula,
    },
    POSTPROCESSORS={"text": _escape_dollars},
    CHANGES_AST=False,
)
# mdformat's plugins are installed packages; this one belongs to the project.
cast("dict[str, Any]", mdformat.plugins.PARSER_EXTENSIONS)[_NAME] = _MYST


def _pages(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.md")) if path.is_dir() else [path]


def main(arguments: Sequence[str]) -> int:
    """List the files in another format, or reformat them; return the exit code."""
    parser = parser_of("format")
    parser.add_argument("--fix", action="store_true", help="write the files anew")
    parser.add_argument("paths", nargs="+", type=Path, help="files, or folders of them")
    given = parser.parse_args(arguments)
    status = 0
    for path in _pages(given.paths):
        text = path.read_text(encoding="utf-8")
        line = first_difference(text)
        if line is None:
            continue
        if given.fix:
            write_whole(path, formatted(text))
        else:
            status = 1
            print(
                f"{path}:{line}: the format differs from the house style from here on; "
                "run `nox -s lint -- --fix` [trueloss.format]"
            )
    return status
