"""Which cells of a page a cell builds on, told by the names they bind, change and read."""

import ast
import builtins
import dis
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import CodeType

from trueloss.text.python_source import imports_of, parse

#: Names of Python's own that change no argument when called.
_HARMLESS = frozenset(dir(builtins)) - {"next", "setattr", "delattr"}


@dataclass(frozen=True)
class Names:
    """The names that a program binds, those that it reads and has not bound by then, and changes.

    A name's object counts as ``changed`` if the program sets a part of it, calls a method of it,
    or passes it to a function.
    """

    bound: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()


def names_of_cells(sources: Mapping[int, str]) -> dict[int, Names]:
    """Return the names of each cell of a page, by its index."""
    programs = {index: parse(source) for index, source in sources.items()}
    imports = (found for program in programs.values() if program for found in imports_of(program))
    imported = frozenset(name for found in imports for name in found.names)
    return {index: _names(program, imported) for index, program in programs.items()}


def _names(program: ast.Module | None, imported: frozenset[str]) -> Names:
    """Return the names of a program; none where it is no Python.

    They are read from bytecode, which is in execution order and knows each name's scope.
    """
    try:
        code = compile(program or "", "cell", "exec")
    except SyntaxError:
        return Names()
    bound: set[str] = set()
    needed: set[str] = set()
    for step in dis.get_instructions(code):
        if step.opname == "STORE_NAME":
            bound.add(step.argval)
        elif step.opname == "LOAD_NAME" and step.argval not in bound:
            needed.add(step.argval)
    # A function reads when it is called, and by then the program has usually bound it all.
    needed |= set(_read_inside(code)) - bound
    changed = _changed(program, imported | _HARMLESS) if program else ()
    return Names(frozenset(bound), frozenset(needed), frozenset(changed))


def _read_inside(code: CodeType) -> Iterator[str]:
    """Yield the names that functions and classes read from outside of them."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            own = {step.argval for step in dis.get_instructions(inner) if "STORE" in step.opname}
            for step in dis.get_instructions(inner):
                if step.opname == "LOAD_GLOBAL" or (
                    step.opname == "LOAD_NAME" and step.argval not in own
                ):
                    yield step.argval
            yield from _read_inside(inner)


def _changed(program: ast.Module, harmless: frozenset[str]) -> Iterator[str]:
    """Yield the names of what a program may change; to call a ``harmless`` name changes nothing."""
    for node in ast.walk(program):
        if isinstance(node, ast.Attribute | ast.Subscript):
            owner = _owner(node)
            if owner and not isinstance(node.ctx, ast.Load):
                yield owner
        elif isinstance(node, ast.Call):
            owner = _owner(node.func)
            if owner and owner not in harmless:
                if isinstance(node.func, ast.Attribute):
                    yield owner
                for given in (*node.args, *node.keywords):
                    yield from _read(given) - harmless


def _read(expression: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}


def _owner(node: ast.expr) -> str | None:
    """Return the name that an expression begins with, as ``a`` of ``a.b[0].c``."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def cells_behind(index: int, names: Mapping[int, Names]) -> set[int]:
    """Return the cells that bind or change what a cell needs, and those behind them, and so on.

    ``names`` are those of each cell of the page, by its index.
    """
    found: set[int] = set()
    waiting = {index}
    while waiting:
        behind = set(_directly_behind(waiting.pop(), names)) - found
        found |= behind
        waiting |= behind
    return found


def _directly_behind(index: int, names: Mapping[int, Names]) -> Iterable[int]:
    for name in names[index].needed:
        earlier = [other for other in names if other < index]
        bound = max((other for other in earlier if name in names[other].bound), default=None)
        if bound is not None:
            yield bound
            yield from (
                other for other in earlier if other > bound and name in names[other].changed
            )
