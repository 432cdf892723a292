"""The answer of a question: each option with its feedback, what it did, and what settled it."""

from docutils import nodes

from trueloss.lessons.cells.moved_cells import cell_slot
from trueloss.lessons.cells.run_signs import run_sign
from trueloss.lessons.course.evidence_page import evidence_link
from trueloss.lessons.questions.dropdowns import dropdown
from trueloss.lessons.questions.parse_options import OptionNodes, did
from trueloss.lessons.questions.question_nodes import letter, question_answer
from trueloss.pages.tries import Outcome
from trueloss.truth.question_rules import Question


def label_of(item: OptionNodes) -> list[nodes.Node]:
    """Return a copy of what a reader chooses."""
    return [child.deepcopy() for child in item.label]


def right_option(items: list[OptionNodes]) -> tuple[str, OptionNodes] | None:
    """Return the marked option with its letter, where exactly one is marked."""
    marked = [(letter(index), item) for index, item in enumerate(items) if item.right]
    return marked[0] if len(marked) == 1 else None


def final_answer(title: str, right: tuple[str, OptionNodes]) -> nodes.paragraph:
    """Return a sentence that names the right option, as in ``Answer: B. 1.37``."""
    mark, item = right
    text = label_of(item) if item.label_is_inline else []
    stop = ". " if text else "."
    verdict = nodes.strong("", f"{title}: {mark}{stop}")
    return nodes.paragraph("", "", verdict, *text, classes=["tl-option-copy"])


def answer_of(
    facts: Question, items: list[OptionNodes], right: tuple[str, OptionNodes] | None
) -> question_answer:
    """Return the answer of a question: every option with its feedback, and what settled it."""
    answer = question_answer()
    outcomes = facts.tried.of(facts.blank) if facts.tried and facts.blank else {}
    if right:
        answer += final_answer("Answer", right)
    answer += nodes.enumerated_list(
        "",
        *(
            nodes.list_item("", *_in_list(item, outcomes.get((place,))))
            for place, item in enumerate(items)
        ),
        enumtype="upperalpha",
        prefix="",
        suffix=".",
        classes=["tl-explained"],
    )
    if outcomes:
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


def _in_list(item: OptionNodes, outcome: Outcome | None) -> list[nodes.Node]:
    label = label_of(item)
    if item.label_is_inline:
        label = [nodes.paragraph("", "", *label, classes=["tl-option-copy"])]
    return [*label, *(did(outcome) if outcome else []), *item.feedback]
