"""The kinds of question: what a reader sees of each, what it asks for, and its own rules.

A kind is one entry of ``_KINDS``; nothing else has to know of it (docs/contributing/kinds.md).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from trueloss.pages.questions import WrittenQuestion

#: Takes a question and yields the name of a broken rule and what to write instead.
Rule = Callable[[WrittenQuestion], Iterator[tuple[str, str]]]


@dataclass(frozen=True)
class Kind:
    """One kind of question.

    ``name`` is what an author writes after ``:kind:``, ``title`` what a reader sees, ``asks``
    what such a question asks for. ``own_output`` is true where the output of the program that
    the question shows decides it; ``rules`` hold for this kind alone.
    """

    name: str
    title: str
    asks: str
    own_output: bool = False
    rules: tuple[Rule, ...] = ()


def shows_a_program(question: WrittenQuestion) -> Iterator[tuple[str, str]]:
    """Yield a diagnostic where a question that is about a program shows none."""
    if not question.cell:
        yield (
            "question-cell",
            f"a question of kind {question.kind} shows the program whose output it asks for; "
            "add :cell: with that cell's label",
        )


_KINDS = (
    Kind("conceptual", "Conceptual", "why something is so, or what follows from an idea"),
    Kind(
        "predict-output",
        "Predict the output",
        "the last line that the program shown prints",
        own_output=True,
        rules=(shows_a_program,),
    ),
    Kind("model-choice", "Model choice", "which model, loss or layer serves a task best"),
    Kind("metrics", "Metrics", "what a number tells, or which number tells it"),
    Kind("debug", "Debug", "what is wrong with a program, or what mends it"),
)

#: Every kind by its name, in the order in which authors read of them.
KINDS = {kind.name: kind for kind in _KINDS}


def title_of(name: str | None) -> str:
    """Return what a reader sees of a kind, nothing where there is no such kind."""
    kind = KINDS.get(name or "")
    return kind.title if kind else ""
