"""Hold a question against all that the run phase knows of its page."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.kernels.limits import Limits
from trueloss.pages.blanks import Blank, Gap
from trueloss.pages.labelled_cells import Cell
from trueloss.pages.questions import QUESTION_OPTIONS, WrittenQuestion
from trueloss.pages.reader import Page
from trueloss.text.nearest import instead
from trueloss.truth.blank_rules import verdict_diagnostics
from trueloss.truth.evidence import evidence_diagnostics
from trueloss.truth.question_rules import Question, form_diagnostics

#: Rules of diagnostics that the run phase has found where it refused to run the options.
_ON_OPTIONS = ("question-options", "question-mark")


def question_of(written: WrittenQuestion, page: Page, cells: Mapping[str, Cell]) -> Question:
    """Return a question with what ran for it; ``cells`` are the labelled ones of its page."""
    blank, shown = page.blank_at(written.line), cells.get(written.cell or "")
    known = Question(
        **vars(written),
        shown=blank.program if blank else shown.source if shown else "",
        blank=blank,
        tried=page.tried.get(blank.name) if blank else None,
    )
    deciding = cells.get(known.settled_by_cell or "")
    return replace(known, printed=deciding.printed if deciding else "")


def question_diagnostics(
    question: Question, page: Page, cells: Mapping[str, Cell]
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of a question that the run phase has not reported."""
    diagnostics = [
        *(Diagnostic(rule, question.line, message) for rule, message in _misfits(question)),
        *form_diagnostics(question),
        *evidence_diagnostics(question, cells),
        *choice_diagnostics(question, page.limits.blank_seconds),
    ]
    # If it refused to run the options, it has reported each one's diagnostics at its line.
    said = _ON_OPTIONS if question.line in page.refused else ()
    yield from (diagnostic for diagnostic in diagnostics if diagnostic.rule not in said)
    if question.runs_options and question.blank is None and not said:
        message = (
            "this question stands inside another directive, where its options never run; move it "
            "to the top level of the page"
        )
        yield Diagnostic("question-nested", question.line, message)


def _misfits(question: WrittenQuestion) -> Iterator[tuple[str, str]]:
    for name in question.repeated:
        yield (
            "question-option",
            f"the option {name!r} is given more than once; keep one of them",
        )
    for name in question.unknown:
        yield (
            "question-option",
            f"a question has no option {name!r}; {instead(name, QUESTION_OPTIONS, 'leave it out')}",
        )
    if question.within is not None:
        yield (
            "question-nested",
            f"this question stands inside the one at line {question.within}; "
            "end that one before it, with as many colons as it begins with",
        )
    for text in question.unmarked:
        yield (
            "question-options",
            f"the item {text!r} stands among the options and has no mark; "
            "begin it with [ ], or with [x] where it is the right one",
        )
    if len(question.options) == 1 and not question.unmarked and not question.apart:
        yield (
            "question-options",
            f"the question has one option, {question.options[0].text!r}; "
            "offer at least one that is wrong",
        )
    for option in question.options:
        if option.outdented:
            yield (
                "question-options",
                f"what explains the option {option.text!r} is not indented: "
                f"{option.outdented!r}; begin the line with two blanks",
            )
    for text in question.apart:
        yield (
            "question-options",
            f"the option {' '.join(text.split())!r} stands apart from the list of options; "
            "begin each at the left edge, and indent its feedback by two spaces",
        )


def choice_diagnostics(
    question: Question, seconds: float = Limits.blank_seconds
) -> Iterator[Diagnostic]:
    """Yield what is wrong between the marks of a question and what its options did.

    ``seconds`` is the time limit of each. A question settled otherwise yields nothing.
    """
    if question.blank and question.tried and question.answer:
        yield from verdict_diagnostics(
            _as_marked(question, question.blank), question.tried, seconds
        )


def _as_marked(question: Question, blank: Blank) -> Blank:
    """Return what was run, with the marks that the question has now."""
    (gap,) = blank.gaps
    pairs = zip(gap.choices, question.options, strict=True)
    choices = tuple(replace(choice, right=option.right) for choice, option in pairs)
    return replace(blank, gaps=(Gap(gap.name, choices),))
