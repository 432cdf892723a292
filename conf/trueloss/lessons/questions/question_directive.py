"""The ``question`` directive."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.cells.moved_cells import cell_slot, notebook_of
from trueloss.lessons.course.modes import mode_of
from trueloss.lessons.question_register import QUESTIONS
from trueloss.lessons.questions.dropdowns import hint_dropdowns, take_helps
from trueloss.lessons.questions.parse_options import (
    OptionNodes,
    listing,
    option_nodes,
    parse_around,
)
from trueloss.lessons.questions.question_feedback import (
    answer_of,
    final_answer,
    options_of,
    right_option,
)
from trueloss.lessons.questions.question_nodes import (
    question,
    question_beside,
    question_options,
    question_program,
    question_reply,
    question_title,
)
from trueloss.pages.directives import AnyDirective
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.questions import QUESTION_OPTIONS
from trueloss.pages.run_phase import page_being_read
from trueloss.truth.question_on_page import question_diagnostics, question_of
from trueloss.truth.question_rules import Question

_NOT_READ = (
    "this question comes from another file, or stands in a directive that shows its content as it "
    "is; write it on the page itself"
)


class QuestionDirective(AnyDirective, SphinxDirective):
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
                        <question_option letter="A" right="False">
                            <option_label>, <option_feedback>, ... and so on
                    <container part="hint">, <container part="solution">, ...
            <question_answer>
                <paragraph>, <cell_slot label="one-step" shows="output">

    Without a program, options and help stand in the question itself. Evidence of its own shows its
    output in the answer, and its program in a dropdown there. Where the options are run, the
    program with its gap stands in place of the cell, and what each option did in its feedback.
    """

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
        place += question_options("", *options_of(facts, items, name), name=name)
        right = right_option(items)
        for help_ in helps:
            place += help_
            if help_["part"] == "solution" and right:
                help_ += final_answer("Final answer", right)
        node += answer_of(facts, right)
