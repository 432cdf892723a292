"""What the project promises of the figures that the benchmark takes."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A bound that a figure keeps or misses; one ``in_seconds`` is missed by a slow machine too."""

    bound: float
    at_least: bool = False
    in_seconds: bool = False

    def __str__(self) -> str:
        return f"at {'least' if self.at_least else 'most'} {self.bound:g}"

    def excess(self, figure: float) -> float:
        """Return the share by which a figure misses the bound, 0 where it keeps it."""
        more, less = (self.bound, figure) if self.at_least else (figure, self.bound)
        if more <= less:
            return 0.0
        return more / less - 1 if less else math.inf


#: Two ways, and the bound on the ratio of their seconds, on a corpus of so many pages.
RATIOS = (
    ("plain-2", "ours-2", Target(5, at_least=True)),
    ("ours-2", "floor-2", Target(1.25)),
)
RATIO_PAGES = 48
#: CPU seconds of one more page, its cells apart.
ONE_MORE_PAGE = Target(0.3, in_seconds=True)
PEAK_MB = Target(4096)
#: Of the own pages: a rebuild against stock Sphinx, ``stale`` against a cold build, seconds of an
#: edit, and what a rebuild starts.
REBUILD = Target(1.3)
STALE = Target(2.2)
EDIT = Target(2, in_seconds=True)
NONE = Target(0)
#: Of a course of fifty lessons: CPU seconds, by what is done.
COURSE_CPU = {
    "nothing": Target(5, in_seconds=True),
    "sentence": Target(15, in_seconds=True),
    "lesson": Target(60, in_seconds=True),
}
CLEAN_PAGE = Target(0.25, in_seconds=True)
COURSE_PAGE_KB = Target(120)
FRAME_KB = Target(2)
COURSE_MB = Target(2048)
