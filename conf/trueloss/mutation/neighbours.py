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
    above, body, result = _parts(source, {each.parameter for each in chosen})
    name = re.sub(r"\W", "_", of.rpartition("/")[2].removesuffix(".py"))
    given = ", ".join(f"{each.parameter}={each.constant.value!r}" for each in chosen)
    calls = [f'print("{each.words}:", {name}({each.parameter}={each.new!r}))' for each in chosen]
    parts = [
        f'"""Run the neighbours of {of.rpartition("/")[2]}: one constant changed in each.\n\n'
        f'Run it: nox -s run -- {path}\n"""\n',
        *([f"{above}\n"] if above else []),
        f'\ndef {name}({given}):\n    """Return what the program prints."""',
        *([textwrap.indent(body, "    ")] if body else []),
        f"    return {result}\n\n",
        *calls,
    ]
    return "\n".join(parts) + "\n"


def _parts(source: str, parameters: set[str]) -> tuple[str, str, str]:
    """Return the imports of a program, what makes up a function, and what that returns."""
    program = ast.parse(source)
    printed = _printed(program)
    assert printed is not None
    result = ast.get_source_segment(source, printed) or ast.unparse(printed)
    *statements, last = program.body
    end = last.lineno - 1
    before = statements[-1] if statements else None
    if isinstance(before, ast.Assign) and ast.unparse(before.targets[0]) == result:
        result, end = ast.get_source_segment(source, before.value) or result, before.lineno - 1
    start = program.body[0].end_lineno or 0 if ast.get_docstring(program) else 0
    imports = [node for node in statements if isinstance(node, ast.Import | ast.ImportFrom)]
    above = {line for node in imports for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    lines = source.split("\n")
    body = "\n".join(lines[at - 1] for at in range(start + 1, end + 1) if at not in above)
    for shouted in sorted(_constants(program, parameters)):
        body, result = (re.sub(rf"\b{shouted}\b", shouted.lower(), each) for each in (body, result))
    body = re.sub(r"^(\w+) = \1 *(#.*)?(\n|$)", "", body, flags=re.MULTILINE)
    return "\n".join(lines[at - 1] for at in sorted(above)), body.strip("\n"), result


def _constants(program: ast.Module, parameters: set[str]) -> set[str]:
    """Return the names in capitals that may become small, as in a function."""
    used = {node.id for node in ast.walk(program) if isinstance(node, ast.Name)} - parameters
    targets = (node.targets[0] for node in program.body if isinstance(node, ast.Assign))
    bound = {each.id for each in targets if isinstance(each, ast.Name) and each.id.isupper()}
    return {name for name in bound if name.lower() not in used}


def _printed(program: ast.Module) -> ast.expr | None:
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
    return call.args[0]


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
