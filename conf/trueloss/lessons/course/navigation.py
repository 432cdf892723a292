"""Captions of the navigation are headings, and say of which level (WCAG 2.2, criterion 4.1.2)."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

_CAPTION = '<p class="caption" role="heading"'


def with_level(tree: str) -> str:
    """Return the navigation as HTML, its captions below the title of the page."""
    return tree.replace(f"{_CAPTION}>", f'{_CAPTION} aria-level="2">')


def give_levels(
    _app: Sphinx,
    _page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Give the captions of a page their level."""
    if "furo_navigation_tree" in context:
        context["furo_navigation_tree"] = with_level(context["furo_navigation_tree"])
