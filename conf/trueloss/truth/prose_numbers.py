"""Tie numbers in prose to the cell that printed them, or to the code that the page shows."""

import ast
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from trueloss.diagnostics.diagnostic import EVERY_CELL, Diagnostic
from trueloss.pages.labelled_cells import NO_LABEL, Cell
from trueloss.pages.ran_numbers import RanNumber
from trueloss.text.nearest import instead
from trueloss.text.numerals import CLAIMED, MINUS, PRINTED, value_of
from trueloss.text.python_source import parse
from trueloss.text.shorten import short_line
from trueloss.truth.number_places import in_lines, led_to
from trueloss.truth.unfilled_numbers import NoSuchNumberError, number_for


@dataclass(frozen=True)
class Prose:
    """A piece of text that an author typed, without what stands in code or in a role.

    ``line`` is the line of its page on which it begins, from 1; each line break in ``text`` is one
    on the page. ``place`` says what holds a text in which no role can stand.
    """

    line: int
    text: str
    place: str | None = None


def ran_diagnostics(
    numbers: Iterable[RanNumber], cells: Mapping[str, Cell]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the numbers of a page that name its cells."""
    for number in numbers:
        if number.label is None:
            problem: str | None = (
                f"the role holds {number.text!r}; write the value and the label of its cell, "
                "as in {ran}`1.37 <one-step>`"
            )
        elif number.is_unfilled:
            problem = _unfillable(number, cells)
        else:
            problem = ran_problem(number.value, number.label, cells)
            if problem and number.words and number.label in cells:
                led = led_to(cells[number.label].printed, number.words)
                where = f"; the words {number.words!r} lead to {in_lines(led, values=True)}"
                problem += where if led else ""
        if problem:
            yield Diagnostic("number", number.line, problem, about=number.label or "")


def _unfillable(number: RanNumber, cells: Mapping[str, Cell]) -> str | None:
    try:
        number_for(number, cells)
    except NoSuchNumberError as error:
        return str(error)
    return None


def ran_problem(value: str, label: str, cells: Mapping[str, Cell]) -> str | None:
    """Return what refutes the claim that a cell printed a value; ``None`` if nothing does.

    The value is compared as a text, digit by digit, with every number the cell printed; a value
    that is no number, such as ``nan``, ``1.5x`` or a word, has to stand in the output as it is.
    """
    cell = cells.get(label)
    if cell is None:
        return (
            f"the number {value} names the cell {label!r}, which this page does not have; "
            f"{instead(label, cells, NO_LABEL)}"
        )
    if not cell.ran:
        return None
    if was_printed(value, cell.printed):
        return None
    problem = f"the cell {label!r} did not print {value}"
    near = nearest_printed(value, cell.printed)
    if near is None:
        return f"{problem}, nor anything like it; write what it printed, or take the number away"
    line = next((line for line in cell.printed.splitlines() if was_printed(near, line)), "")
    where = f" on the line {short_line(line)!r}" if line.strip() != near else ""
    sign = "%" if value.endswith("%") and PRINTED.fullmatch(near) else ""
    return f"{problem}; it printed {near}{sign}{where}"


def was_printed(value: str, text: str) -> bool:
    """Return whether what a cell printed contains the value of a ``ran`` role."""
    wanted = ran_value(value)
    if PRINTED.fullmatch(wanted):
        return wanted in printed_numbers(text)
    # Not as a part of a longer word or number: 2ms is not in 12ms, and 5x not in -5x.
    starts, ends = wanted[:1].isdigit() or wanted[:1] == ".", wanted[-1:].isdigit()
    before = r"(?<![\w.])(?<!(?<!\w)-)" if starts else r"(?<!\w)" if wanted[:1].isalpha() else ""
    after = r"(?!\w|[.,]\d)" if ends else r"(?!\w)" if wanted[-1:].isalpha() else ""
    standing = re.search(before + re.escape(wanted) + after, text.replace(MINUS, "-"))
    return standing is not None


def printed_numbers(text: str) -> list[str]:
    """Return the numbers in what a cell printed, in order, with a hyphen for a minus."""
    return [found.replace(MINUS, "-") for found in PRINTED.findall(text)]


def ran_value(value: str) -> str:
    """Return the value of a ``ran`` role as the cell has to have printed it."""
    return value.replace(MINUS, "-").removesuffix("%").rstrip().removeprefix("+")


def nearest_printed(value: str, text: str) -> str | None:
    """Return what a cell printed nearest to a value: a word that holds it, or a number."""
    wanted = ran_value(value)
    words = [word.strip(",;:()[]") for word in text.split()]
    others = [word for word in words if not PRINTED.fullmatch(word)]
    if PRINTED.fullmatch(wanted):
        held = [word for word in others if word.startswith(wanted)]
    else:
        held = [word for word in others if wanted in word]
    return held[0] if held else nearest_number(wanted, printed_numbers(text))


def nearest_number(value: str, numbers: list[str]) -> str | None:
    """Return the number closest to a value; ``None`` where there is none, or it is no number.

    One of the same digits in another order is closer than any other.
    """
    target = _as_number(value)
    if target is None or not math.isfinite(target) or not numbers:
        return None

    def away(text: str) -> tuple[bool, float]:
        return sorted(text) != sorted(value), abs((_as_number(text) or 0.0) - target)

    return min(numbers, key=away)


def loose_numbers(prose: Iterable[Prose], sources: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each decimal or percentage in prose that nothing stands for.

    ``sources`` are the code cells of the page. A number stands in the code where it equals a
    constant there; 30 % equals the constants 0.3 and 30.
    """
    known = {constant for source in sources for constant in constants(source)}
    for piece in prose:
        for found in CLAIMED.finditer(piece.text):
            if _possible_values(found) & known:
                continue
            text = " ".join(found[0].split())
            bare = found["number"] + ("%" if found["percent"] else "")
            if piece.place:
                message = (
                    f"the number {text} is no constant of this page's code, and nothing ties it to "
                    f"a run in {piece.place}; say it in a sentence of the page, or in words"
                )
            else:
                message = (
                    f"the number {text} is tied to nothing and is no constant of this page's code; "
                    f"write {{ran}}`{bare} <label>` with the cell that printed it, or "
                    f"{{literal}}`{bare}` where no run is meant"
                )
            line = piece.line + piece.text.count("\n", 0, found.start())
            yield Diagnostic("number-loose", line, message, about=EVERY_CELL)


def constants(source: str) -> Iterator[float]:
    """Yield the numeric constants in the source of a cell; none if it is not Python."""
    program = parse(source)
    for node in ast.walk(program) if program else ():
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            yield from (-value for value in _constant(node.operand))
        yield from _constant(node)


def _constant(node: ast.AST) -> Iterator[float]:
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
    ):
        with suppress(OverflowError):  # no number in prose has more than 300 digits
            yield float(node.value)


def _possible_values(found: re.Match[str]) -> set[float]:
    value = _as_number(found["number"])
    if value is None:
        return set()
    # 7 / 100 is the 0.07 of a program; 7 * 0.01 is not.
    return {value, value / 100} if found["percent"] else {value}


def _as_number(text: str) -> float | None:
    try:
        return value_of(text)
    except ValueError:
        return None
