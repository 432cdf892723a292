"""The six ways of running the pages of a corpus, each as one command in a fresh folder."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from jupyter_cache import get_cache

from bench.corpus import Corpus, copy_for_stock
from bench.measure import ROOT, Command, Measured, measure
from trueloss.kernels.environment import KERNEL_ENVIRONMENT
from trueloss.settings import read_settings

WAYS = ("plain-1", "plain-2", "ours-1", "ours-2", "floor-1", "floor-2")
#: The largest corpus that plain myst-nb is given; what it takes for more is never guessed.
MOST_PLAIN_PAGES = 48
#: The way whose memory is watched.
WATCHED = "ours-2"


def ways_for(pages: int) -> list[str]:
    """Return the ways that a corpus of so many pages is run in."""
    return [way for way in WAYS if pages <= MOST_PLAIN_PAGES or not way.startswith("plain")]


def run(way: str, corpus: Corpus, folder: Path) -> Measured:
    """Run a corpus in one way, from a cold cache; ``folder`` must not exist yet.

    The way whose memory is watched runs twice: to sum up the memory of processes that share most
    of it takes their page tables away from them for a while, and would cost it seconds.
    """
    timed = measure(command(way, corpus, folder))
    if way != WATCHED:
        return timed
    watched = measure(command(way, corpus, folder.with_name(f"{way}-watched")), memory=True)
    return replace(timed, peak_mb=watched.peak_mb)


def command(way: str, corpus: Corpus, folder: Path) -> Command:
    """Prepare ``folder`` for a way and return the command that runs the corpus there."""
    kind, number = way.split("-")
    return {"plain": _plain, "ours": _ours, "floor": _floor}[kind](corpus, folder, int(number))


def _plain(corpus: Corpus, folder: Path, jobs: int) -> Command:
    copy = copy_for_stock(corpus, folder / "source")
    # Made beforehand: two jobs that make the tables at once crash.
    get_cache(folder / "cache").list_cache_records()
    arguments = [*_sphinx_build(ROOT / "bench" / "stock", copy, folder), "-j", str(jobs)]
    return Command(arguments, _environment(), marked=True)


def _environment() -> dict[str, str]:
    """Return the variables with which ours would run the same pages."""
    return {**KERNEL_ENVIRONMENT, **read_settings(ROOT).environment}


def _ours(corpus: Corpus, folder: Path, workers: int) -> Command:
    arguments = _sphinx_build(ROOT / "conf", corpus, folder)
    return Command([*arguments, "-D", f"trueloss_workers={workers}"], {}, marked=True)


def _sphinx_build(settings: Path, corpus: Corpus, folder: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "sphinx", "-c", str(settings), "-d", str(folder / "doctrees")),
        *("-D", f"nb_execution_cache_path={folder / 'cache'}"),
        *(str(corpus.docs), str(folder / "html")),
    ]


def _floor(corpus: Corpus, folder: Path, workers: int) -> Command:
    folder.mkdir()
    pages = folder / "pages.json"
    pages.write_text(json.dumps(list(corpus.cells().values())), encoding="utf-8")
    # The inline backend belongs to Jupyter.
    environment = _environment() | {"MPLBACKEND": "agg"}
    return Command([sys.executable, "-m", "bench.floor", str(pages), str(workers)], environment)
