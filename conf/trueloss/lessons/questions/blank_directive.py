"""The ``blank`` directive: a program to fill in by choosing."""

from collections.abc import Iterable, Sequence
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.cells.marked_programs import emphasize, lines_changed
from trueloss.lessons.cells.run_signs import run_sign
from trueloss.lessons.course.evidence_page import evidence_link
from trueloss.lessons.course.modes import mode_of
from trueloss.lessons.question_register import TASKS
from trueloss.lessons.questions.blank_nodes import (
    blank,
    blank_answer,
    blank_controls,
    blank_options,
    blank_program,
    blank_title,
)
from trueloss.lessons.questions.dropdowns import hint_dropdowns, take_helps
from trueloss.lessons.questions.parse_options import did, feedback_nodes, listing, parse_around
from trueloss.lessons.questions.question_nodes import option_feedback
from trueloss.pages.blanks import BLANK_OPTIONS, Blank
from trueloss.pages.directives import AnyDirective
from trueloss.pages.run_phase import page_being_read
from trueloss.pages.tries import Outcome, Tried
from trueloss.text.nearest import instead
from trueloss.truth.blank_rules import Task, form_diagnostics, verdict_diagnostics

#: The feedback of each option of each gap.
FeedbackNodes = dict[tuple[int, int], list[nodes.Node]]


class BlankDirective(AnyDirective, SphinxDirective):
    """Make a task, and hold its marks against what its programs did.

    The run phase has read the program and the options, and run every combination. The tree::

        <blank name="try-apply" level="easy" data={...}>
            <blank_title>
            ...the stem
            <paragraph> naming a gap, <blank_options gap="0"> ... and so on
            <blank_program>, <blank_controls>
            <container part="hint">, <container part="solution">, <container part="mistakes">
            <blank_answer>
                <paragraph>, the right program, its filled lines emphasized, what it printed
                <evidence_link>, <table> of what each option does
            <run_sign>
    """

    option_helps = BLANK_OPTIONS

    def run(self) -> list[nodes.Node]:
        """Return the task, and report what is wrong with it."""
        page = page_being_read()
        read = page.blank_at(self.lineno)
        node = blank("", name=read.name if read else "", level=self.options.get("level"))
        node["about"] = self.options.get("about")
        self.set_source_info(node)
        feedback = self._parse(read, node)
        hint_dropdowns(node)
        report(self._misplaced(page.refused, read), page.path)
        if read is None:
            # What is wrong with it is said already, and the build fails.
            return []
        task = Task(**vars(read.asked), blank=read)
        TASKS.of(self.env).setdefault(self.env.docname, []).append(task)
        report(form_diagnostics(task), page.path)
        tried = page.tried.get(read.name)
        if tried is None:
            return []
        report(verdict_diagnostics(read, tried, page.limits.blank_seconds), page.path)
        self._arrange(node, task, tried, feedback)
        return [node]

    def _parse(self, read: Blank | None, node: blank) -> FeedbackNodes:
        """Parse the body, each list of options a node of its own, and return their feedback."""
        gaps = sorted(enumerate(read.gaps if read else ()), key=lambda gap: gap[1].span)
        feedback: FeedbackNodes = {}
        for number in parse_around(self, [gap.span for _, gap in gaps], node):
            place, gap = gaps[number]
            node += blank_options(gap=place, codes=[choice.code for choice in gap.choices])
            for option, choice in enumerate(gap.choices):
                feedback[place, option] = feedback_nodes(self, choice.feedback)
        return feedback

    def _misplaced(self, refused: list[int], read: Blank | None) -> Iterable[Diagnostic]:
        for name in sorted(self.options.keys() - set(BLANK_OPTIONS)):
            known = instead(name, BLANK_OPTIONS, "leave it out")
            message = f"a task has no option {name!r}; {known}"
            yield Diagnostic("blank-option", self.lineno, message)
        if read is None and self.lineno not in refused:
            message = (
                "a task stands inside another directive, where it never runs; move it to the top "
                "level of the page"
            )
            yield Diagnostic("blank-nested", self.lineno, message)

    def _arrange(self, node: blank, task: Task, tried: Tried, feedback: FeedbackNodes) -> None:
        """Put the parts in the order in which a reader meets them."""
        read = task.blank
        mode = mode_of(self.env.docname, self.config.trueloss_modes)
        node["tier"] = task.tier
        node["key"], node["attempts"] = task.key, mode.attempts if mode else None
        node["ids"] = [read.name]
        node["data"] = data_of(read, tried)
        helps = take_helps(node)
        title, messages = self.parse_inline(task.title, lineno=self.lineno)
        node.insert(0, blank_title("", "", *title, ids=[f"{read.name}-title"]))
        node += messages
        program = blank_program("", listing(read.program), gaps=read.choices, name=read.name)
        first = next((i for i, child in enumerate(node) if _names_gap(child, read)), len(node))
        node.insert(first, program)
        node += blank_controls(check=read.check)
        node += helps
        node += answer(read, tried, feedback)
        # One for all the runs: the page shows any of them, with and without scripts.
        node += run_sign(says="every choice run by this build")


