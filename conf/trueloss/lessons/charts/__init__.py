"""Charts: what the value of a cell becomes, so that readers see a run and move through it."""

from sphinx.application import Sphinx

from trueloss.lessons.charts import chart_nodes, place_charts


def setup(app: Sphinx) -> None:
    """Wire the charts."""
    chart_nodes.setup(app)
    place_charts.setup(app)
