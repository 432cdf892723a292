"""What stands around the questions of a page: empty shells that scripts fill.

Without scripts none of them shows. With scripts each takes its room from the start, so that
nothing moves when the script begins.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.modes import lesson_of, mode_of
from trueloss.lessons.questions.blank_nodes import blank
from trueloss.lessons.questions.question_nodes import question
from trueloss.text.filled import filled


class question_set(nodes.Element):
    """Where the answers on a page are counted, reviewed and taken back."""


class badge(nodes.Element):
    """Where the badge of a ``lesson`` shows, once a reader has earned it."""


class levels(nodes.Element):
    """Where a test says how a reader does on each level."""


class pace(nodes.Element):
    """The switch for time pressure."""


class draw(nodes.Element):
    """Where ``count`` questions are drawn from a ``pool`` of so many."""


def visit_question_set(self: HTML5Translator, _node: question_set) -> None:
    self.body.append(filled("set.html", part="set", level=min(self.section_level + 1, 6)))


def depart_question_set(self: HTML5Translator, _node: question_set) -> None:
    self.body.append(filled("set.html", part="end"))


def html_badge(self: HTML5Translator, node: badge) -> str:
    index = f"{node['lesson']}/index"
    titles = self.builder.env.titles
    title = titles[index].astext() if index in titles else node["title"]
    return filled("set.html", part="badge", lesson=node["lesson"].rpartition("/")[2], title=title)


def html_levels(_self: HTML5Translator, _node: levels) -> str:
    return filled("set.html", part="levels")


def html_pace(_self: HTML5Translator, _node: pace) -> str:
    return filled("set.html", part="pace")


def html_draw(_self: HTML5Translator, node: draw) -> str:
    return filled("set.html", part="draw", count=node["count"], pool=node["pool"])


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
