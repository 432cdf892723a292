"""What is measured of this repository's own pages alone."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench import targets
from bench.checkout import make_checkout
from bench.corpus import Corpus
from bench.edit import Edits, measure_edits
from bench.rebuild import Rebuild, measure_rebuild
from bench.stale import Stale, measure_stale


@dataclass(frozen=True)
class OwnPages:
    """A rebuild with nothing changed, ``stale`` against a cold build, and edits in the preview."""

    rebuild: Rebuild
    stale: Stale
    edits: Edits

    def as_json(self) -> dict[str, Any]:
        """Return the figures of each under its name."""
        return {
            "rebuild": {**asdict(self.rebuild), "ratio": self.rebuild.ratio},
            "stale": {
                "build_seconds": round(self.stale.build.build_seconds, 2),
                "build_cpu_seconds": round(self.stale.build.cpu_seconds, 2),
                "stale_seconds": round(self.stale.stale.build_seconds, 2),
                "stale_cpu_seconds": round(self.stale.stale.cpu_seconds, 2),
                "ratio": self.stale.ratio,
            },
            "edits": {
                "median_seconds": self.edits.median_seconds,
                "seconds": dict(self.edits.seconds),
            },
        }

    def as_lines(self) -> list[str]:
        """Return a sentence about each, with its target."""
        rebuild, edits = self.rebuild, self.edits
        build, stale = self.stale.build, self.stale.stale
        return [
            f"Rebuild of the whole site, nothing changed: {rebuild.ours_seconds:.2f} s, "
            f"stock Sphinx {rebuild.stock_seconds:.2f} s, ratio {rebuild.ratio:.2f} "
            f"({targets.REBUILD}); processes started: {rebuild.processes}, "
            f"TensorFlow imported: {'yes' if rebuild.tensorflow else 'no'}",
            f"Stale on the whole site: {stale.build_seconds:.1f} s "
            f"({stale.cpu_seconds:.1f} s of CPU), a cold build {build.build_seconds:.1f} s "
            f"({build.cpu_seconds:.1f} s of CPU), ratio {self.stale.ratio:.2f} ({targets.STALE})",
            f"From a saved sentence to its page in the running preview: "
            f"{edits.median_seconds:.2f} s ({targets.EDIT}), the median of {len(edits.seconds)} "
            f"pages; the slowest was {edits.slowest} with {edits.seconds[edits.slowest]:.2f} s",
        ]


def measure_own_pages(corpus: Corpus, folder: Path) -> OwnPages:
    """Measure all three in a folder, one after the other."""
    rebuild = measure_rebuild(corpus, folder / "rebuild")
    checkout = make_checkout(corpus, folder / "checkout")
    # The cold build comes first, and fills the cache from which the preview starts.
    stale = measure_stale(checkout)
    return OwnPages(rebuild, stale, measure_edits(checkout))
