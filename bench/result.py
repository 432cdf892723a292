"""What a corpus took in each way it was run in."""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.measure import Measured


@dataclass(frozen=True)
class Result:
    """What one corpus took in each way; ``name`` is empty for a generated corpus."""

    name: str
    pages: int
    ways: Mapping[str, Measured]

    @property
    def title(self) -> str:
        """The corpus in a word or two."""
        return self.name or f"{self.pages} pages"

    def figures(self, field: str) -> dict[str, float]:
        """Return one figure of each way."""
        return {way: getattr(took, field) for way, took in self.ways.items()}

    def ratio(self, way: str, other: str, field: str = "seconds") -> float | None:
        """Return how many times the seconds of ``other`` a way took, if both were run."""
        if way not in self.ways or other not in self.ways:
            return None
        return float(getattr(self.ways[way], field) / getattr(self.ways[other], field))
