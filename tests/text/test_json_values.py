"""What a notebook can hold of what YAML reads."""

import pytest
import yaml

from trueloss.text.json_values import fits_a_notebook


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("{a: [1, 2.5, true, null, x]}", True),
        ("2026-01-02", False),
        ("{a: [2026-01-02]}", False),
        ("!!set {a}", False),
        ("{1: a, b: c}", False),
    ],
)
def test_a_notebook_holds_json(text: str, fits: bool) -> None:
    assert fits_a_notebook(yaml.safe_load(text)) is fits
