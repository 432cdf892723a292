"""Values of cells, read as runs."""

import pytest

from trueloss.lessons.charts.chart_options import ChartError
from trueloss.lessons.charts.runs import Run, full_grid, read_runs, with_steps

ONE = Run((0.1,), {"loss": [4.0, 1.0]})
TWO = Run((0.3,), {"loss": [4.0, 9.0]})


@pytest.mark.parametrize(
    "value",
    [
        {0.1: {"loss": [4, 1]}, 0.3: {"loss": [4, 9]}},
        {(0.1,): {"loss": [4, 1]}, (0.3,): {"loss": [4, 9]}},
        {"rate": [0.1, 0.1, 0.3, 0.3], "loss": [4, 1, 4, 9]},
        {"rate": [0.1, 0.3, 0.1, 0.3], "loss": [4, 4, 1, 9]},
        [
            {"rate": 0.1, "loss": 4},
            {"rate": 0.1, "loss": 1},
            {"rate": 0.3, "loss": 4},
            {"rate": 0.3, "loss": 9},
        ],
    ],
)
def test_every_form_of_two_runs(value):
    assert read_runs(value, ["loss"], ["rate"]) == [ONE, TWO]


def test_two_settings_nested_twice_or_as_pairs():
    nested = {"SGD": {0.1: {"loss": [1]}}, "Adam": {0.1: {"loss": [2]}}}
    pairs = {("SGD", 0.1): {"loss": [1]}, ("Adam", 0.1): {"loss": [2]}}
    wanted = [Run(("SGD", 0.1), {"loss": [1.0]}), Run(("Adam", 0.1), {"loss": [2.0]})]
    assert read_runs(nested, ["loss"], ["optimizer", "rate"]) == wanted
    assert read_runs(pairs, ["loss"], ["optimizer", "rate"]) == wanted


def test_steps_are_counted_where_no_column_has_them():
    assert with_steps(ONE, None, ["rate"]).columns == {"step": [0.0, 1.0], "loss": [4.0, 1.0]}


def test_numbers_ascend_in_a_grid_and_words_stay():
    runs = [Run(pair, {}) for pair in [("SGD", 3), ("Adam", 3), ("SGD", 1), ("Adam", 1)]]
    values, grid = full_grid(runs, ["optimizer", "rate"])
    assert values == [["SGD", "Adam"], [1, 3]]
    assert [run.settings for run in grid] == [("SGD", 1), ("SGD", 3), ("Adam", 1), ("Adam", 3)]


@pytest.mark.parametrize(
    ("value", "by", "message"),
    [
        (
            {"loss": [1, 2], "weight": [1]},
            [],
            "the column 'weight' has 1 values and 'loss' has 2; record both at every step",
        ),
        (
            {0.1: {"loss": [1, 2], "weight": [1]}},
            ["learning_rate"],
            "the column 'weight' with learning rate 0.1 has 1 values and 'loss' has 2; "
            "record both at every step",
        ),
        ({"loss": [1]}, [], "the value has no column 'weight'; use one of loss"),
        (
            {"loss": [], "weight": []},
            [],
            "the column 'loss' is empty; record at least one number",
        ),
        (
            {"loss": [1, "2"], "weight": [1, 2]},
            [],
            "the column 'loss' holds '2' at place 1; write numbers alone, as in float(loss)",
        ),
        (
            {"loss": 3, "weight": 4},
            [],
            "the column 'loss' is 3; write a list of numbers",
        ),
        (
            [],
            [],
            'the cell ends in []; end it with a dict of columns, as in {"step": steps, '
            '"loss": losses}',
        ),
        (
            [{"loss": 1, "weight": 2}, {"loss": 1}],
            [],
            "the row at place 1 has loss and the first row has loss, weight; "
            "give every row the same keys",
        ),
        (
            {0.1: [1, 2]},
            ["rate"],
            "the value has no column 'rate', and 0.1 holds [1, 2], no run; write the settings "
            "rate as columns, or a dict of columns for each",
        ),
        (
            {(1, 2): {"loss": [1]}},
            ["rate"],
            "the key (1, 2) has 2 values for rate; name every setting in by",
        ),
        (
            {"loss": [1], "weight": [1], "rate": [None]},
            ["rate"],
            "the column 'rate' holds None at place 0; a setting is a number or a word",
        ),
    ],
)
def test_what_is_wrong_is_said(value, by, message):
    with pytest.raises(ChartError) as raised:
        read_runs(value, ["loss", "weight"], by)
    assert str(raised.value) == message


def test_steps_that_begin_again_are_another_run():
    run = Run((), {"step": [0, 1, 0], "loss": [1, 2, 3]})
    with pytest.raises(ChartError) as raised:
        with_steps(run, "step", [])
    assert str(raised.value) == (
        "the column 'step' goes from 1 to 0 at place 2; where that begins another run, name the "
        "setting that tells the runs apart in by"
    )


def test_a_hole_in_the_grid_is_named():
    runs = [Run(("SGD", 0.1), {}), Run(("Adam", 0.1), {}), Run(("SGD", 0.3), {})]
    with pytest.raises(ChartError) as raised:
        full_grid(runs, ["optimizer", "rate"])
    assert str(raised.value) == (
        "the grid has a hole: no run with optimizer Adam, rate 0.3; run every combination of "
        "optimizer, rate, or leave that value out"
    )
