"""Which cells of a page a cell builds on, told by the names they bind and read."""

import dis
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import CodeType

from trueloss.truth import theatre


@dataclass(frozen=True)
class Names:
    """The names that a program binds, and those that it reads and has not bound by then."""

    bound: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()


def names_of(source: str) -> Names:
    """Return the names of a program; none where it is no Python.

    Bytecode tells them, because it is in the order of a run and knows each name's scope.
    """
    program = theatre.parse(source)
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
    return Names(frozenset(bound), frozenset(needed))


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


def cells_behind(index: int, names: Mapping[int, Names]) -> set[int]:
    """Return the cells that bind what a cell needs, and those behind them, and so on.

    ``names`` are those of each cell of the page, by its index.
    """
    found: set[int] = set()
    for name in names[index].needed:
        binding = [other for other in names if other < index and name in names[other].bound]
        if binding:
            nearest = max(binding)
            found |= {nearest, *cells_behind(nearest, names)}
    return found
