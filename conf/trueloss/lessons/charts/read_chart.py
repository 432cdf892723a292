"""From the value of a cell and its options to a chart."""

from collections.abc import Callable, Mapping
from typing import Any

from nbformat import NotebookNode

from trueloss.kernels.cell_values import DATA_MIME, DATA_OPTIONS, decoded
from trueloss.lessons.charts.chart_options import ChartError, listed, read_options
from trueloss.lessons.charts.dataway import Dataway, DatawayOptions, read_dataway
from trueloss.lessons.charts.landscape import Landscape, LandscapeOptions, read_landscape
from trueloss.lessons.charts.spread import Spread, SpreadOptions, read_spread
from trueloss.lessons.charts.sweep import read_sweep
from trueloss.lessons.charts.trace import Trace
from trueloss.lessons.charts.trace_options import TraceOptions, read_trace

Chart = Dataway | Landscape | Spread | Trace

_READERS: dict[str, tuple[type[Any], Callable[..., Chart]]] = {
    "dataway": (DatawayOptions, read_dataway),
    "landscape": (LandscapeOptions, read_landscape),
    "spread": (SpreadOptions, read_spread),
    "sweep": (TraceOptions, read_sweep),
    "trace": (TraceOptions, read_trace),
}

#: The options dataclass of each kind of chart.
FORMS: dict[str, type[Any]] = {kind: form for kind, (form, _) in _READERS.items()}


def kind_of(metadata: Mapping[str, Any]) -> str | None:
    """Return the cell option that makes a chart; raise ChartError where there are two."""
    kinds = [name for name in DATA_OPTIONS if name in metadata]
    if len(kinds) > 1:
        raise ChartError(f"the cell has the options {listed(kinds)}; a cell makes one chart")
    return kinds[0] if kinds else None


def read_chart(cell: NotebookNode) -> Chart:
    """Return the chart of a cell that has run; raise ChartError."""
    kind = kind_of(cell.metadata)
    assert kind is not None
    title = cell.metadata.get("title")
    if not isinstance(title, str) or not title.strip():
        raise ChartError(
            f"a cell with :{kind}: lacks a title; name the chart, as in :title: The loss of one run"
        )
    form, read = _READERS[kind]
    options: Any = read_options(kind, form, cell.metadata[kind])
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    if not results:
        raise ChartError(
            f"a cell with :{kind}: ends in no value; write what it shows as the last line, "
            "without a semicolon"
        )
    if DATA_MIME not in results[-1].data:
        text = results[-1].data.get("text/plain", "")
        raise ChartError(
            f"a cell with :{kind}: ends in {text[:40]!r}; end it with a dict, a list or a DataFrame"
        )
    return read(decoded(results[-1].data[DATA_MIME]), options, title.strip())
