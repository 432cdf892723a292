"""The node of a chart, and the HTML it becomes; other builders show its summary."""

from typing import Protocol

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator


class Chart(Protocol):
    """What every kind of chart is able to do."""

    @property
    def title(self) -> str:
        """What the chart is called."""

    @property
    def summary(self) -> str:
        """What the chart shows, in words."""

    def html(self, ident: str) -> str:
        """Return the chart for a page, with ids that begin with ``ident``."""

    def picture(self, ident: str) -> str:
        """Return the chart as an SVG file of its own."""


class chart(nodes.Element):
    """A chart: ``drawn`` is its :class:`Chart`, ``kind`` the cell option; holds its summary."""


def visit_chart(self: HTML5Translator, node: chart) -> None:
    self.body.append(node["drawn"].html(node["ids"][0]))
    raise nodes.SkipNode
