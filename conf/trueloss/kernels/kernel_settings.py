"""What a process has to know of the kernels that it is to start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from trueloss.settings import Running


@dataclass(frozen=True)
class KernelSettings(Running):
    """How kernels are started. Plain data: it is pickled."""

    #: ``audit-hook`` does without what Linux offers; for tests and for comparison.
    guards: Literal["auto", "audit-hook"] = "auto"
    #: Variables of a kernel that differ from those of the course, to see what depends on them.
    circumstances: Mapping[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str]:
        """The variables of a kernel that are not the same in every course."""
        return {**self.environment, **self.circumstances}
