"""A copy of this repository, as far as its own commands need it to build its pages."""

import compileall
import shutil
import sysconfig
import venv
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

    def command(self, *arguments: str) -> Command:
        """Return the command that runs the package of this copy at its root."""
        python = own_python(self.root)
        return Command([str(python), "-m", "trueloss", *arguments], {}, folder=self.root)


def own_python(root: Path) -> Path:
    """Return the Python of a copy: it has the package of the copy, and the others from here."""
    folder = root / ".venv"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, symlinks=True)
        here = sysconfig.get_path("purelib")
        there = sysconfig.get_path("purelib", "venv", {"base": str(folder)})
        # What an editable installation writes.
        Path(there, "checkout.pth").write_text(f"{root / 'conf'}\n{here}\n", encoding="utf-8")
    return python


def make_checkout(corpus: Corpus, root: Path) -> Checkout:
    """Copy the pages of a corpus to ``root``, and beside them the settings of this repository."""
    copy = copy_pages(corpus, Corpus(root, corpus.name))
    caches = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "conf", root / "conf", ignore=caches)
    shutil.copy2(ROOT / "pyproject.toml", root)  # the linters of ``check`` read it
    # Else whichever command comes first would compile for those after it.
    compileall.compile_dir(root / "conf" / "trueloss", quiet=1)
    return Checkout(copy)
