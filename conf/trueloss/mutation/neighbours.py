"""The neighbours of a program: one constant changed in each, and one program that runs them all."""

import ast
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trueloss.mutation.mutants import numbers_in, replaced_text
from trueloss.text.python_source import parse


@dataclass(frozen=True)
class Neighbour:
    """The program with one constant changed: where that stands, and what it is called.

    ``parameter`` is a name that the program does not use.
    """

    constant: ast.Constant
    name: str
    parameter: str

    @property
    def new(self) -> float:
        """Twice the constant; 1 for nothing."""
        value = self.constant.value
        assert isinstance(value, int | float)
        return 2 * value or type(value)(1)

    def applied(self, source: str) -> str:
        """Return the program with it."""
        return replaced_text(source, self.constant, repr(self.new)) or source

    @property
    def words(self) -> str:
        """What is printed before its result."""
        return f"{self.name} {self.new!r} instead of {self.constant.value!r}"


def neighbours(source: str) -> list[Neighbour]:
    """Return the neighbours of a program, none of one that prints more than its last line."""
    program = parse(source)
    if program is None or _printed(program) is None:
        return []
    used = {node.id for node in ast.walk(program) if isinstance(node, ast.Name)}
    counted: dict[str, int] = {}
    found = []
    for statement in program.body[:-1]:
        for constant, name in _named(statement):
            counted[name] = counted.get(name, 0) + 1
            name = f"{name}_{counted[name]}" if counted[name] > 1 else name
            found.append(Neighbour(constant, name, f"its_{name}" if name in used else name))
    return found


def program_of(source: str, chosen: Sequence[Neighbour], path: str, of: str) -> str:
    """Return the program at ``path`` that runs the chosen neighbours of the program ``of``."""
    for neighbour in sorted(chosen, key=lambda each: _place(each.constant), reverse=True):
        source = replaced_text(source, neighbour.constant, neighbour.parameter) or source
    program = ast.parse(source)
    result = _printed(program)
    assert result is not None
    lines = source.split("\n")
    start = 1 + (program.body[0].end_lineno or 0) if ast.get_docstring(program) else 1
    imports = [node for node in program.body if isinstance(node, ast.Import | ast.ImportFrom)]
    above = {line for node in imports for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    body = [
        line
        for number, line in enumerate(lines[: program.body[-1].lineno - 1], start=1)
        if number >= start and number not in above
    ]
    name = re.sub(r"\W", "_", of.rpartition("/")[2].removesuffix(".py"))
    given = ", ".join(f"{each.parameter}={each.constant.value!r}" for each in chosen)
    calls = [f'print("{each.words}:", {name}({each.parameter}={each.new!r}))' for each in chosen]
    parts = [
        f'"""Run the neighbours of {of.rpartition("/")[2]}: one constant changed in each.\n\n'
        f'Run it: nox -s run -- {path}\n"""\n',
        "\n".join(lines[number - 1] for number in sorted(above)) + "\n\n",
        f'def {name}({given}):\n    """Return what the program prints."""',
        textwrap.indent("\n".join(body).strip("\n"), "    "),
        f"    return {result}\n\n",
        *calls,
    ]
    return "\n".join(part for part in parts if part.strip()) + "\n"


def _printed(program: ast.Module) -> str | None:
    """Return what the last statement prints, where nothing else prints."""
    prints = [
        node
        for node in ast.walk(program)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    last = program.body[-1] if program.body else None
    if len(prints) != 1 or not isinstance(last, ast.Expr) or last.value is not prints[0]:
        return None
    (call,) = prints
    if len(call.args) != 1 or call.keywords or isinstance(call.args[0], ast.Starred):
        return None
    return ast.unparse(call.args[0])


def _named(node: ast.AST, name: str = "") -> Iterator[tuple[ast.Constant, str]]:
    """Yield the numbers in a node, each with the name of what is given or assigned it."""
    if isinstance(node, ast.Constant) and name and numbers_in(node):
        yield node, name
    elif isinstance(node, ast.keyword):
        name = node.arg or name
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        name = node.targets[0].id.lower()
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
        name = name or ast.unparse(node.func).rpartition(".")[2].lower()
    if not isinstance(node, ast.JoinedStr):  # before Python 3.12 nobody knows what stands where
        for child in ast.iter_child_nodes(node):
            yield from _named(child, name)


def _place(node: ast.Constant) -> tuple[int, int]:
    return node.lineno, node.col_offset
