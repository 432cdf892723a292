"""Lines of one run that stand for those of another."""

import pytest

from trueloss.seeds.places import counterparts, lines_of, numbers_of, with_numbers

RANKED = ["Adagrad 0.01 best for 17", "SGD 0.02 best for 2", "Adagrad"]
SWEEP = ["rate 0.1: 5.0", "rate 0.2: 4.0", "done"]


@pytest.mark.parametrize(
    ("shown", "other", "found"),
    [
        pytest.param(
            RANKED,
            ["SGD 0.03 best for 11", "Adagrad 0.04 best for 9", "SGD"],
            ["Adagrad 0.04 best for 9", "SGD 0.03 best for 11", "SGD"],
            id="a ranking",
        ),
        pytest.param(
            SWEEP,
            ["rate 0.1: nan", "rate 0.2: 3", "done"],
            ["rate 0.1: nan", "rate 0.2: 3", "done"],
            id="the same words twice",
        ),
        pytest.param(
            ["0 +0.8 -1.3", "1 -0.4 -1.3", "2 -0.5 +1.2", "done"],
            ["0 -0.2 +1.2", "1 +0.3 -0.1", "2 +0.1 +0.2", "done"],
            ["0 -0.2 +1.2", "1 +0.3 -0.1", "2 +0.1 +0.2", "done"],
            id="a sign that turns",
        ),
        pytest.param(SWEEP, ["rate 0.1: 6", "done"], [None, None, "done"], id="a line is gone"),
        pytest.param(SWEEP, [], [None, None, None], id="nothing was printed"),
        pytest.param(["yes", "8"], ["no", "9"], ["no", "9"], id="other words in the same place"),
        pytest.param([], ["8"], [], id="nothing is shown"),
    ],
)
def test_counterparts(shown: list[str], other: list[str], found: list[str | None]):
    assert counterparts(shown, other) == found


def test_numbers_of_a_line():
    line = "rate 1,000: mean 87.2%, then \N{MINUS SIGN}1e-05, nan, -inf, x2"
    assert numbers_of(line) == ["1,000", "87.2", "-1e-05", "nan", "-inf"]
    assert with_numbers("a 1 b 2.5%", ["3", "nan"]) == "a 3 b nan%"


def test_a_plus_belongs_to_its_number():
    assert numbers_of("bias +0.5, 2+3, + 4, +.5, a+b") == ["+0.5", "2", "3", "4", "+.5"]
    assert with_numbers("bias +0.5", ["-1"]) == "bias -1"


def test_blank_lines_do_not_count():
    assert lines_of("a   1\n\n  b\n") == ["a 1", "b"]
