"""A chart of many runs stays light."""

import random

import pytest

from tests.lessons.charts.test_read_chart import chart


@pytest.mark.parametrize(
    ("columns", "spread"),
    [(["loss"], 5), (["loss", "weight"], 2)],
    ids=["far apart", "two columns"],
)
def test_sixty_runs_of_two_hundred_steps_weigh_less_than_150_kb(columns, spread):
    draw = random.Random(1)
    runs = {
        (rate, optimizer): {
            column: [draw.lognormvariate(0, spread) for _ in range(200)] for column in columns
        }
        for rate in range(20)
        for optimizer in ("SGD", "RMSprop", "Adam")
    }
    drawn = chart(runs, sweep={"y": columns, "by": ["learning rate", "optimizer"]})
    assert len(drawn.html("chart-1").encode()) < 150_000