def data_of(read: Blank, tried: Tried) -> dict[str, Any]:
    """Return what the script needs to know of every combination; what is empty is left out."""
    return {
        "sizes": [len(gap.choices) for gap in read.gaps],
        "right": read.right,
        "outcomes": [
            {name: value for name, value in vars(outcome).items() if value}
            for outcome in tried.outcomes
        ],
        "ran": list(tried.ran),
    }


def _named_gap(node: nodes.Node) -> str:
    starts = isinstance(node, nodes.paragraph) and isinstance(node.children[0], nodes.literal)
    return node.children[0].astext() if starts else ""


def _names_gap(node: nodes.Node, read: Blank) -> bool:
    return isinstance(node, blank_options) or any(_named_gap(node) == g.name for g in read.gaps)


def answer(read: Blank, tried: Tried, feedback: FeedbackNodes) -> blank_answer:
    """Return the right program with what it did, and what each other option does in it."""
    outcomes = tried.of(read)
    node = blank_answer()
    codes = [nodes.literal("", code) for code in read.codes(read.right)]
    parts: list[nodes.Node] = [nodes.strong("", "Answer: ")]
    for place, code in enumerate(codes):
        parts += [nodes.Text(", "), code] if place else [code]
    node += nodes.paragraph("", "", *parts)
    program = listing(read.filled(read.right))
    emphasize(program, lines_changed(read.program, program.astext()))
    node += program
    node += nodes.rubric("", "We ran it")
    node += did(outcomes[read.right])
    node += evidence_link(question=read.name, ran=True)
    node += nodes.rubric("", "What each choice does, the others right")
    node += _table(read, outcomes, feedback)
    return node


def _table(
    read: Blank, outcomes: dict[tuple[int, ...], Outcome], feedback: FeedbackNodes
) -> nodes.table:
    body = nodes.tbody()
    for gap, options in enumerate(read.gaps):
        for place, choice in enumerate(options.choices):
            combination = (*read.right[:gap], place, *read.right[gap + 1 :])
            outcome = outcomes.get(combination, Outcome(hung=True))
            words = feedback[gap, place]
            said = [option_feedback("", *words)] if words else []
            name = [nodes.literal("", options.name), nodes.Text(" is ")]
            verdict = "passes" if outcome.passed else "does not pass"
            body += _row(
                [
                    nodes.paragraph(
                        "",
                        "",
                        *(name if len(read.gaps) > 1 else []),
                        nodes.literal("", choice.code),
                    ),
                    nodes.paragraph("", verdict),
                ],
                [*said, *did(outcome)],
            )
    head = nodes.thead(
        "", _row([nodes.paragraph("", "Choice")], [nodes.paragraph("", "What it did")])
    )
    columns = [nodes.colspec(colwidth=width) for width in (1, 2)]
    return nodes.table("", nodes.tgroup("", *columns, head, body, cols=2), classes=["tl-blank-did"])


def _row(*cells: Sequence[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))
