"""What holds of every program under ``examples/``, whatever it prints."""

import ast
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.text.python_source import imports_of, parse


def unloaded_examples(examples: Path, loaded: set[Path]) -> Iterator[Path]:
    """Yield the programs below ``examples`` that are not among the ``loaded`` files, sorted."""
    for path in sorted(examples.rglob("*.py")):
        # Path.resolve would raise where links lead in a circle.
        if Path(os.path.realpath(path)) not in loaded:
            yield path


def program_diagnostics(name: str, source: str, packages: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the program in the file ``name``.

    It may import ``packages`` besides Python's own modules: what a reader can install by its name.
    Nothing is said of one that is no Python: the page that loads it does not run, and says so.
    """
    program = parse(source)
    if program is None:
        return
    docstring = ast.get_docstring(program)
    if docstring is None:
        message = (
            "the program has no docstring; begin it with one that says what it shows, and how to "
            f"run it: nox -s run -- {name}"
        )
        yield Diagnostic("example-docstring", 1, message)
    elif not re.search(rf"\brun (-- )?{re.escape(name)}(?!\w)", " ".join(docstring.split())):
        message = (
            "the docstring does not say how to run the program; end it with Run it: "
            f"nox -s run -- {name}"
        )
        yield Diagnostic("example-docstring", 1, message)
    allowed = sorted(packages)
    named = f" or {', '.join(allowed)}" if allowed else ""
    for found in imports_of(program):
        if found.package not in sys.stdlib_module_names.union(allowed):
            message = (
                f"the program imports {found.module!r}, which a reader may not have; import "
                f"Python's own modules{named}, and keep everything else in this file"
            )
            yield Diagnostic("example-import", found.line, message)
