"""The options of our directives: each with what it is for."""

from dataclasses import field, fields
from typing import Any


def option(purpose: str) -> Any:
    """Return the field of a dataclass for an option that may be left out."""
    return field(default=None, metadata={"help": purpose})


def helps_of(form: type[Any]) -> dict[str, str]:
    """Return the options that a dataclass declares, with what each is for, in their order."""
    return {known.name: known.metadata["help"] for known in fields(form)}
