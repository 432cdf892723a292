"""What a process has to know of the kernels that it is to start."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from trueloss.kernels.guards import GuardMode
from trueloss.settings import Running


@dataclass(frozen=True)
class KernelSettings(Running):
    """How kernels are started. Plain data: it is pickled."""

    #: All that the system offers, one of its two means, or none; but for tests always ``auto``.
    guards: GuardMode = "auto"
    #: Folders that no kernel may see, besides those of other kernels.
    hidden: tuple[str, ...] = ()
    #: Variables of a kernel that differ from those of the course, to see what depends on them.
    circumstances: Mapping[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str]:
        """The variables of a kernel that are not the same in every course."""
        return {**self.environment, **self.circumstances}
