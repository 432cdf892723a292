"""The ``question`` directive."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from trueloss.faults import Fault, report
from trueloss.lessons.cells import cell_slot, notebook_of
from trueloss.lessons.dropdowns import dropdown, hint_dropdowns, part_of
from trueloss.lessons.evidence_page import evidence_link
from trueloss.lessons.modes import mode_of
from trueloss.lessons.options import OptionItem, OptionList, take_options
from trueloss.lessons.question_nodes import (
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
from trueloss.lessons.register import register_of
from trueloss.truth.cells import labelled_cells
from trueloss.truth.evidence import evidence_faults
from trueloss.truth.questions import Question, form_faults


def _given(purpose: str) -> Any:
    return field(default=None, metadata={"help": purpose})


@dataclass(frozen=True)
class QuestionOptions:
    """The options of the directive, each with what it is for."""

    name: str | None = _given("a name of its own, over all pages: training-one-step")
    kind: str | None = _given("what the question asks for: predict-output")
    level: str | None = _given("how hard it is: easy, medium, hard, or intermediate to expert")
    time: str | None = _given("the time for it, in minutes and seconds: 2:00")
    cell: str | None = _given("the label of the cell whose program is shown, its output held back")
    evidence: str | None = _given("the label of the cell whose last line is the right option")
    reference: str | None = _given("the address of what settles a pure concept")


KNOWN = tuple(known.name for known in fields(QuestionOptions))


class _EveryOption(dict[str, Any]):
    """Lets every option through, so that an unknown one is ours to report."""

    def __missing__(self, _name: str) -> Any:
        return directives.unchanged


class QuestionDirective(SphinxDirective):
    """Make a question, and hold it against the cells of its page.

    The tree, before the cells move in::

        <question name="training-one-step" kind="predict-output" level="intermediate">
            <question_title>
            ...what the author wrote about the situation
            <question_beside>
                <question_program>
                    <cell_slot label="one-step" shows="program">
                <question_reply>
                    <question_options>
                        <question_option letter="A" right="False"> ... and so on
                    <container part="hint">, <container part="solution">, ...
            <question_answer>
                <paragraph>, <enumerated_list> of all options, explained
                <cell_slot label="one-step" shows="output">

    Without a program, options and help stand in the question itself. Evidence of its own shows its
    output in the answer, and its program in a dropdown there.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = _EveryOption(dict.fromkeys(KNOWN, directives.unchanged))

    def run(self) -> list[nodes.Node]:
        """Return the question, and report what is wrong with it."""
        given = QuestionOptions(**{name: self.options.get(name) for name in KNOWN})
        node = question("", **vars(given))
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        hint_dropdowns(node)
        options = take_options(node)
        facts = Question(
            line=self.lineno,
            title=" ".join(self.arguments),
            options=tuple(item.option() for item in options.items),
            has_hint=part_of(node, "hint") is not None,
            has_solution=part_of(node, "solution") is not None,
            **vars(given),
        )
        cells = labelled_cells(notebook_of(self.state.document))
        faults = [
            *self._unreadable(options),
            *form_faults(facts),
            *evidence_faults(facts, cells),
        ]
        report(faults, Path(self.env.doc2path(self.env.docname)))
        title = self._arrange(node, facts, options.items)
        deciding = cells.get(facts.settled_by_cell or "")
        shown = replace(facts, asks=title.astext(), printed=deciding.printed if deciding else "")
        register_of(self.env).add(self.env.docname, shown)
        return [node]

    def _unreadable(self, options: OptionList) -> Iterator[Fault]:
        for name in sorted(self.options.keys() - set(KNOWN)):
            yield Fault(
                "question-option",
                self.lineno,
                f"a question has no option {name!r}; use one of {', '.join(KNOWN)}",
            )
        for text in options.unmarked:
            yield Fault(
                "question-options",
                self.lineno,
                f"the item {text!r} stands among the options and has no mark; "
                "begin it with [ ], or with [x] where it is the right one",
            )

    def _arrange(self, node: question, facts: Question, items: list[OptionItem]) -> question_title:
        """Put the parts in the order in which a reader meets them, and return the title."""
        name = facts.name or f"question-{facts.line}"
        mode = mode_of(self.env.docname)
        node["name"], node["seconds"] = name, facts.seconds
        node["tier"] = facts.tier
        node["key"], node["attempts"] = facts.key, mode.attempts if mode else None
        node["ids"] = [name]
        inline, messages = self.parse_inline(facts.title, lineno=self.lineno)
        title = question_title("", "", *inline, ids=[f"{name}-title"])
        parts = [part_of(node, name) for name in ("hint", "solution", "mistakes")]
        helps = [part for part in parts if part is not None]
        for help_ in helps:
            help_.parent.remove(help_)
        node.insert(0, title)
        node += messages
        # With a program, what a reader does stands beside it where there is room.
        place: nodes.Element = node
        if facts.cell:
            place = question_reply()
            program = question_program("", cell_slot(label=facts.cell, shows="program"))
            node += question_beside("", program, place)
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
        return title


def _label(item: OptionItem) -> list[nodes.Node]:
    return [child.deepcopy() for child in item.label]


def _right_option(items: list[OptionItem]) -> tuple[str, OptionItem] | None:
    marked = [(letter(index), item) for index, item in enumerate(items) if item.right]
    return marked[0] if len(marked) == 1 else None


def _verdict(title: str, right: tuple[str, OptionItem]) -> nodes.paragraph:
    mark, item = right
    text = _label(item) if item.label_is_inline else []
    stop = ". " if text else "."
    verdict = nodes.strong("", f"{title}: {mark}{stop}")
    return nodes.paragraph("", "", verdict, *text, classes=["tl-option-copy"])


def _answer(
    facts: Question, items: list[OptionItem], right: tuple[str, OptionItem] | None
) -> question_answer:
    answer = question_answer()
    if right:
        answer += _verdict("Answer", right)
    answer += nodes.enumerated_list(
        "",
        *(nodes.list_item("", *_explained(item)) for item in items),
        enumtype="upperalpha",
        prefix="",
        suffix=".",
        classes=["tl-explained"],
    )
    if facts.settled_by_cell:
        answer += evidence_link(question=facts.name)
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


def _explained(item: OptionItem) -> list[nodes.Node]:
    label = _label(item)
    if item.label_is_inline:
        label = [nodes.paragraph("", "", *label, classes=["tl-option-copy"])]
    return [*label, *item.explains]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("question", QuestionDirective)
