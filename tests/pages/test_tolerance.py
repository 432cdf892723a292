"""The tolerance that an author asks for."""

from typing import Any

import pytest

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.pages.tolerance import Tolerance, read_tolerance


@pytest.mark.parametrize(
    ("cell", "page", "expected"),
    [
        ({}, {}, Tolerance()),
        ({"tolerance": "1e-3"}, {"tolerance": 0.1}, Tolerance(1e-3, asked=True)),
        ({}, {"tolerance": 0.1}, Tolerance(0.1, asked=True)),
        ({"tolerance": 0}, {}, Tolerance(0.0, asked=True)),
    ],
)
def test_the_cell_has_its_say_before_the_page(
    cell: dict[str, Any], page: dict[str, Any], expected: Tolerance
) -> None:
    of_page, _ = read_tolerance(page, 1, Tolerance())
    assert read_tolerance(cell, 7, of_page) == (expected, [])


@pytest.mark.parametrize("value", ["a bit", -1, 1, "nan", True, [1]])
def test_a_tolerance_that_is_none(value: Any) -> None:
    message = (
        f"the tolerance is {value!r}; write a number from 0 to less than 1, as in :tolerance: 1e-3"
    )
    found = read_tolerance({"tolerance": value}, 7, Tolerance())
    assert found == (Tolerance(), [Diagnostic("tolerance", 7, message)])
