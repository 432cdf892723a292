"""What stands around the questions of a page: empty shells that scripts fill.

Without scripts none of them shows. With scripts each takes its room from the start, so that
nothing moves when the script begins.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.course.modes import lesson_of, mode_of
from trueloss.lessons.html.html_nodes import around
from trueloss.lessons.questions.blank_nodes import blank
from trueloss.lessons.questions.question_nodes import question


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
    heading = f"h{min(self.section_level + 1, 6)}"
    self.body.append(
        f'<tl-set class="tl-set"><{heading} class="tl-set-title">Your answers</{heading}>\n'
        '<p class="tl-set-count">None yet.</p>\n'
        '<div class="tl-set-controls">'
        '<button type="button" class="tl-retry" disabled>Retry the missed ones</button>'
        '<button type="button" class="tl-restart" disabled>Start over</button>'
        "</div>\n"
        '<p class="tl-set-status" role="status"></p>\n'
    )


def depart_question_set(self: HTML5Translator, _node: question_set) -> None:
    # After what the mode adds: a badge, or what a test says of each level.
    self.body.append(
        '<details class="tl-review"><summary>Review</summary>'
        '<div class="tl-review-body"><p>Nothing is answered yet.</p></div></details>\n'
        "</tl-set>\n"
    )


def html_badge(self: HTML5Translator, node: badge) -> str:
    index = f"{node['lesson']}/index"
    titles = self.builder.env.titles
    title = titles[index].astext() if index in titles else node["title"]
    name = node["lesson"].rpartition("/")[2]
    return (
        self.starttag(node, "tl-badge", **{"data-lesson": name, "data-title": title})
        + '<details><summary>Badge</summary><div class="tl-badge-body">'
        "<p>All problems right, and it is yours.</p></div></details></tl-badge>\n"
    )


visit_levels, depart_levels = around(
    "<tl-levels><details><summary>Level by level</summary>"
    '<div class="tl-levels-body"><p>Answer all questions first.</p></div></details></tl-levels>\n',
    "",
)
visit_pace, depart_pace = around(
    '<tl-pace class="tl-pace">'
    '<label><input type="checkbox" role="switch"> Time pressure</label>'
    "<p>Each problem then has its time, from when you start it. "
    "You can add minutes, and press <kbd>t</kbd> to hear how much is left.</p>"
    "</tl-pace>\n",
    "",
)


def html_draw(_self: HTML5Translator, node: draw) -> str:
    return (
        f'<tl-draw class="tl-draw" data-count="{node["count"]}">'
        f'<p class="tl-draw-some">{node["count"]} questions, drawn from a pool of {node["pool"]}, '
        "evenly over easy, medium and hard.</p>"
        f'<p class="tl-draw-all">All {node["pool"]} questions of the pool.</p>'
        '<button type="button">Draw again</button>'
        '<p class="tl-draw-status" role="status"></p></tl-draw>\n'
    )


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
