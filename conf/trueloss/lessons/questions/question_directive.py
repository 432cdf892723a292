"""The ``question`` directive."""

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.cells.moved_cells import cell_slot, notebook_of
from trueloss.lessons.cells.run_signs import run_sign
from trueloss.lessons.course.evidence_page import evidence_link
from trueloss.lessons.course.modes import mode_of
from trueloss.lessons.questions.dropdowns import dropdown, hint_dropdowns, take_helps
from trueloss.lessons.questions.parse_options import (
    OptionNodes,
    did,
    listing,
    option_nodes,
    parse_around,
)
from trueloss.lessons.questions.question_nodes import (
    letter,
    question,
    question_answer,
    question_beside,
    question_option,
    question_options,
    question_program,
    question_reply,
    question_title,
)
from trueloss.lessons.questions.question_register import QUESTIONS
from trueloss.pages.directives import EveryOption
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.questions import QUESTION_OPTIONS
from trueloss.pages.run_phase import page_being_read
from trueloss.pages.tries import Outcome
from trueloss.truth.question_on_page import question_diagnostics, question_of
from trueloss.truth.question_rules import Question

_NOT_READ = (
    "this question comes from another file, or stands in a directive that shows its content as it "
    "is; write it on the page itself"
)


class QuestionDirective(SphinxDirective):
    """Make a question, and hold it against the cells of its page.

    The tree, before the cells move in::

        <question name="training-one-step" kind="predict-output" level="intermediate">
            <question_title>
            ...the stem
            <question_beside>
                <question_program>
                    <cell_slot label="one-step" shows="program">
                <question_reply>
                    <question_options>
                        <question_option letter="A" right="False"> ... and so on
                    <container part="hint">, <container part="solution">, ...
            <question_answer>
                <paragraph>, <enumerated_list> of all options with their feedback
                <cell_slot label="one-step" shows="output">

    Without a program, options and help stand in the question itself. Evidence of its own shows its
    output in the answer, and its program in a dropdown there. Where the options are run, the
    program with its gap stands in place of the cell, and what each option did in the list.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = EveryOption(dict.fromkeys(QUESTION_OPTIONS, directives.unchanged))
    option_helps = QUESTION_OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return the question, and report what is wrong with it."""
        page = page_being_read()
        written = page.question("\n".join(self.content), self.lineno)
        if written is None:
            report([Diagnostic("question-nested", self.lineno, _NOT_READ)], page.path)
            return []
        cells = labelled_cells(notebook_of(self.state.document))
        facts = question_of(written, page, cells)
        report(question_diagnostics(facts, page, cells), page.path)
        QUESTIONS.of(self.env).setdefault(self.env.docname, []).append(facts)
        node = question("", **{name: getattr(facts, name) for name in QUESTION_OPTIONS})
        self.set_source_info(node)
        for _ in parse_around(self, [facts.span], node):
            options = [option_nodes(self, option) for option in facts.options]
        hint_dropdowns(node)
        self._arrange(node, facts, options)
        return [node]

    def _arrange(self, node: question, facts: Question, items: list[OptionNodes]) -> None:
        """Put the parts in the order in which a reader meets them."""
        name = facts.name or f"question-{facts.line}"
        mode = mode_of(self.env.docname, self.config.trueloss_modes)
        node["name"], node["seconds"] = name, facts.seconds
        node["tier"] = facts.tier
        node["key"], node["attempts"] = facts.key, mode.attempts if mode else None
        node["ids"] = [name]
        inline, messages = self.parse_inline(facts.title, lineno=self.lineno)
        title = question_title("", "", *inline, ids=[f"{name}-title"])
        helps = take_helps(node)
        node.insert(0, title)
        node += messages
        # With a program, what a reader does stands beside it where there is room.
        place: nodes.Element = node
        program: nodes.Element | None = None
        if facts.blank:
            program = listing(facts.blank.program)
        elif facts.cell:
            program = cell_slot(label=facts.cell, shows="program")
        if program is not None:
            place = question_reply()
            node += question_beside("", question_program("", program), place)
        place += question_options(
            "",
            *(
                question_option("", *_label(item), name=name, letter=letter(i), right=item.right)
                for i, item in enumerate(items)
            ),
            name=name,
        )
        right = _right_option(items)
        for help_ in helps:
            place += help_
            if help_["part"] == "solution" and right:
                help_ += _verdict("Final answer", right)
        node += _answer(facts, items, right)


def _label(item: OptionNodes) -> list[nodes.Node]:
    return [child.deepcopy() for child in item.label]


def _right_option(items: list[OptionNodes]) -> tuple[str, OptionNodes] | None:
    marked = [(letter(index), item) for index, item in enumerate(items) if item.right]
    return marked[0] if len(marked) == 1 else None


def _verdict(title: str, right: tuple[str, OptionNodes]) -> nodes.paragraph:
    mark, item = right
    text = _label(item) if item.label_is_inline else []
    stop = ". " if text else "."
    verdict = nodes.strong("", f"{title}: {mark}{stop}")
    return nodes.paragraph("", "", verdict, *text, classes=["tl-option-copy"])


def _answer(
    facts: Question, items: list[OptionNodes], right: tuple[str, OptionNodes] | None
) -> question_answer:
    answer = question_answer()
    outcomes = facts.tried.of(facts.blank) if facts.tried and facts.blank else {}
    if right:
        answer += _verdict("Answer", right)
    answer += nodes.enumerated_list(
        "",
        *(
            nodes.list_item("", *_in_answer(item, outcomes.get((place,))))
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


def _in_answer(item: OptionNodes, outcome: Outcome | None) -> list[nodes.Node]:
    label = _label(item)
    if item.label_is_inline:
        label = [nodes.paragraph("", "", *label, classes=["tl-option-copy"])]
    return [*label, *(did(outcome) if outcome else []), *item.feedback]
