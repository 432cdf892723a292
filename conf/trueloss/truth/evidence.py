"""Hold a question against the cell that decides it."""

from collections.abc import Iterator, Mapping

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.labelled_cells import NO_LABEL, Cell
from trueloss.pages.option_lists import Option
from trueloss.text.nearest import instead
from trueloss.text.python_source import parse
from trueloss.truth import theatre
from trueloss.truth.option_tables import wrong_rows
from trueloss.truth.question_rules import Question


def evidence_diagnostics(question: Question, cells: Mapping[str, Cell]) -> Iterator[Diagnostic]:
    """Yield what is wrong between a question and the labelled cells of its page."""
    for rule, message, label in _diagnostics(question, cells):
        yield Diagnostic(rule, question.line, message, about=label)


def same_text(left: str, right: str) -> bool:
    """Return whether two texts are equal apart from backticks and extra blanks."""
    return theatre.folded(left) == theatre.folded(right)


def _diagnostics(question: Question, cells: Mapping[str, Cell]) -> Iterator[tuple[str, str, str]]:
    for option, label in (("cell", question.cell), ("evidence", question.evidence)):
        if label and label not in cells:
            yield (
                "evidence-label",
                f":{option}: names the cell {label!r}, which this page does not have; "
                f"{instead(label, cells, NO_LABEL)}",
                label,
            )
    cell = cells.get(question.settled_by_cell or "")
    if cell is not None and question.answer is not None:
        # A cell that did not run says nothing; why it did not is reported where it stands.
        said = [*_output(question, question.answer, cell)] if cell.ran else []
        said += _theatre(question, question.answer, cell)
        yield from ((rule, message, cell.label) for rule, message in said)


def _output(question: Question, answer: Option, cell: Cell) -> Iterator[tuple[str, str]]:
    printed = cell.last_line
    if not printed:
        yield (
            "evidence-silent",
            f"the cell {cell.label!r} decides this question and prints nothing; "
            "let its last line print the right option",
        )
        return
    if same_text(printed, answer.text):
        return
    others = [option.text for option in question.options if same_text(printed, option.text)]
    if others:
        yield (
            "evidence-other",
            f"the marked option is {answer.text!r}, but the last line that the cell "
            f"{cell.label!r} printed is {printed!r}, which is another option; put the [x] "
            "before that one, or mend the program",
        )
    else:
        yield (
            "evidence-differs",
            f"the marked option is {answer.text!r}, but the last line that the cell "
            f"{cell.label!r} printed is {printed!r}, which is none of the options; write that as "
            "the marked option, or mend the program",
        )


def _theatre(question: Question, answer: Option, cell: Cell) -> Iterator[tuple[str, str]]:
    program = parse(cell.source)
    if program is None:
        return
    unspelled = [
        option.text for option in question.options if not theatre.spells_out(program, option.text)
    ]
    if answer.text not in unspelled and unspelled:
        yield (
            "evidence-theatre",
            f"the cell {cell.label!r} spells out the right option {answer.text!r} but not "
            f"{', '.join(map(repr, unspelled))}; let it choose among all the options by what "
            "it computes",
        )
    elif wrong := [*wrong_rows(program, [option.text for option in question.options])]:
        text, number = wrong[0]
        yield (
            "evidence-table",
            f"the cell {cell.label!r} compares the option {text!r} as {number:g}; write the number "
            "that the option says, as the other options have theirs",
        )
    elif not theatre.last_print_computes(program):
        yield (
            "evidence-theatre",
            f"what the cell {cell.label!r} prints last stands in its source and is not computed; "
            "let the program compute it",
        )
