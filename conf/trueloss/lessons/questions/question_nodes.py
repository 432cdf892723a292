"""The nodes of a question, and the HTML they become.

The same HTML serves with and without JavaScript: the stylesheet shows the controls where
scripts run, and the answer's dropdown where they do not.
"""

from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.html.html_nodes import Visitor, around
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
    """One option: ``letter``, ``right``."""


class question_answer(nodes.Element):
    """What a reader sees once the question is answered."""


def letter(index: int) -> str:
    """Return the letter of an option, from its place in the list."""
    return chr(ord("A") + index)


def open_asked(self: HTML5Translator, node: nodes.Element, kind: str, *facts: str | None) -> None:
    """Write what a question or a task begins with: its attributes, and the facts that it has."""
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
    self.body.append(f'<p class="{name}-facts">{self.encode(text)}</p>\n')


def visit_question(self: HTML5Translator, node: question) -> None:
    attempts = f"{node['attempts']} attempts" if node["attempts"] else None
    facts = (title_of(node["kind"]), node["level"], node["time"], attempts)
    open_asked(self, node, node["kind"] or "", *facts)


def depart_question(self: HTML5Translator, _node: question) -> None:
    self.body.append("</tl-question>\n")


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
    name, mark = node["name"], node["letter"]
    right = " data-right" if node["right"] else ""
    self.body.append(
        f'<li class="tl-option"{right}>'
        f'<input type="radio" name="{name}" value="{mark}" aria-labelledby="{name}-{mark}">'
        f'<div class="tl-option-label" id="{name}-{mark}">'
    )


def depart_question_option(self: HTML5Translator, _node: question_option) -> None:
    self.body.append("</div></li>\n")


visit_question_answer, depart_question_answer = around(
    '<details class="tl-answer"><summary>Answer</summary><div>\n', "</div></details>\n"
)
