"""Real kernels for the tests: forked from one small warm parent, or plain."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat.v4
import pytest
from nbformat import NotebookNode

from trueloss.execution.jobs import Job, Run
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings
from trueloss.kernels.limits import Limits

#: For what only Linux has: forks that are safe, namespaces, Landlock.
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has it")
#: Both kinds of kernel, where both are to be had.
KINDS = [pytest.param("forked", marks=LINUX), "plain"]
#: matplotlib alone is imported in a moment; what needs TensorFlow says so.
SETTINGS = {
    kernels: Settings(workers=2, kernels=kernels, imports=("matplotlib.pyplot",))
    for kernels in ("forked", "plain")
}


def make_notebook(*sources: str) -> NotebookNode:
    """Make a notebook of code cells; one that starts with ``# raises`` is allowed to."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    for cell in cells:
        if cell.source.startswith("# raises"):
            cell.metadata["tags"] = ["raises-exception"]
    made: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    return made


def make_job(*sources: str, page: str = "page", **limits: Any) -> Job:
    """Make a job of a page with these cells."""
    return Job(page, make_notebook(*sources), Limits(**limits))


def text_of(run: Run, cell: int = -1) -> str:
    """Return what a cell wrote to its streams."""
    outputs = run.notebook.cells[cell].outputs
    return "".join(output.get("text", "") for output in outputs)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A temporary folder of our own, with a name short enough for sockets."""
    path = Path(tempfile.mkdtemp(prefix="t", dir="/tmp"))
    yield path
    shutil.rmtree(path)


@pytest.fixture
def notebook() -> Callable[..., NotebookNode]:
    return make_notebook


@pytest.fixture
def job() -> Callable[..., Job]:
    return make_job


@pytest.fixture
def text() -> Callable[..., str]:
    return text_of


@pytest.fixture(params=KINDS)
def settings(request: pytest.FixtureRequest) -> Settings:
    return SETTINGS[request.param]


@pytest.fixture
def forked() -> Settings:
    if sys.platform != "linux":
        pytest.skip("forks are safe on Linux alone")
    return SETTINGS["forked"]


@pytest.fixture
def run(settings: Settings) -> Callable[..., Run]:
    """Run cells as one page, in each kind of kernel."""

    def run_cells(*sources: str, **limits: Any) -> Run:
        (result,) = run_jobs([make_job(*sources, **limits)], settings)
        return result

    return run_cells
