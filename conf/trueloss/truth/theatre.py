"""Tell a program that arrives at a verdict from one that merely says it.

Both judgements read the source and nothing else, so they catch the plain cases: a verdict in a
string, or a print that no computation reaches. The rest is for review.
"""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator

#: Expressions that pass on what they hold without computing anything new.
_PASSED_ON = (
    ast.JoinedStr,
    ast.FormattedValue,
    ast.List,
    ast.Tuple,
    ast.Dict,
    ast.Set,
    ast.Subscript,
    ast.Starred,
    ast.UnaryOp,
    ast.keyword,
)
_RENDERING = ("str", "repr", "format")


def spells_out(program: ast.Module, option: str) -> bool:
    """Return whether the program's source contains the text of an option.

    It does where a string is the option, or holds all of it and the option is more than one
    word; or where it is a number that a ``print`` holds as such.
    """
    wanted = folded(option)
    return any(wanted == text or (" " in wanted and wanted in text) for text in _spelled(program))


def last_print_computes(program: ast.Module) -> bool:
    """Tell whether a computation reaches the last thing that the program prints.

    Calls, operations, comparisons and loops count as computations; constants, names bound to
    constants, and items of lists of constants do not. A name that the program does
    not bind comes from an earlier cell and counts as computed.
    """
    printed = _last_printed(program)
    return not printed or any(_Slice(program).computes(value) for value in printed)


class _Slice:
    """What the names of a program are bound to."""

    def __init__(self, program: ast.Module) -> None:
        self._values: dict[str, list[ast.expr]] = defaultdict(list)
        self._bindings: Counter[str] = Counter()
        for node in ast.walk(program):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self._bindings[node.id] += 1
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self._values[target.id].append(node.value)

    def computes(self, node: ast.AST, passed: frozenset[str] = frozenset()) -> bool:
        if isinstance(node, ast.Constant):
            return False
        if isinstance(node, ast.Name):
            values = self._values[node.id]
            bound_otherwise = not values or len(values) != self._bindings[node.id]
            return bound_otherwise or (
                node.id not in passed
                and any(self.computes(value, passed | {node.id}) for value in values)
            )
        if isinstance(node, _PASSED_ON):
            parts = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
        elif any(_is_call_of(node, name) for name in _RENDERING):
            parts = node.args  # type: ignore[attr-defined] # _is_call_of made sure
        else:
            return True
        return any(self.computes(part, passed) for part in parts)


def _spelled(program: ast.Module) -> Iterator[str]:
    docstrings = {
        id(statement.value)
        for statement in ast.walk(program)
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }
    for node in ast.walk(program):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield folded(node.value)
    for call in _prints(program):
        for argument in call.args:
            for number in _numbers_passed_on(argument):
                yield repr(number)


def _numbers_passed_on(node: ast.AST) -> Iterator[float]:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _numbers_passed_on(node.body)
        yield from _numbers_passed_on(node.orelse)
    elif isinstance(node, _PASSED_ON):
        for part in ast.iter_child_nodes(node):
            yield from _numbers_passed_on(part)


def _last_printed(program: ast.Module) -> list[ast.expr]:
    prints = _prints(program)
    if program.body and isinstance(last := program.body[-1], ast.Expr) and last.value not in prints:
        return [last.value]
    return prints[-1].args if prints else []


def _prints(program: ast.Module) -> list[ast.Call]:
    calls = [
        node
        for node in ast.walk(program)
        if isinstance(node, ast.Call) and _is_call_of(node, "print")
    ]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _is_call_of(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def folded(text: str) -> str:
    """Return a text without the backticks that an option loses, and with single blanks."""
    return " ".join(text.replace("`", "").split())
