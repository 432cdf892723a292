"""Every program under ``examples/`` is shown by some page."""

import os
from collections.abc import Iterator
from pathlib import Path


def unloaded_examples(examples: Path, loaded: set[Path]) -> Iterator[Path]:
    """Yield the programs below ``examples`` that are not among the ``loaded`` files, sorted."""
    for path in sorted(examples.rglob("*.py")):
        # Path.resolve would raise where links lead in a circle.
        if Path(os.path.realpath(path)) not in loaded:
            yield path
