"""What an author can write, what it becomes, and how that is written as HTML."""

from docutils import nodes
from myst_nb.core.render import NbElementRenderer
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput
from sphinx.application import Sphinx
from sphinx.highlighting import PygmentsBridge
from sphinx_design.extension import depart_container

from trueloss import road_map
from trueloss.lessons.cards import card_nodes
from trueloss.lessons.cards.card_directive import FlashcardDirective
from trueloss.lessons.cells import run_signs
from trueloss.lessons.cells.markdown_outputs import render_markdown
from trueloss.lessons.cells.moved_cells import NestedCellDirective
from trueloss.lessons.charts import chart_nodes
from trueloss.lessons.course import (
    course_map,
    daily_review,
    evidence_page,
    mode_bar,
    page_end,
    progress_page,
    start,
)
from trueloss.lessons.course.course_map import CourseMapDirective
from trueloss.lessons.course.daily_review import PlacementDirective, ReviewDirective
from trueloss.lessons.course.evidence_page import EvidenceDirective
from trueloss.lessons.course.progress_page import ProgressDirective
from trueloss.lessons.course.start import StartDirective
from trueloss.lessons.domains import PageDomain
from trueloss.lessons.html.highlighting import LeanFormatter
from trueloss.lessons.html.html_nodes import add_frames, add_widgets
from trueloss.lessons.html.literals import depart_literal, visit_literal
from trueloss.lessons.html.maths import visit_math, visit_math_block
from trueloss.lessons.html.translator import LessonTranslator, visit_box, visit_folded
from trueloss.lessons.prose import number_nodes
from trueloss.lessons.prose.number_roles import LiteralRole, RanRole
from trueloss.lessons.prose.reference import ReferenceDirective
from trueloss.lessons.questions import blank_nodes, question_nodes, set_nodes
from trueloss.lessons.questions.blank_directive import BlankDirective
from trueloss.lessons.questions.dropdowns import MistakesDirective, SolutionDirective
from trueloss.lessons.questions.question_directive import QuestionDirective
from trueloss.publishing import notebook_links
from trueloss.road_map import RoadDirective

DIRECTIVES = {
    "blank": BlankDirective,
    "course-map": CourseMapDirective,
    "evidence": EvidenceDirective,
    "flashcard": FlashcardDirective,
    "mistakes": MistakesDirective,
    "placement": PlacementDirective,
    "progress": ProgressDirective,
    "question": QuestionDirective,
    "reference": ReferenceDirective,
    "review": ReviewDirective,
    "road": RoadDirective,
    "solution": SolutionDirective,
    "start": StartDirective,
}
#: Modules of nodes that stand around others, which every builder shows.
FRAMES = (blank_nodes, card_nodes, chart_nodes, number_nodes, question_nodes)
#: Modules with nodes that only a page of the site shows.
WIDGETS = (
    course_map,
    daily_review,
    evidence_page,
    mode_bar,
    notebook_links,
    page_end,
    progress_page,
    road_map,
    run_signs,
    set_nodes,
    start,
)


def register(app: Sphinx) -> None:
    """Teach Sphinx all of it."""
    app.setup_extension("sphinx.ext.todo")
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    # In place of myst-nb's, which only stands at the top level of a page.
    app.add_directive("code-cell", NestedCellDirective, override=True)
    app.add_role("ran", RanRole())
    # In place of docutils' own, which nobody writes by name.
    app.add_role("literal", LiteralRole(), override=True)
    app.add_domain(PageDomain)
    for module in FRAMES:
        add_frames(app, module)
    for module in WIDGETS:
        add_widgets(app, module)
    _change_html_of_others(app)


def _change_html_of_others(app: Sphinx) -> None:
    app.add_node(nodes.literal, override=True, html=(visit_literal, depart_literal))
    app.add_node(nodes.container, override=True, html=(visit_box, depart_container))
    app.add_node(HideCodeCellNode, override=True, html=(visit_folded, depart_HideCellInput))
    for builder in ("html", "dirhtml"):
        app.set_translator(builder, LessonTranslator)
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_math_block, None))
    PygmentsBridge.html_formatter = LeanFormatter
    NbElementRenderer.render_markdown = render_markdown
