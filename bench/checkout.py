"""A copy of this repository, as far as its own commands need it to build its pages."""

import compileall
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import ROOT, Corpus, copy_pages
from bench.measure import Command


@dataclass(frozen=True)
class Checkout:
    """A copy with pages, programs and settings, and nothing built or cached in it."""

    corpus: Corpus

    @property
    def root(self) -> Path:
        """Where its commands run."""
        return self.corpus.root

    def command(self, module: str, *arguments: str) -> Command:
        """Return the command that runs a module of its ``conf`` at its root."""
        environment = {"PYTHONPATH": str(self.root / "conf")}
        return Command([sys.executable, "-m", module, *arguments], environment, folder=self.root)


def make_checkout(corpus: Corpus, root: Path) -> Checkout:
    """Copy the pages of a corpus to ``root``, and beside them the settings of this repository."""
    copy = copy_pages(corpus, Corpus(root, corpus.name))
    caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "conf", root / "conf", ignore=caches)
    # Else whichever command comes first would compile for those after it.
    compileall.compile_dir(root / "conf" / "trueloss", quiet=1)
    return Checkout(copy)
