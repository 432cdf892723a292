"""What a page is made of."""

from sphinx.application import Sphinx

from trueloss.lessons import (
    api_names,
    blank_nodes,
    blanks,
    card_register,
    cells,
    charts,
    components,
    course_map,
    dropdowns,
    evidence_page,
    examples,
    flashcard_nodes,
    flashcards,
    glossary,
    listings,
    maths,
    mode_bar,
    numbers,
    overview,
    progress_page,
    prose,
    question_nodes,
    questions,
    register,
    run_signs,
    set_nodes,
    sets,
)


def setup(app: Sphinx) -> None:
    """Wire every component."""
    for module in (
        api_names,
        blank_nodes,
        blanks,
        card_register,
        cells,
        charts,
        components,
        course_map,
        dropdowns,
        evidence_page,
        examples,
        flashcard_nodes,
        flashcards,
        glossary,
        listings,
        maths,
        mode_bar,
        numbers,
        overview,
        progress_page,
        prose,
        question_nodes,
        questions,
        register,
        run_signs,
        set_nodes,
        sets,
    ):
        module.setup(app)
