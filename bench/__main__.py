"""Measure it all, a corpus or a course: ``python -m bench``, ``bench 12``, ``bench course 50``."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import ways
from bench.corpus import ROOT, Corpus, copy_own_pages, generate
from bench.course import as_table, course_figures, measure_course
from bench.misses import misses, wide_misses
from bench.own import measure_own_pages
from bench.report import as_text, write, write_figures
from bench.result import Result

#: Sizes of the generated corpora.
SIZES = (12, 48, 192)
#: Processes that want to run, by the system's own average, above which figures mean little.
BUSY = 0.5


def main(arguments: Sequence[str]) -> int:
    """Measure what the arguments name; 1 where a figure misses its target widely."""
    if os.getloadavg()[0] > BUSY:
        print(f"other programs use this machine (load {os.getloadavg()[0]:.1f}): read the ratios")
    if arguments[:1] == ["course"]:
        return of_course(arguments[1:])
    return of_pages(arguments)


def of_course(arguments: Sequence[str]) -> int:
    """Measure a synthetic course, print its table, write its figures."""
    parser = argparse.ArgumentParser(prog="nox -s bench -- course")
    parser.add_argument("lessons", type=int, help="so many lessons, after 2 and 14")
    parser.add_argument("--run", action="store_true", help="run each program of each lesson")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="trueloss-bench-") as name:
        sizes = []
        for size in measure_course(given.lessons, Path(name), run=given.run):
            sizes.append(size)
            print(f"{size.lessons} lessons are measured.", flush=True)
    print(as_table(sizes))
    write_figures({"course": [size.as_json() for size in sizes]}, ROOT / "build")
    missed = [figure for figure in course_figures(sizes) if figure.target.excess(figure.value) > 0]
    for miss in missed:
        print(f"Missed: {miss}")
    return int(any(not miss.target.in_seconds for miss in missed))


def of_pages(arguments: Sequence[str]) -> int:
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
    sizes = parser.parse_args(arguments).pages
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
    sys.exit(main(sys.argv[1:]))
