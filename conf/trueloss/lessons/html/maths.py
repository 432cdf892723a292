"""Write formulas as MathML while building, so that they cost a reader no script and no font."""

import re
from functools import cache

from docutils import nodes
from docutils.utils.math import MathError, latex2mathml
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

from trueloss.text.nearest import nearest

_UNKNOWN = re.compile(r"Unknown LaTeX command \"\\(\w+)\"")
#: Of all names for dots, the library lacks the usual one.
_DOTS = re.compile(r"\\dots(?![A-Za-z])")
_ENVIRONMENT = r"\begin{aligned} a &= b \\ c &= d \end{aligned}"


def visit_math(self: HTML5Translator, node: nodes.math) -> None:
    self.body.append(_mathml(node.astext(), as_block=False) or "")
    raise nodes.SkipNode


def visit_math_block(self: HTML5Translator, node: nodes.math_block) -> None:
    block = node.copy()
    # The theme lays a box around it, which bears its ids as well.
    block["ids"] = [each for each in node["ids"] if each not in node.parent["ids"]]
    self.body.append(self.starttag(block, "div", CLASS="math"))
    if node.get("number"):
        number = get_node_equation_number(self, node)
        self.body.append(f'<span class="eqno">({number})</span>')
    self.body.append((_mathml(node.astext(), as_block=True) or "") + "</div>\n")
    raise nodes.SkipNode


@cache
def _written(text: str, *, as_block: bool) -> str | Exception:
    try:
        known = _DOTS.sub(r"\\ldots", text)
        return str(latex2mathml.tex2mathml(known, as_block=as_block))
    except Exception as error:  # the library is made for formulas that are right
        return error


def _mathml(text: str, *, as_block: bool) -> str | None:
    written = _written(text, as_block=as_block)
    return written if isinstance(written, str) else None


def problem(text: str, *, as_block: bool) -> str | None:
    """Return why a formula cannot be written, and what to write instead."""
    error = _written(text, as_block=as_block)
    if isinstance(error, str):
        return None
    if found := _UNKNOWN.search(str(error)):
        near = nearest(found[1], sorted(_commands()))
        write = f"write \\{near}" if near else "write it in other commands"
        return f"there is no command \\{found[1]}; {write}"
    if "\\end" in text and text.count("\\end") > text.count("\\begin"):
        return "it ends an environment that it does not begin; add \\begin, or remove \\end"
    for mark, what in (("&", "& parts columns"), ("\\\\", "\\\\ ends a line")):
        if mark in text and "\\begin" not in text:
            return f"{what}, which only an environment has, such as {_ENVIRONMENT}"
    said = str(error) if isinstance(error, MathError) else type(error).__name__
    return f"{said.rstrip('.')}; write it more simply"


@cache
def _commands() -> frozenset[str]:
    """Return the names of commands that the library knows: its tables of them, by name."""
    tables = (vars(latex2mathml)[name] for name in dir(latex2mathml))
    named = {key for table in tables if isinstance(table, dict) for key in table}
    return frozenset(name for name in named if isinstance(name, str) and name.isalpha())
