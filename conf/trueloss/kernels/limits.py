"""Time, memory and output: what a page may use without asking, and the most that it may ask for."""

from dataclasses import dataclass

#: The most that a page may ask for in its front matter, by the name of the limit.
CAPS = {"cell_seconds": 600, "memory_mb": 8192, "output_kb": 8192, "blank_seconds": 60}
#: The least that it may ask for, where more than nothing is not enough for a kernel to start.
LEAST = {"memory_mb": 256}


@dataclass(frozen=True)
class Limits:
    """What one page may use. The defaults are those of a page that asks for nothing."""

    cell_seconds: float = 60.0
    memory_mb: int = 4096
    output_kb: int = 1024
    #: For one way of filling the gaps of a task.
    blank_seconds: float = 10.0
