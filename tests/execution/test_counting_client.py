"""Streams in an order that does not depend on timing."""

import pytest
from nbformat.v4 import new_output

from trueloss.execution.counting_client import settle_streams


def stream(name, text):
    return new_output("stream", name=name, text=text)


FIGURE = new_output("display_data", data={"text/plain": "figure"})


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        ([], []),
        ([stream("stdout", "a"), stream("stdout", "b")], [stream("stdout", "ab")]),
        (
            [stream("stderr", "x"), stream("stdout", "a"), stream("stderr", "y")],
            [stream("stdout", "a"), stream("stderr", "xy")],
        ),
        (
            [stream("stdout", "a"), FIGURE, stream("stdout", "b")],
            [stream("stdout", "a"), FIGURE, stream("stdout", "b")],
        ),
    ],
)
def test_settle_streams(given, settled):
    assert settle_streams(given) == settled
