"""Changes that a sound check notices: another option marked, another constant in a program."""

import ast
import dataclasses
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from trueloss.pages.blanks import Blank
from trueloss.text.numerals import MINUS, PRINTED, is_number, value_of
from trueloss.text.python_source import parse
from trueloss.truth.question_rules import Question

#: What a decimal is multiplied with: enough to show in two digits, too little to break a program.
FACTOR = 1.1


@dataclass(frozen=True)
class Mutant:
    """A program with one constant changed; ``line`` is the constant's, from 1."""

    line: int
    old: str
    new: str
    source: str


def wrongly_marked(question: Question) -> Iterator[Question]:
    """Yield the question once for each option but the right one, that option marked instead."""
    for wrong in question.options:
        if not wrong.right:
            options = tuple(
                dataclasses.replace(option, right=option is wrong) for option in question.options
            )
            yield dataclasses.replace(question, options=options)


def wrongly_filled(blank: Blank) -> Iterator[Blank]:
    """Yield the task once for each way to fill it but the right ones, that one marked instead."""
    for places in itertools.product(*(range(len(gap.choices)) for gap in blank.gaps)):
        if all(place in gap.marked for place, gap in zip(places, blank.gaps, strict=True)):
            continue
        gaps = tuple(
            dataclasses.replace(
                gap,
                choices=tuple(
                    dataclasses.replace(choice, right=other == place)
                    for other, choice in enumerate(gap.choices)
                ),
            )
            for place, gap in zip(places, blank.gaps, strict=True)
        )
        yield dataclasses.replace(blank, gaps=gaps)


def changed_numbers(text: str) -> Iterator[str]:
    """Yield a text once for each of its numbers, that one changed as a constant is."""
    for found in PRINTED.finditer(text):
        value = value_of(found[0])
        new = _changed(int(value) if found[0].lstrip("-" + MINUS).isdigit() else value)
        yield f"{text[: found.start()]}{new!r}{text[found.end() :]}"


def mutants(source: str) -> Iterator[Mutant]:
    """Yield the program once for each of its numeric constants, that constant changed.

    A whole number becomes the next one, a decimal a tenth more. Of a source that is no Python
    there are none.
    """
    program = parse(source)
    if program is None:
        return
    for node, old in sorted(
        numbers_in(program), key=lambda found: (found[0].lineno, found[0].col_offset)
    ):
        new = _changed(old)
        mutated = replaced_text(source, node, repr(new))
        if mutated is None:
            mutated = _rewritten(program, node, new)
        yield Mutant(node.lineno, repr(old), repr(new), mutated)


def numbers_in(program: ast.AST) -> list[tuple[ast.Constant, float]]:
    """Return the numeric constants of a program with their values."""
    return [
        (node, node.value)
        for node in ast.walk(program)
        if isinstance(node, ast.Constant) and is_number(node.value)
    ]


def _changed(value: float) -> float:
    if isinstance(value, int):
        return value + 1
    return float(f"{value * FACTOR:.12g}") or 0.1


def replaced_text(source: str, node: ast.Constant, new: str) -> str | None:
    """Replace a node's constant in the source; ``None`` if its place is not known.

    Before Python 3.12 that is so inside f-strings.
    """
    lines = source.split("\n")
    line = lines[node.lineno - 1].encode()
    start, end = node.col_offset, node.end_col_offset
    try:
        if (
            node.lineno != node.end_lineno
            or ast.literal_eval(line[start:end].decode()) != node.value
        ):
            return None
    except (SyntaxError, UnicodeDecodeError, ValueError):
        return None
    lines[node.lineno - 1] = (line[:start] + new.encode() + line[end:]).decode()
    return "\n".join(lines)


def _rewritten(program: ast.Module, node: ast.Constant, new: float) -> str:
    """Write the whole program anew with another value in a node."""
    old, node.value = node.value, new
    try:
        return ast.unparse(program)
    finally:
        node.value = old
