"""The ``question`` directive."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.cells.moved_cells import cell_slot, notebook_of
from trueloss.lessons.cells.run_signs import run_sign
from trueloss.lessons.course.evidence_page import evidence_link
from trueloss.lessons.course.modes import mode_of
from trueloss.lessons.directive_options import EveryOption, helps_of, option
from trueloss.lessons.questions.dropdowns import dropdown, hint_dropdowns, part_of, take_helps
from trueloss.lessons.questions.option_nodes import OptionItem, OptionList, take_options
from trueloss.lessons.questions.outcomes import did, listing
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
from trueloss.lessons.questions.question_register import register_of
from trueloss.pages.labelled_cells import Cell, labelled_cells
from trueloss.pages.reader import Page
from trueloss.pages.run_phase import page_being_read
from trueloss.pages.tries import Outcome
from trueloss.truth.choices import choice_diagnostics
from trueloss.truth.evidence import evidence_diagnostics
from trueloss.truth.question_rules import Question, form_diagnostics


@dataclass(frozen=True)
class QuestionOptions:
    """The options of the directive, each with what it is for."""

    name: str | None = option("a name of its own, over all pages: training-one-step")
    kind: str | None = option("what the question asks for: predict-output")
    level: str | None = option("how hard it is: easy, medium, hard, or intermediate to expert")
    time: str | None = option("the time for it, in minutes and seconds: 2:00")
    cell: str | None = option("the label of the cell whose program is shown, its output held back")
    evidence: str | None = option("the label of the cell whose last line is the right option")
    reference: str | None = option("the address of what settles a pure concept")
    program: str | None = option(
        "the path of a program under examples/ with one gap, in which every option is run"
    )
    check: str | None = option(
        "with a program: an expression over its names, true for the right option alone"
    )


#: What the last step of a solution begins with.
QUICK_CHECK = "Quick check."

#: Rules of diagnostics that the run phase has found where it refused to run the options.
_ON_OPTIONS = ("question-options", "question-mark")
_NEVER_RUN = (
    "this question stands inside another directive, where its options never run; move it to the "
    "top level of the page"
)
KNOWN = tuple(helps_of(QuestionOptions))


def repeated_options(content: str) -> list[str]:
    """Return the options that a directive's content sets more than once, sorted."""
    lines = itertools.takewhile(lambda line: line.startswith(":"), content.split("\n"))
    names = Counter(line.split(":")[1].strip() for line in lines)
    return sorted(name for name, count in names.items() if count > 1)


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
    output in the answer, and its program in a dropdown there. Where the options are run, the
    program with its gap stands in place of the cell, and what each option did in the list.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = EveryOption(dict.fromkeys(KNOWN, directives.unchanged))
    option_helps = helps_of(QuestionOptions)

    def run(self) -> list[nodes.Node]:
        """Return the question, and report what is wrong with it."""
        given = QuestionOptions(**{name: self.options.get(name) for name in KNOWN})
        node = question("", **vars(given))
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        hint_dropdowns(node)
        options = take_options(node)
        solution = part_of(node, "solution")
        cells = labelled_cells(notebook_of(self.state.document))
        page = page_being_read()
        shown, blank = cells.get(given.cell or ""), page.blank_at(self.lineno)
        facts = Question(
            line=self.lineno,
            title=" ".join(self.arguments),
            options=tuple(item.option() for item in options.items),
            has_hint=part_of(node, "hint") is not None,
            has_solution=solution is not None,
            has_steps=solution is not None and any(solution.findall(nodes.enumerated_list)),
            has_quick_check=solution is not None and QUICK_CHECK in solution.astext(),
            has_mistakes=part_of(node, "mistakes") is not None,
            situation=_situation(node),
            shown=blank.program if blank else shown.source if shown else "",
            blank=blank,
            tried=page.tried.get(blank.name) if blank else None,
            **vars(given),
        )
        unreadable = list(self._unreadable(node, options))
        report(_diagnostics(facts, unreadable, page, cells), page.path)
        title = self._arrange(node, facts, options.items)
        deciding = cells.get(facts.settled_by_cell or "")
        known = replace(facts, asks=title.astext(), printed=deciding.printed if deciding else "")
        register_of(self.env).add(self.env.docname, known)
        return [node]

    def _unreadable(self, node: question, options: OptionList) -> Iterator[Diagnostic]:
        for name in repeated_options(self.block_text):
            yield Diagnostic(
                "question-option",
                self.lineno,
                f"the option {name!r} is given more than once; keep one of them",
            )
        for inner in node.findall(question):
            if inner is not node:
                yield Diagnostic(
                    "question-nested",
                    inner.line or self.lineno,
                    f"this question stands inside the one at line {self.lineno}; "
                    "end that one before it, with as many colons as it begins with",
                )
        for name in sorted(self.options.keys() - set(KNOWN)):
            yield Diagnostic(
                "question-option",
                self.lineno,
                f"a question has no option {name!r}; use one of {', '.join(KNOWN)}",
            )
        for text in options.unmarked:
            yield Diagnostic(
                "question-options",
                self.lineno,
                f"the item {text!r} stands among the options and has no mark; "
                "begin it with [ ], or with [x] where it is the right one",
            )
        if len(options.items) == 1 and not options.unmarked and not options.apart:
            yield Diagnostic(
                "question-options",
                self.lineno,
                f"the question has one option, {options.items[0].option().text!r}; "
                "offer at least one that is wrong",
            )
        for text in options.apart:
            yield Diagnostic(
                "question-options",
                self.lineno,
                f"the option {' '.join(text.split())!r} stands apart from the list of options; "
                "begin each at the left edge, and indent what explains it by two blanks",
            )

    def _arrange(self, node: question, facts: Question, items: list[OptionItem]) -> question_title:
        """Put the parts in the order in which a reader meets them, and return the title."""
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
        return title


def _diagnostics(
    facts: Question, unreadable: list[Diagnostic], page: Page, cells: Mapping[str, Cell]
) -> list[Diagnostic]:
    """Return what is wrong with a question and has not been said by the run phase."""
    diagnostics = [
        *unreadable,
        *form_diagnostics(facts),
        *evidence_diagnostics(facts, cells),
        *choice_diagnostics(facts, page.limits.blank_seconds),
    ]
    if facts.line in page.refused:
        # What is wrong with the options is said already, each at its line.
        return [diagnostic for diagnostic in diagnostics if diagnostic.rule not in _ON_OPTIONS]
    if facts.runs_options and facts.blank is None:
        diagnostics.append(Diagnostic("question-nested", facts.line, _NEVER_RUN))
    return diagnostics


def _situation(node: question) -> str:
    """Return what a question says besides its title, options and help."""
    said = [child for child in node.children if not _is_help(child)]
    return "\n".join(child.astext() for child in said)


def _is_help(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and "part" in node


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
    outcomes = facts.tried.of(facts.blank) if facts.tried and facts.blank else {}
    if right:
        answer += _verdict("Answer", right)
    answer += nodes.enumerated_list(
        "",
        *(
            nodes.list_item("", *_explained(item, outcomes.get((place,))))
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


def _explained(item: OptionItem, outcome: Outcome | None) -> list[nodes.Node]:
    label = _label(item)
    if item.label_is_inline:
        label = [nodes.paragraph("", "", *label, classes=["tl-option-copy"])]
    return [*label, *(did(outcome) if outcome else []), *item.explains]
