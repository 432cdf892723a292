"""Hold the pages against their records, as ``nox -s stale`` does, and compare with a cold build."""

from dataclasses import dataclass

from bench.checkout import Checkout
from bench.measure import Measured, measure


@dataclass(frozen=True)
class Stale:
    """What a cold build and ``stale`` took, each from its start to its exit."""

    build: Measured
    stale: Measured

    @property
    def ratio(self) -> float:
        """How many times a cold build's time ``stale`` takes."""
        return self.stale.build_seconds / self.build.build_seconds


def measure_stale(checkout: Checkout) -> Stale:
    """Build a checkout from a cold cache, then run ``stale`` there."""
    build = measure(checkout.command("docs"))
    return Stale(build, measure(checkout.command("stale")))
