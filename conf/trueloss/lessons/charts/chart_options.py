"""What an author may say of a chart, held against the cell option's fields."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, field, fields
from typing import Any, TypeVar

from trueloss.text.nearest import instead
from trueloss.text.numerals import is_number


class ChartError(ValueError):
    """A chart cannot be drawn; the message tells its author what to write instead."""


class MissingColumnError(ChartError):
    """The value has no column ``name``."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


#: How each cell option is written, for the messages.
EXAMPLES = {
    "dataway": "{name: layer, shape: shape, values: sample}",
    "landscape": "{x: weight, y: bias, z: loss}",
    "spread": "{value: loss}",
    "sweep": "{y: loss, by: [learning rate]}",
    "trace": "{x: step, y: [loss, weight]}",
}

Options = TypeVar("Options")


def key(purpose: str, default: Any = MISSING) -> Any:
    """Declare a key of a chart's option: what it is for, and its default where it has one."""
    return field(default=default, metadata={"help": purpose})


def read_options(kind: str, form: type[Options], values: Any) -> Options:
    """Return the cell option ``kind`` as an instance of its dataclass.

    Raises ChartError for what is no mapping, an unknown key, and a missing one.
    """
    known = {known.name: known for known in fields(form)}  # type: ignore[arg-type] # a dataclass
    if not isinstance(values, Mapping):
        raise ChartError(f":{kind}: is {values!r}; write it as in :{kind}: {EXAMPLES[kind]}")
    for name in values:
        if name not in known:
            raise ChartError(
                f":{kind}: has no key {name!r}; {instead(name, known, 'leave it out')}"
            )
    for name, option in known.items():
        if name not in values and option.default is MISSING:
            raise ChartError(
                f":{kind}: lacks {name}: {option.metadata['help']}; "
                f"write it as in :{kind}: {EXAMPLES[kind]}"
            )
    return form(**values)


def names(value: Any, what: str) -> tuple[str, ...]:
    """Return one name, or a list of them, as a tuple of texts."""
    items = value if isinstance(value, list | tuple) else [value]
    for item in items:
        if not isinstance(item, str | int | float):
            raise ChartError(f"{what} is {value!r}; write the name of a column, or a list of them")
    return tuple(map(str, items))


def limits(value: Any, what: str) -> tuple[float, float]:
    """Return a pair of numbers, the lower first."""
    if not (isinstance(value, list) and len(value) == 2 and all(map(is_number, value))):
        raise ChartError(f"{what} is {value!r}; write two numbers, as in [0, 10]")
    low, high = map(float, value)
    if not low < high:
        raise ChartError(f"{what} is {value!r}; write the lower number first")
    return low, high


def of_columns(name: str, columns: Iterable[object]) -> str:
    """Say which column to name instead of one that a value does not have."""
    return instead(name, map(str, columns), "let the value have columns")


def listed(items: Iterable[object]) -> str:
    """Return names for a message, or say that there are none."""
    return ", ".join(str(item) for item in items) or "nothing"
