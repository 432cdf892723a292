"""Python as authors write it in cells and programs: parsed, what it imports, and what runs."""

import ast
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO


def parse(source: str) -> ast.Module | None:
    """Parse a cell or a program, its magics left out; ``None`` where it is no Python."""
    try:
        return ast.parse(_without_magics(source))
    except (SyntaxError, ValueError):  # what holds a null byte, before Python 3.12
        return None


def what_runs(source: str) -> str:
    """Return a program without its docstring and its comments; as it is where it is no Python."""
    program = parse(source)
    if program is None or "__doc__" in source:
        return source
    lines: list[str | None] = [*source.split("\n")]
    if ast.get_docstring(program, clean=False) is not None:
        start, end = program.body[0].lineno - 1, program.body[0].end_lineno or 1
        if all(other.lineno > end for other in program.body[1:2]):
            lines[start:end] = [None] * (end - start)
    try:
        for token in tokenize.generate_tokens(StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                code = token.line[: token.start[1]].rstrip()
                lines[token.start[0] - 1] = code or None
    except (SyntaxError, tokenize.TokenError):  # a magic
        return source
    return "\n".join(line for line in lines if line is not None)


def ends_in_string(source: str) -> bool:
    """Tell whether a string in triple quotes is still open at the end of a cell."""
    try:
        ast.parse(_without_magics(source))
    except SyntaxError as error:
        return "unterminated triple-quoted" in error.msg
    except ValueError:
        pass
    return False


def _without_magics(source: str) -> str:
    lines = source.split("\n")
    return "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in lines)


@dataclass(frozen=True)
class Import:
    """A module as a program imports it, with its leading dots, and the names that this binds."""

    module: str
    names: tuple[str, ...]
    line: int

    @property
    def package(self) -> str:
        """The top-level package; empty where the import is relative."""
        return self.module.partition(".")[0]


def imports_of(program: ast.AST) -> Iterator[Import]:
    """Yield every import of a program, those within functions included."""
    for node in ast.walk(program):
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                yield Import(alias.name, (bound,), node.lineno)
        elif isinstance(node, ast.ImportFrom):
            names = tuple(alias.asname or alias.name for alias in node.names)
            yield Import("." * node.level + (node.module or ""), names, node.lineno)
