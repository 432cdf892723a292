"""What a chart of one run reads of its value."""

import pytest

from tests.lessons.charts.test_read_chart import chart
from trueloss.lessons.charts.chart_options import ChartError


def test_steps_may_be_named_without_being_recorded():
    assert chart({"loss": [4, 1]}, trace={"x": "step", "y": "loss"}).x == "step"
    with pytest.raises(ChartError, match="the value has no column 'update'"):
        chart({"loss": [4, 1]}, trace={"x": "update", "y": "loss"})
