"""Time, memory and output: what a page may use without asking, and the most that it may ask for."""

from dataclasses import dataclass

#: The most that a page may ask for in its front matter, by the name of the limit.
CAPS = {
    "cell_seconds": 600,
    "memory_mb": 8192,
    "output_kb": 8192,
    "blank_seconds": 60,
    "files_mb": 4096,
}
#: The least that it may ask for, where more than nothing is not enough for a kernel to start.
LEAST = {"memory_mb": 256, "files_mb": 16}
#: The most processes that a kernel may have at once; no page may ask for more.
PROCESSES = 100


@dataclass(frozen=True)
class Limits:
    """What one page may use. The defaults are those of a page that asks for nothing."""

    cell_seconds: float = 60.0
    memory_mb: int = 4096
    output_kb: int = 1024
    #: For one way of filling the gaps of a task.
    blank_seconds: float = 10.0
    #: For all its files together, the temporary ones and shared memory included.
    files_mb: int = 1024
