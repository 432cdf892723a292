"""Sentences about what other seeds change, and that no rule decides."""

import pytest

from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.unsettled import unsettled

PRINTED = {
    "scores": "wide nets: 0.8\nnarrow nets: 0.6\ncalls in vain: 2\nbias of nets: -0.3\n",
    "kernel": "+0.5 -0.2\n",
    "root": "asked first: proline\n",
}
OBSERVED = Observed(
    "page",
    "",
    5,
    {
        "scores": (
            Line(1, "wide nets: 0.8", {1: ("0.5", "0.4", "0.8", "0.9", "0.8")}),
            Line(3, "calls in vain: 2", {1: ("3", "1", "0", "2", "2")}),
            Line(4, "bias of nets: -0.3", {1: ("0.1", "0.2", "-0.3", "-0.2", "-0.1")}),
        ),
        "kernel": (Line(1, "+0.5 -0.2", {1: ("-0.5", "-0.1", "+0.4", "+0.5", "+0.6")}),),
        "root": (
            Line(1, "asked first: proline", {}, ("asked first: hue", *["asked first: hue"] * 4)),
        ),
    },
    {},
    {},
)
WIDE = (
    "with 2 of them the cell 'scores' prints another order, such as 'wide nets: 0.5; narrow nets: "
    "0.6' for 'wide nets: 0.8; narrow nets: 0.6'"
)


def found(says: str, cell: str, told: tuple[int, ...] = ()) -> list[str]:
    text = f":evidence: {cell}\n\n{says}"
    return [message for _, message in unsettled(text, PRINTED, OBSERVED, told)]


@pytest.mark.parametrize(
    ("says", "cell", "what"),
    [
        ("It is the wide ones that win more.", "scores", "another order"),
        ("No calls are ever in vain.", "scores", "another count"),
        ("The bias of nets is never above that.", "scores", "another sign"),
        ("The column never holds more.", "kernel", "another sign"),
        ("It always gets to proline.", "root", "other words"),
    ],
)
def test_what_an_author_is_told_to_look_at(says: str, cell: str, what: str):
    (message,) = found(says, cell)
    assert f"prints {what}, such as" in message


def test_the_message_has_an_example():
    assert found("The wide ones learn more than all that you have seen here.", "scores") == [
        "“The wide ones learn more than all that ...” is not held against other seeds; "
        f"{WIDE}: look yourself"
    ]


@pytest.mark.parametrize(
    "says",
    [
        "The wide ones learn.",
        "All wide ones learn.",
        "Do the wide ones learn more?",
        "The wide ones, {ran}`0.8 <scores>`, learn more.",
        "In this run the wide ones learn more.",
        "It is never more.",
        "**Quick check.** Wide ones need more.",
        "## Wide ones learn more",
        "```\n# wide ones learn more\n```",
        ":::{mistakes}\n- Wide ones learn more.\n:::",
    ],
)
def test_what_is_left_alone(says: str):
    assert found(says, "scores") == []


def test_what_is_told_already_or_steady_is_left_alone():
    assert found("The wide ones learn more.", "scores", (3,)) == []
    assert found("The wide ones learn more.", "another") == []
