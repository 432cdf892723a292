"""Every program under ``examples/`` is shown by some page."""

from collections.abc import Iterator
from pathlib import Path


def unloaded_examples(examples: Path, loaded: set[Path]) -> Iterator[Path]:
    """Yield the programs below ``examples`` that are not among the ``loaded`` files, sorted."""
    for path in sorted(examples.rglob("*.py")):
        if path.resolve() not in loaded:
            yield path
