"""What a page is made of."""

from sphinx.application import Sphinx

from trueloss.lessons import (
    cells,
    components,
    dropdowns,
    examples,
    maths,
    mode_bar,
    numbers,
    prose,
    question_nodes,
    questions,
    register,
)


def setup(app: Sphinx) -> None:
    """Wire every component."""
    for module in (
        cells,
        components,
        dropdowns,
        examples,
        maths,
        mode_bar,
        numbers,
        prose,
        question_nodes,
        questions,
        register,
    ):
        module.setup(app)
