"""What a page is made of."""

from sphinx.application import Sphinx

from trueloss.lessons import charts
from trueloss.lessons.cards import card_directive, card_nodes, card_register
from trueloss.lessons.cells import example_programs, moved_cells, printed_cells, run_signs
from trueloss.lessons.course import (
    course_map,
    evidence_page,
    mode_bar,
    navigation,
    overview,
    progress_page,
    titles,
)
from trueloss.lessons.html import components, highlighting, listings, literals, maths
from trueloss.lessons.prose import (
    api_names,
    glossary,
    loose_numbers,
    number_roles,
    open_points,
    picture_texts,
    reference,
)
from trueloss.lessons.questions import (
    blank_directive,
    blank_nodes,
    dropdowns,
    page_rules,
    question_directive,
    question_nodes,
    question_register,
    question_sets,
    set_nodes,
)


def setup(app: Sphinx) -> None:
    """Wire every component."""
    for module in (
        api_names,
        blank_nodes,
        blank_directive,
        card_register,
        moved_cells,
        charts,
        components,
        course_map,
        dropdowns,
        evidence_page,
        example_programs,
        card_nodes,
        card_directive,
        glossary,
        highlighting,
        listings,
        literals,
        maths,
        mode_bar,
        navigation,
        number_roles,
        open_points,
        overview,
        page_rules,
        picture_texts,
        printed_cells,
        progress_page,
        loose_numbers,
        question_nodes,
        question_directive,
        reference,
        question_register,
        run_signs,
        set_nodes,
        question_sets,
        titles,
    ):
        module.setup(app)
