"""Alternative text for the figures that a program draws."""

from collections.abc import Iterator

from docutils import nodes
from nbformat import NotebookNode


def describe_figures(node: nodes.container, cell: NotebookNode) -> Iterator[str]:
    """Give each figure of a cell the text of its option ``alt``; yield what is wrong with it."""
    bundles = [
        list(child.findall(nodes.image))
        for child in node.findall(nodes.container)
        if child.get("nb_element") == "mime_bundle"
    ]
    figures = [images for images in bundles if images]
    given = cell.metadata.get("alt")
    texts = given if isinstance(given, list) else [] if given is None else [given]
    if len(texts) != len(figures) or not all(isinstance(t, str) and t.strip() for t in texts):
        yield _problem(len(figures), given)
        return
    for images, text in zip(figures, texts, strict=True):
        for image in images:
            image["alt"] = " ".join(text.split())


def _problem(figures: int, given: object) -> str:
    if figures == 0:
        return f"the cell has alt: {given!r} and draws no figure; remove :alt:"
    if given is None:
        return (
            "the cell draws a figure without alternative text; say what it shows, as in "
            ":alt: The loss falls steeply and then stays flat"
        )
    if figures == 1:
        return f"the alternative text is {given!r}; write one text for the figure of this cell"
    return (
        f"the alternative text is {given!r} and the cell draws {figures} figures; write a list of "
        f"{figures} texts"
    )
