"""One attack: a name for the table, the code of a cell or a page, and what must happen."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Attack:
    """What a page tries; ``outcome`` is what comes of it, in the words of the table."""

    name: str
    code: str
    outcome: str

    @property
    def row(self) -> tuple[str, ...]:
        """The row of this attack in the table of its subject."""
        return (self.name, self.outcome)


@dataclass(frozen=True)
class Subject:
    """Attacks of one kind, shown as a table below a heading of the page."""

    title: str
    attacks: Sequence[Attack]
    columns: tuple[str, ...] = ("attack", "what happens")
