"""What the options of a question did, which one is right, and what settled it."""

from docutils import nodes

from trueloss.lessons.cells.moved_cells import cell_slot
from trueloss.lessons.cells.run_signs import run_sign
from trueloss.lessons.course.evidence_page import evidence_link
from trueloss.lessons.html.folded import dropdown
from trueloss.lessons.questions.parse_options import OptionNodes, did
from trueloss.lessons.questions.question_nodes import (
    letter,
    option_feedback,
    option_label,
    question_answer,
    question_option,
)
from trueloss.truth.question_rules import Question


def right_option(items: list[OptionNodes]) -> tuple[str, OptionNodes] | None:
    """Return the marked option with its letter, where exactly one is marked."""
    marked = [(letter(index), item) for index, item in enumerate(items) if item.right]
    return marked[0] if len(marked) == 1 else None


def final_answer(title: str, right: tuple[str, OptionNodes]) -> nodes.paragraph:
    """Return a sentence that names the right option, as in ``Final answer: B. 1.37``."""
    mark, item = right
    text = [child.deepcopy() for child in item.label] if item.label_is_inline else []
    stop = ". " if text else "."
    verdict = nodes.strong("", f"{title}: {mark}{stop}")
    return nodes.paragraph("", "", verdict, *text, classes=["tl-option-copy"])


def options_of(facts: Question, items: list[OptionNodes], name: str) -> list[question_option]:
    """Return the options, each with what it did and its feedback."""
    outcomes = facts.tried.of(facts.blank) if facts.tried and facts.blank else {}
    options = []
    for place, item in enumerate(items):
        id_ = "" if item.label_is_inline else f"{name}-{letter(place)}"
        option = question_option(name=name, letter=letter(place), right=item.right, label=id_)
        option += option_label("", *item.label, inline=item.label_is_inline, label=id_)
        outcome = outcomes.get((place,))
        said = [*(did(outcome) if outcome else []), *item.feedback]
        option += option_feedback("", *said) if said else []
        options.append(option)
    return options


def answer_of(facts: Question, right: tuple[str, OptionNodes] | None) -> question_answer:
    """Return the answer of a question: which option is right, and what settled it."""
    answer = question_answer()
    if right:
        mark, _ = right
        answer += nodes.paragraph("", "", nodes.strong("", f"Answer: {mark}."))
    if facts.tried:
        answer += run_sign(says="every option run by this build")
    if facts.settled_by_run or facts.reference:
        answer += evidence_link(question=facts.name, ran=facts.settled_by_run)
    if facts.cell:
        answer += cell_slot(label=facts.cell, shows="output")
    if facts.evidence and facts.evidence != facts.cell:
        answer += cell_slot(label=facts.evidence, shows="output")
        program = cell_slot(label=facts.evidence, shows="program")
        answer += dropdown("The program that printed this", "program", program)
    if facts.reference:
        link = nodes.reference("", facts.reference, refuri=facts.reference)
        answer += nodes.paragraph("", "", nodes.Text("Source: "), link)
    return answer
