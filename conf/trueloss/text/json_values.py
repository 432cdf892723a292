"""What YAML reads and a notebook, which is JSON, can hold."""

import json
from typing import Any


def fits_a_notebook(value: Any) -> bool:
    """Tell whether a notebook can hold a value; it cannot hold a date."""
    try:
        json.dumps(value, sort_keys=True)
    except (TypeError, ValueError):
        return False
    return True
