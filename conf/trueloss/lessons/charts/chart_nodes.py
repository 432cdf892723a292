"""The node of a chart, and the HTML it becomes; other builders show its summary."""

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator


class chart(nodes.Element):
    """A chart: ``drawn`` as ``read_chart`` returns it, ``kind`` the option; holds its summary."""


def html_chart(_self: HTML5Translator, node: chart) -> str:
    return str(node["drawn"].html(node["ids"][0]))
