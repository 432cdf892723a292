"""How jobs are run: one frozen dataclass, each option with its meaning beside its default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from trueloss.kernels.kernel_settings import KernelSettings

#: What lessons import. TensorFlow alone costs seconds of CPU, so it is imported once; importing
#: ``sklearn`` imports none of the parts that lessons use, so they are named.
LESSON_IMPORTS = (
    "tensorflow",
    "keras",
    "numpy",
    "matplotlib.pyplot",
    "sklearn.datasets",
    "sklearn.dummy",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.preprocessing",
    "sklearn.tree",
)


@dataclass(frozen=True)
class Settings(KernelSettings):
    """How :func:`~trueloss.execution.pool.run_jobs` runs its jobs. Plain data: it is pickled."""

    #: Pages run at the same time on this machine; ignored with a ``scheduler``.
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    imports: tuple[str, ...] = LESSON_IMPORTS
    #: Address of a Dask scheduler, ``tcp://host:port``; ``None`` runs on this machine.
    scheduler: str | None = None
    #: Seconds each page took when it last ran, by page: the longest go first.
    last_seconds: Mapping[str, float] = field(default_factory=dict)
    #: How often a page is tried again after the process that ran it died.
    retries: int = 2
