"""Write the inventory of names anew: ``python -m trueloss names``."""

import importlib
import inspect
from collections.abc import Iterator, Sequence
from types import ModuleType

from trueloss.commands import parser_of
from trueloss.lessons.prose.api_names import LEFT_OUT, NAMES
from trueloss.text.files import write_whole

HEADER = """\
# Public names of TensorFlow and Keras, written by `nox -s names`. A second name on a line is the
# one under which the first is documented.
"""
#: The prefixes of the modules in which the packages keep their public names.
_PUBLIC = ("keras.", "tensorflow._api.")


def public_names(
    module: ModuleType, prefix: str, seen: frozenset[int] = frozenset()
) -> Iterator[tuple[str, object]]:
    """Yield every public name below a module with its value; ``seen`` has its parents' ids."""
    for last in sorted(set(dir(module)) - LEFT_OUT):
        if last.startswith("_"):
            continue
        value = getattr(module, last)
        if not inspect.ismodule(value):
            yield f"{prefix}.{last}", value
        elif value.__name__.startswith(_PUBLIC) and id(value) not in seen:
            yield f"{prefix}.{last}", value
            yield from public_names(value, f"{prefix}.{last}", seen | {id(value)})


def inventory() -> str:
    """Return the inventory of the installed packages."""
    lines: dict[str, str] = {}
    # Keras in TensorFlow is the same objects, so it is documented once.
    first: dict[int, str] = {}
    for prefix, package in (("keras", "keras"), ("tf", "tensorflow")):
        found = sorted(
            public_names(importlib.import_module(package), prefix),
            key=lambda entry: (entry[0].count("."), entry[0]),
        )
        for name, value in found:
            has_page = callable(value) or inspect.ismodule(value)
            module = name.rpartition(".")[0]
            documented = first.setdefault(id(value), name) if has_page else module
            lines[name] = name if documented == name else f"{name} {documented}"
    return HEADER + "".join(f"{lines[name]}\n" for name in sorted(lines))


def main(arguments: Sequence[str]) -> int:
    """Write the inventory; return the exit code."""
    parser_of("names").parse_args(arguments)
    write_whole(NAMES, inventory())
    return 0
