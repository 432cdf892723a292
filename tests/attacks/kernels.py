"""What a cell tries against other kernels, the build and the machine.

The code finds ``target``, a file of the builder outside of the kernel's folder; ``new``, a path
there where nothing lies yet; and ``other``, what it may know of another kernel. It prints
``through`` where it got its way; to change a target or to make something new counts as well.
"""

from dataclasses import dataclass

from tests.attacks.attack import Attack, Subject


@dataclass(frozen=True)
class Guarded(Attack):
    """An attack, and what alone stops it.

    ``landlock`` is the version that does, 0 where none does.
    """

    outcome: str = ""
    landlock: int = 0
    namespaces: bool = False
    hook: bool = False

    @property
    def row(self) -> tuple[str, ...]:
        """Who stops it, guard by guard."""
        since = f"stopped from version {self.landlock}" if self.landlock > 1 else "stopped"
        return (
            self.name,
            "stopped" if self.namespaces else "**not stopped**",
            since if self.landlock else "**not stopped**",
            "stopped" if self.hook else "**not stopped**",
        )


ATTACKS = [
    Guarded("write a file", "open(new, 'w')", landlock=1, namespaces=True, hook=True),
]

SUBJECT = Subject(
    "Other kernels, the build and the machine",
    ATTACKS,
    ("attack", "namespaces alone", "Landlock alone", "audit hook alone"),
)
