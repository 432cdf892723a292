"""What an author can write, what it becomes, and how that is written as HTML."""

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, depart_HideCellInput
from sphinx.application import Sphinx
from sphinx.highlighting import PygmentsBridge
from sphinx_design.extension import depart_container

from trueloss.lessons.cards import card_nodes
from trueloss.lessons.cards.card_directive import FlashcardDirective
from trueloss.lessons.cards.card_register import CardDomain
from trueloss.lessons.cells.example_programs import ProgramDomain
from trueloss.lessons.cells.moved_cells import NestedCellDirective
from trueloss.lessons.cells.run_signs import run_sign
from trueloss.lessons.charts.chart_nodes import chart
from trueloss.lessons.course.course_map import CourseMapDirective, course_map
from trueloss.lessons.course.evidence_page import (
    EvidenceDirective,
    EvidenceDomain,
    evidence_link,
    evidence_part,
)
from trueloss.lessons.course.mode_bar import LessonDomain, mode_bar
from trueloss.lessons.course.overview import OverviewDomain
from trueloss.lessons.course.progress_page import ProgressDirective, progress
from trueloss.lessons.html.highlighting import LeanFormatter
from trueloss.lessons.html.html_nodes import add_frame, add_widget
from trueloss.lessons.html.listings import ListingTranslator, visit_box, visit_folded
from trueloss.lessons.html.literals import depart_literal, visit_literal
from trueloss.lessons.html.maths import visit_math, visit_math_block
from trueloss.lessons.prose.glossary import DefinitionDomain
from trueloss.lessons.prose.number_roles import LiteralRole, RanRole
from trueloss.lessons.prose.reference import ReferenceDirective
from trueloss.lessons.questions import blank_nodes, question_nodes, set_nodes
from trueloss.lessons.questions.blank_directive import BlankDirective
from trueloss.lessons.questions.dropdowns import MistakesDirective, SolutionDirective
from trueloss.lessons.questions.question_directive import QuestionDirective
from trueloss.lessons.questions.question_register import QuestionDomain
from trueloss.publishing.notebook_links import notebook_links
from trueloss.road_map import RoadDirective, road_map

DIRECTIVES = {
    "blank": BlankDirective,
    "course-map": CourseMapDirective,
    "evidence": EvidenceDirective,
    "flashcard": FlashcardDirective,
    "mistakes": MistakesDirective,
    "progress": ProgressDirective,
    "question": QuestionDirective,
    "reference": ReferenceDirective,
    "road": RoadDirective,
    "solution": SolutionDirective,
}
#: What pages tell each other, and what one build tells the next.
DOMAINS = (
    CardDomain,
    DefinitionDomain,
    EvidenceDomain,
    LessonDomain,
    OverviewDomain,
    ProgramDomain,
    QuestionDomain,
)
#: Nodes that stand around others, which every builder shows.
FRAMES = (
    blank_nodes.blank,
    blank_nodes.blank_title,
    blank_nodes.blank_program,
    blank_nodes.blank_options,
    blank_nodes.blank_controls,
    blank_nodes.blank_answer,
    card_nodes.deck,
    card_nodes.flashcard,
    card_nodes.flashcard_front,
    card_nodes.flashcard_back,
    chart,
    question_nodes.question,
    question_nodes.question_title,
    question_nodes.question_beside,
    question_nodes.question_program,
    question_nodes.question_reply,
    question_nodes.question_options,
    question_nodes.question_option,
    question_nodes.question_answer,
)
#: Nodes that only a page of the site shows.
WIDGETS = (
    course_map,
    evidence_link,
    evidence_part,
    mode_bar,
    notebook_links,
    progress,
    road_map,
    run_sign,
    set_nodes.badge,
    set_nodes.draw,
    set_nodes.levels,
    set_nodes.pace,
    set_nodes.question_set,
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
    for domain in DOMAINS:
        app.add_domain(domain)
    for frame in FRAMES:
        add_frame(app, frame)
    for widget in WIDGETS:
        add_widget(app, widget)
    _change_html_of_others(app)


def _change_html_of_others(app: Sphinx) -> None:
    app.add_node(nodes.literal, override=True, html=(visit_literal, depart_literal))
    app.add_node(nodes.container, override=True, html=(visit_box, depart_container))
    app.add_node(HideCodeCellNode, override=True, html=(visit_folded, depart_HideCellInput))
    for builder in ("html", "dirhtml"):
        app.set_translator(builder, ListingTranslator)
    app.add_html_math_renderer("mathml", (visit_math, None), (visit_math_block, None))
    PygmentsBridge.html_formatter = LeanFormatter
