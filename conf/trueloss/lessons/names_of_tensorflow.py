"""Write the inventory of names anew: ``python -m trueloss.lessons.names_of_tensorflow``."""

import importlib
import inspect
from collections.abc import Iterator
from types import ModuleType

from trueloss.lessons.api_names import NAMES

HEADER = """\
# Public names of TensorFlow and Keras, written by `nox -s names`. A second name on a line is the
# one under which the first is documented.
"""
#: Parts that no lesson is about, by the last part of their name.
LEFT_OUT = {
    "autograph", "compat", "dtensor", "experimental", "feature_column", "keras", "legacy", "lite",
    "mlir", "profiler", "quantization", "raw_ops", "sysconfig", "test", "tpu", "version", "xla",
}  # fmt: skip


def public_names(module: ModuleType, prefix: str) -> Iterator[tuple[str, object]]:
    """Yield every public name below a module, with what it names."""
    for last in sorted(vars(module) | dict.fromkeys(dir(module))):
        if last.startswith("_") or last in LEFT_OUT:
            continue
        value = getattr(module, last)
        if not inspect.ismodule(value):
            yield f"{prefix}.{last}", value
        elif value.__name__.startswith(("keras", "tensorflow._api")):
            yield f"{prefix}.{last}", value
            yield from public_names(value, f"{prefix}.{last}")


def inventory() -> str:
    """Return the inventory of the installed packages."""
    lines: dict[str, str] = {}
    for prefix, package in (("keras", "keras"), ("tf", "tensorflow")):
        first: dict[int, str] = {}
        found = sorted(
            public_names(importlib.import_module(package), prefix),
            key=lambda entry: (entry[0].count("."), entry[0]),
        )
        for name, value in found:
            if not callable(value) and not inspect.ismodule(value):
                continue
            documented = first.setdefault(id(value), name)
            lines[name] = name if documented == name else f"{name} {documented}"
    return HEADER + "".join(f"{lines[name]}\n" for name in sorted(lines))


if __name__ == "__main__":
    NAMES.write_text(inventory(), encoding="utf-8")
