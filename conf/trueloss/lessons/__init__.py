"""What a page is made of."""

from sphinx.application import Sphinx

from trueloss.lessons import (
    cells,
    charts,
    components,
    dropdowns,
    evidence_page,
    examples,
    glossary,
    listings,
    maths,
    mode_bar,
    numbers,
    prose,
    question_nodes,
    questions,
    register,
    run_signs,
)


def setup(app: Sphinx) -> None:
    """Wire every component."""
    for module in (
        cells,
        charts,
        components,
        dropdowns,
        evidence_page,
        examples,
        glossary,
        listings,
        maths,
        mode_bar,
        numbers,
        prose,
        question_nodes,
        questions,
        register,
        run_signs,
    ):
        module.setup(app)
