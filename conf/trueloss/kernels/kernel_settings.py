"""What a process has to know of the kernels that it is to start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

KernelKind = Literal["auto", "forked", "plain"]


@dataclass(frozen=True)
class KernelSettings:
    """How kernels are started. Plain data: it is pickled."""

    #: ``forked`` from a warm parent, ``plain`` processes, or the first that is safe here.
    kernels: KernelKind = "auto"
    #: Modules a warm parent imports before it forks; importing them may run no TensorFlow op.
    imports: tuple[str, ...] = ()
    #: ``audit-hook`` does without what Linux offers; for tests and for comparison.
    guards: Literal["auto", "audit-hook"] = "auto"
    #: Variables of a kernel that differ from ``KERNEL_ENVIRONMENT``, to see what depends on them.
    environment: Mapping[str, str] = field(default_factory=dict)
