"""What stays closed until a reader wants it."""

from docutils import nodes
from sphinx_design.shared import create_component


def dropdown(title: str, part: str, *children: nodes.Node) -> nodes.container:
    """Return a closed dropdown: a container with a rubric for its title, then the children.

    ``part`` is its role, such as ``hint`` in a question; the container keeps it.
    """
    container: nodes.container = create_component(
        "dropdown",
        opened=False,
        type="dropdown",
        has_title=True,
        icon=None,
        chevron=None,
        container_classes=[f"tl-{part}"],
        title_classes=[],
        body_classes=[],
        part=part,
    )
    container += nodes.rubric(title, "", nodes.Text(title))
    container.extend(children)
    return container
