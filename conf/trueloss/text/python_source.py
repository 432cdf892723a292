"""Python as authors write it in cells and programs: parsed, and what it imports."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass


def parse(source: str) -> ast.Module | None:
    """Parse a cell or a program, its magics left out; ``None`` where it is no Python."""
    lines = source.split("\n")
    plain = ["" if line.lstrip().startswith(("%", "!")) else line for line in lines]
    try:
        return ast.parse("\n".join(plain))
    except (SyntaxError, ValueError):  # what holds a null byte, before Python 3.12
        return None


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
