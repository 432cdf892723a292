"""The nodes of a question, and the HTML they become.

The same HTML serves with and without JavaScript: the stylesheet shows the controls where
scripts run, and the answer's dropdown where they do not.
"""

from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.html.html_nodes import Visitor, around, note_html
from trueloss.truth.kinds import title_of


class question(nodes.Element):
    """A question; its attributes are the options of the directive and what follows from them.

    ``seconds`` is the time as a number, ``key`` what a reader's answer is kept under, and
    ``attempts`` how often it may be given; ``tier`` is easy, medium or hard.
    """


class question_title(nodes.TextElement):
    """What the question asks."""


class question_beside(nodes.Element):
    """A program, and beside it what a reader does with it."""


class question_program(nodes.Element):
    """The program that a question is about."""


class question_reply(nodes.Element):
    """The options, and the help to choose among them."""


class question_options(nodes.Element):
    """The list of options."""


class question_option(nodes.Element):
    """One option: ``letter``, ``right``, and the id of its ``label`` where that is a block."""


class option_label(nodes.Element):
    """What a reader chooses; ``inline`` where it is part of a line."""


class option_feedback(nodes.Element):
    """What the option did, and what its author says of it."""


class question_answer(nodes.Element):
    """What a reader sees once the question is answered."""


def letter(index: int) -> str:
    """Return the letter of an option, from its place in the list."""
    return chr(ord("A") + index)


def open_asked(self: HTML5Translator, node: nodes.Element, kind: str, *facts: str | None) -> None:
    """Write what a question or a task begins with: its attributes, its facts, a link to it."""
    noun = "question" if isinstance(node, question) else "task"
    node["begins"] = len(self.body)
    name = f"tl-{type(node).__name__}"
    attributes: dict[str, Any] = {
        "data-key": node["key"],
        "data-kind": kind,
        "data-level": node["level"] or "",
        "data-tier": node["tier"] or "",
    }
    for limit in ("seconds", "attempts"):
        if node.get(limit):
            attributes[f"data-{limit}"] = str(node[limit])
    self.body.append(self.starttag(node, name, CLASS=name, **attributes))
    about = f"about {node['about']}" if node["about"] else None
    text = " · ".join(fact for fact in (*facts, about) if fact)
    link = f'<a href="#{node["ids"][0]}" aria-label="Link to this {noun}">#</a>'
    self.body.append(f'<p class="{name}-facts">{self.encode(text)} {link}</p>\n')


def visit_question(self: HTML5Translator, node: question) -> None:
    attempts = f"{node['attempts']} attempts" if node["attempts"] else None
    facts = (title_of(node["kind"]), node["level"], node["time"], attempts)
    open_asked(self, node, node["kind"] or "", *facts)


def depart_question(self: HTML5Translator, node: question) -> None:
    self.body.append("</tl-question>\n")
    note_html(self, node)


def title_visitors(classes: str) -> tuple[Visitor, Visitor]:
    """Return the visitors of the title of what a reader answers, one level below its section."""

    def visit(self: HTML5Translator, node: nodes.Element) -> None:
        level = min(self.section_level + 1, 6)
        self.body.append(self.starttag(node, f"h{level}", "", CLASS=classes))
        self.context.append(f"</h{level}>\n")

    return visit, lambda self, _node: self.body.append(self.context.pop())


visit_question_title, depart_question_title = title_visitors("tl-question-title")
visit_question_beside, depart_question_beside = around('<div class="tl-beside">\n', "</div>\n")
visit_question_program, depart_question_program = around(
    '<div class="tl-beside-program">\n', "</div>\n"
)
visit_question_reply, depart_question_reply = around('<div class="tl-beside-reply">\n', "</div>\n")


def visit_question_options(self: HTML5Translator, node: question_options) -> None:
    self.body.append(
        f'<fieldset class="tl-choices" aria-labelledby="{node["name"]}-title">'
        '<ol class="tl-options" type="A">\n'
    )


def depart_question_options(self: HTML5Translator, _node: question_options) -> None:
    self.body.append(
        "</ol></fieldset>\n"
        '<div class="tl-controls">'
        '<button type="button" class="tl-check">Check</button>'
        '<button type="button" class="tl-show" hidden>Show the answer</button>'
        '<p class="tl-verdict" role="status"></p>'
        "</div>\n"
    )


def visit_question_option(self: HTML5Translator, node: question_option) -> None:
    right = " data-right" if node["right"] else ""
    radio = f'<input type="radio" name="{node["name"]}" value="{node["letter"]}"'
    # A label may hold no block: one that is a block names its radio button by an id.
    begins = f'{radio} aria-labelledby="{node["label"]}">' if node["label"] else f"<label>{radio}> "
    self.body.append(f'<li class="tl-option"{right}>{begins}')


def depart_question_option(self: HTML5Translator, _node: question_option) -> None:
    self.body.append("</li>\n")


def visit_option_label(self: HTML5Translator, node: option_label) -> None:
    self.body.append(
        "" if node["inline"] else f'<div class="tl-option-label" id="{node["label"]}">'
    )


def depart_option_label(self: HTML5Translator, node: option_label) -> None:
    self.body.append("</label>" if node["inline"] else "</div>")


visit_option_feedback, depart_option_feedback = around('<div class="tl-feedback">\n', "</div>")


visit_question_answer, depart_question_answer = around(
    '<details class="tl-answer"><summary>Answer</summary><div>\n', "</div></details>\n"
)
