"""The questions of a page taken together: counted, reviewed, timed, drawn."""

from docutils import nodes
from sphinx.application import Sphinx

from trueloss.lessons.course.modes import lesson_of, mode_of
from trueloss.lessons.questions.blank_nodes import blank
from trueloss.lessons.questions.question_nodes import question
from trueloss.lessons.questions.set_nodes import badge, draw, levels, pace, question_set

#: What a reader can answer.
TASKS = (question, blank)


def place_set(app: Sphinx, document: nodes.document) -> None:
    """Put a set after the last of several questions, and before the first what its mode adds."""
    docname = app.env.docname
    modes = app.config.trueloss_modes
    mode, lesson = mode_of(docname, modes), lesson_of(docname, modes)
    tasks = [node for node in document.findall(nodes.Element) if isinstance(node, TASKS)]
    if len(tasks) < 2:
        return
    whole = question_set()
    _put_after(tasks[-1], whole)
    if mode is None:
        return
    if mode.badge:
        whole += badge(lesson=lesson, title=mode.name)
        _put_at_top_before(tasks[0], pace())
    if mode.draws is not None:
        whole += levels()
        _put_at_top_before(tasks[0], draw(count=mode.draws, pool=len(tasks)))


def _put_after(node: nodes.Element, new: nodes.Element) -> None:
    parent = node.parent
    parent.insert(parent.index(node) + 1, new)


def _put_at_top_before(node: nodes.Element, new: nodes.Element) -> None:
    """Put a node before another, but in the page's outermost section."""
    while isinstance(node.parent.parent, nodes.section):
        node = node.parent
    node.parent.insert(node.parent.index(node), new)
