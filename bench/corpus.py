"""Corpora: folders of pages to build, generated or copied from this repository."""

import runpy
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from myst_parser.config.main import MdParserConfig
from sphinx.util.matching import get_matching_files

from trueloss.pages.reader import code_cells, read_page

ROOT = Path(__file__).parents[1]
#: What a generated page runs: a small lesson, with the work of a small lesson.
LESSON = """\
# Fit line {seed}

Draw points near a line.

```{{code-cell}}
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed({seed})
x = np.linspace(-1, 1, 64, dtype="float32")[:, None]
y = 3 * x + np.random.normal(scale=0.1, size=x.shape).astype("float32")
print(x.shape, y.shape)
```

Follow the gradient by hand.

```{{code-cell}}
weight = tf.Variable([[0.0]])
optimizer = keras.optimizers.SGD(learning_rate=0.1)
for step in range(20):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((x @ weight - y) ** 2)
    optimizer.apply_gradients([(tape.gradient(loss, weight), weight)])
print(float(loss))
```

Let Keras do the same.

```{{code-cell}}
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
history = model.fit(x, y, epochs=5, verbose=0)
print(history.history["loss"][-1])
```
"""
INDEX = """\
# Generated lessons

```{toctree}
:glob:

lesson-*
```
"""
#: What stock myst-nb wants to be told on top of each page that it is to run.
STOCK_HEADER = "file_format: mystnb\nkernelspec:\n  name: python3\n"


class Cell(TypedDict):
    """A code cell without Jupyter."""

    source: str
    may_raise: bool


@dataclass(frozen=True)
class Corpus:
    """A folder with ``docs/`` and ``examples/``; ``name`` is empty for a generated one."""

    root: Path
    name: str = ""

    @property
    def docs(self) -> Path:
        """The pages."""
        return self.root / "docs"

    def cells(self) -> dict[str, list[Cell]]:
        """Return the code cells of each page that has any, by page, in the order of the names."""
        return dict(sorted(self._cells()))

    def _cells(self) -> Iterator[tuple[str, list[Cell]]]:
        settings = runpy.run_path(str(ROOT / "conf" / "conf.py"))
        config = MdParserConfig(enable_extensions=set(settings["myst_enable_extensions"]))
        for name in get_matching_files(self.docs, ["**.md"], settings["exclude_patterns"]):
            docname, path = name.removesuffix(".md"), self.docs / name
            page = read_page(docname, path, root=self.root, config=config, fingerprint="")
            if cells := [_cell(cell) for _, cell in code_cells(page.notebook)]:
                yield docname, cells


def _cell(cell: dict[str, object]) -> Cell:
    metadata = cell["metadata"]
    assert isinstance(metadata, dict)
    return Cell(
        source=str(cell["source"]), may_raise="raises-exception" in metadata.get("tags", [])
    )


def generate(pages: int, root: Path) -> Corpus:
    """Write ``pages`` small lessons under ``root``; they differ in their seeds alone."""
    corpus = Corpus(root)
    corpus.docs.mkdir(parents=True)
    (root / "examples").mkdir()
    (corpus.docs / "index.md").write_text(INDEX, encoding="utf-8")
    for seed in range(1, pages + 1):
        path = corpus.docs / f"lesson-{seed:04}.md"
        path.write_text(LESSON.format(seed=seed), encoding="utf-8")
    return corpus


def copy_own_pages(root: Path) -> Corpus:
    """Copy the pages of this repository to ``root``, as they are now."""
    return copy_pages(Corpus(ROOT), Corpus(root, "own pages"))


def copy_for_stock(corpus: Corpus, root: Path) -> Corpus:
    """Copy a corpus to ``root`` with the front matter that stock myst-nb asks for."""
    copy = copy_pages(corpus, Corpus(root, corpus.name))
    for path in copy.docs.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        if "{code-cell}" in text:
            path.write_text(add_stock_header(text), encoding="utf-8")
    return copy


def add_stock_header(text: str) -> str:
    """Return a page with stock myst-nb's front matter added to its own."""
    fence = "---\n"
    if text.startswith(fence):
        return fence + STOCK_HEADER + text.removeprefix(fence)
    return f"{fence}{STOCK_HEADER}{fence}\n{text}"


def copy_pages(source: Corpus, target: Corpus) -> Corpus:
    """Copy pages and programs, nothing built, from one corpus to another; return that."""
    built = shutil.ignore_patterns("_build", "__pycache__")
    for folder in ("docs", "examples"):
        shutil.copytree(source.root / folder, target.root / folder, ignore=built)
    return target
