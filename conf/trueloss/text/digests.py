"""Versions of what readers are asked: an answer belongs to one, and another text has another."""

import hashlib
import json
from typing import Any


def digest_of(said: list[Any]) -> str:
    """Return eight hexadecimal digits of what is said, given as plain lists, texts and numbers."""
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:8]
