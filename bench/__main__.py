"""Measure it all: ``python -m bench``, or one generated corpus: ``python -m bench 12``."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import ways
from bench.corpus import ROOT, Corpus, copy_own_pages, generate
from bench.misses import misses, wide_misses
from bench.own import measure_own_pages
from bench.report import as_text, write
from bench.result import Result

#: Sizes of the generated corpora.
SIZES = (12, 48, 192)
#: Processes that want to run, by the system's own average, above which figures mean little.
BUSY = 0.5


def main() -> int:
    """Run the ways one after the other, print the tables, write the files.

    Returns 1 where a figure misses its target so widely that no busy machine explains it.
    """
    parser = argparse.ArgumentParser(prog="nox -s bench --", description=__doc__)
    parser.add_argument(
        "pages",
        type=int,
        nargs="*",
        help="sizes of generated corpora (default: this repository's own pages, then 12, 48, 192, "
        "and of the own pages a rebuild, stale and edits)",
    )
    sizes = parser.parse_args().pages
    if os.getloadavg()[0] > BUSY:
        print(f"other programs use this machine (load {os.getloadavg()[0]:.1f}): read the ratios")
    with tempfile.TemporaryDirectory(prefix="trueloss-bench-") as name:
        folder = Path(name)
        pages = None if sizes else copy_own_pages(folder / "own")
        results = [run_corpus(corpus, folder) for corpus in corpora(pages, sizes or SIZES, folder)]
        own = measure_own_pages(pages, folder) if pages else None
    print(as_text(results, own))
    write(results, own, ROOT / "build")
    print("\nThe figures are in build/bench.json, the plot is in build/bench.svg.")
    for miss in misses(results, own):
        print(f"Missed: {miss}")
    return int(bool(wide_misses(results, own)))


def corpora(own: Corpus | None, sizes: Sequence[int], folder: Path) -> Iterator[Corpus]:
    """Yield the corpora, each made when its turn comes."""
    if own:
        yield own
    for size in sizes:
        yield generate(size, folder / f"generated-{size}")


def run_corpus(corpus: Corpus, folder: Path) -> Result:
    """Run a corpus in each of its ways, saying how long each took."""
    pages = len(corpus.cells())
    measured = {}
    for way in ways.ways_for(pages):
        with tempfile.TemporaryDirectory(prefix="way-", dir=folder) as fresh:
            measured[way] = ways.run(way, corpus, Path(fresh) / way)
        seconds = measured[way].build_seconds
        print(f"{corpus.name or 'generated'}, {pages} pages, {way}: {seconds:.1f} s", flush=True)
    return Result(corpus.name, pages, measured)


if __name__ == "__main__":
    sys.exit(main())
