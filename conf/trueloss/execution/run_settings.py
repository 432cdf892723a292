"""How jobs are run: one frozen dataclass, what a course sets and what callers add to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from trueloss.kernels.kernel_settings import KernelSettings
from trueloss.settings import Running


@dataclass(frozen=True)
class Settings(KernelSettings):
    """How :func:`~trueloss.execution.pool.run_jobs` runs its jobs. Plain data: it is pickled."""

    #: Seconds each page took when it last ran, by page: the longest go first.
    last_seconds: Mapping[str, float] = field(default_factory=dict)
    #: How often a page is tried again after the process that ran it died.
    retries: int = 2

    @classmethod
    def of(cls, course: Running, **more: Any) -> "Settings":
        """Return the settings of a course, and more of a caller."""
        return cls(**{each.name: getattr(course, each.name) for each in fields(Running)}, **more)
