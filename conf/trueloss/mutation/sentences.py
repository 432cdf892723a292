"""Sentences and options changed on purpose: another number of the cell, a comparison turned."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.labelled_cells import Cell
from trueloss.pages.ran_numbers import ROLE, RanNumber, read_ran
from trueloss.text.numerals import MINUS, PRINTED
from trueloss.truth.comparisons import comparison_diagnostics, comparisons, turned
from trueloss.truth.number_lines import line_diagnostics
from trueloss.truth.prose_numbers import ran_diagnostics, ran_value


@dataclass(frozen=True)
class Changed:
    """A sentence with a number or a word changed, and whether a diagnostic says so.

    ``decidable`` is false where its numbers say nothing of it either way.
    """

    line: int
    old: str
    new: str
    noticed: bool
    cell: str = ""
    decidable: bool = True


def exchanged(ran: list[RanNumber], cells: Mapping[str, Cell]) -> Iterator[Changed]:
    """Yield each number of a page exchanged for each of its neighbours in what its cell printed."""
    for number in ran:
        cell = cells.get(number.label or "")
        if cell is None or not cell.ran:
            continue
        said = _said(number, cells)
        for other in neighbours(ran_value(number.value), cell.printed):
            value = other + "%" * number.value.endswith("%")
            text = value + number.text.removeprefix(number.value)
            wrong = replace(number, value=value, text=text)
            noticed = bool(_said(wrong, cells) - said)
            yield Changed(number.line, number.value, value, noticed, cell.label)


def neighbours(value: str, printed: str) -> list[str]:
    """Return what stands beside a value in its line, and above and below it, of the same form."""
    if not PRINTED.search(value):
        return []
    form = re.compile(PRINTED.pattern.join(map(re.escape, PRINTED.split(value))), PRINTED.flags)
    lines = printed.replace(MINUS, "-").splitlines()
    rows = [row for line in lines if (row := [found[0] for found in form.finditer(line)])]
    beside = dict[str, None]()
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            if text == value:
                around = [row[place - 1 : place], row[place + 1 : place + 2]]
                around += (other[place : place + 1] for other in rows[max(0, number - 1) : number])
                around += (other[place : place + 1] for other in rows[number + 1 : number + 2])
                beside.update(dict.fromkeys(text for texts in around for text in texts))
    return [text for text in beside if text != value]


def turned_round(ran: list[RanNumber]) -> Iterator[Changed]:
    """Yield each comparison beside two numbers of programs, turned round."""
    for line, sentence in dict.fromkeys((number.line, number.sentence) for number in ran):
        if len(ROLE.findall(sentence)) < 2:
            continue
        before = set(comparison_diagnostics(_numbers_in(line, sentence)))
        for said in comparisons(sentence):
            other = turned(sentence, said)
            noticed = bool(set(comparison_diagnostics(_numbers_in(line, other))) - before)
            new = other[said.start :].split()[0].strip("*,.;:")
            yield Changed(line, said.word, new, noticed, decidable=said.holds is not None)


def _said(number: RanNumber, cells: Mapping[str, Cell]) -> set[Diagnostic]:
    return {*ran_diagnostics([number], cells), *line_diagnostics([number], cells)}


def _numbers_in(line: int, sentence: str) -> list[RanNumber]:
    return [read_ran(role["text"], line, sentence) for role in ROLE.finditer(sentence)]
