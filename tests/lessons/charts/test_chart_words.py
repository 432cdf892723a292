"""Series in words."""

import math

import pytest

from trueloss.lessons.charts.chart_words import Series, sentence

INF, NAN = math.inf, math.nan


@pytest.mark.parametrize(
    ("ys", "text"),
    [
        ([4, 2, 1], "loss goes from 4 to 1"),
        ([4, 1, 2], "loss goes from 4 to 2, lowest 1 at step 1"),
        ([4, 9, 2], "loss goes from 4 to 2, highest 9 at step 1"),
        ([4, 4, 4], "loss is 4 throughout"),
        ([4, INF, NAN], "loss is 4 throughout, diverged at step 1 (infinity)"),
        ([4, 8, NAN], "loss goes from 4 to 8, diverged at step 2 (not a number)"),
        ([4, NAN, 8], "loss goes from 4 to 8, no number at step 1"),
        ([NAN, NAN, NAN], "loss is no number at any step"),
    ],
)
def test_course(ys, text):
    assert Series("loss", "step", [0, 1, 2], ys).course() == text


def test_many_gaps_are_counted():
    series = Series("loss", "step", range(7), [1, NAN, NAN, NAN, NAN, NAN, 1])
    assert list(series.remarks()) == ["no number at step 1, 2, 3 and 2 more"]


def test_what_leaves_the_picture_is_said():
    series = Series("loss", "step", [0, 1, 2], [1, 30, 40], (0, 20))
    assert list(series.remarks()) == ["outside the picture at 2 points, the first at step 1"]


def test_sentences():
    assert sentence("loss falls", "weight rises") == "Loss falls; weight rises."
