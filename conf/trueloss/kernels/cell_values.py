"""The value that a cell ends in, as data: how it leaves a kernel, and how it is read again.

A cell with one of ``DATA_OPTIONS`` gives its value as JSON beside the text form, under
``DATA_MIME``, so that every number keeps all its digits. No code of the page knows of it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DATA_MIME = "application/vnd.trueloss.value+json"

#: The options of a cell whose value becomes a chart, each with what it is for.
DATA_OPTIONS = {
    "dataway": "draw its last value as the data's way through the layers of a model",
    "landscape": "draw its last value as the contours of a loss, with paths over them",
    "spread": "draw its last value as a spread over many starts, with the reader's guess",
    "sweep": "draw its last value as runs over a grid of settings, one at a time",
    "trace": "draw its last value as a run that can be played step by step",
}

#: What holds numbers without being a list: arrays, tensors, columns of a table.
_TO_PLAIN = ("as_list", "numpy", "tolist", "to_list")


@dataclass(frozen=True)
class Unreadable:
    """Stands for a value that is no data; ``kind`` is the name of its class."""

    kind: str


def gives_data(options: Mapping[str, Any]) -> bool:
    """Tell whether a cell with these options gives its value as data."""
    return any(name in options for name in DATA_OPTIONS)


def install(shell: Any) -> None:
    """Teach the shell of a kernel to give values as data, once it is switched on."""
    from IPython.core.formatters import BaseFormatter

    class ValueFormatter(BaseFormatter):
        """Give dicts, lists, arrays and tables as JSON."""

        def __call__(self, value: Any) -> Any:
            return encoded(value) if self.enabled and is_data(value) else None

    formatter = ValueFormatter(parent=shell.display_formatter)
    formatter.enabled = False
    shell.display_formatter.formatters[DATA_MIME] = formatter


def switch(*, on: bool) -> str:
    """Return the code that switches data on or off in a kernel."""
    return f"get_ipython().display_formatter.formatters[{DATA_MIME!r}].enabled = {on}"


def is_data(value: Any) -> bool:
    """Tell whether a value is a dict, a list, an array or a table."""
    return isinstance(value, Mapping | list | tuple) or (
        not isinstance(value, type) and (_is_table(value) or hasattr(value, "__array__"))
    )


def encoded(value: Any) -> Any:
    """Return a value as JSON without NaN.

    Keys of dicts may be numbers and tuples, so a dict becomes ``{"pairs": [[key, value], ...]}``;
    what is no finite number becomes ``{"float": "nan"}``, anything else ``{"unreadable": class}``.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else {"float": repr(float(value))}
    if isinstance(value, Mapping):
        return {"pairs": [[encoded(key), encoded(item)] for key, item in value.items()]}
    if isinstance(value, list | tuple):
        return [encoded(item) for item in value]
    if _is_table(value):
        if any(name is not None for name in value.index.names):
            value = value.reset_index()
        return encoded({name: value[name].tolist() for name in value.columns})
    for name in _TO_PLAIN:
        convert = getattr(value, name, None)
        if callable(convert) and not isinstance(value, type):
            return encoded(convert())
    return {"unreadable": type(value).__name__}


def decoded(data: Any) -> Any:
    """Return the value that was encoded; tuples outside of keys come back as lists."""
    if isinstance(data, list):
        return [decoded(item) for item in data]
    if not isinstance(data, Mapping):
        return data
    if "float" in data:
        return float(data["float"])
    if "unreadable" in data:
        return Unreadable(data["unreadable"])
    return {_key(key): decoded(item) for key, item in data["pairs"]}


def _key(data: Any) -> Any:
    key = decoded(data)
    return tuple(key) if isinstance(key, list) else key


def _is_table(value: Any) -> bool:
    return hasattr(value, "columns") and hasattr(value, "index") and hasattr(value, "to_dict")
