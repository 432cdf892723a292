"""Every notebook of the course runs alone in an empty folder, and prints what its page shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from trueloss.execution.pool import run_jobs
from trueloss.execution.run import Job
from trueloss.execution.settings import Settings

#: Runs a notebook as any Jupyter does, with nothing of this project.
PLAIN = """\
import sys
import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, kernel_name="python3", timeout=300).execute()
nbformat.write(notebook, sys.argv[2])
"""


@pytest.fixture(scope="module")
def notebooks(course: Path) -> dict[str, NotebookNode]:
    html = course / "html"
    return {
        path.relative_to(html).with_suffix("").as_posix(): nbformat.read(path, as_version=4)
        for path in sorted(html.rglob("*.ipynb"))
    }


def printed(notebook: NotebookNode, like: NotebookNode) -> list[str]:
    """Return all text that the cells gave, one entry for each output that ``like`` has.

    A chart is a picture, which only its page and its notebook have, and a task keeps its last
    lines.
    """
    texts = []
    for cell, other in zip(notebook.cells, like.cells, strict=True):
        outputs = zip(cell.get("outputs", []), other.get("outputs", []), strict=True)
        for output, pattern in outputs:
            text = output.get("text") or output.get("data", {}).get("text/plain", "")
            if "image/svg+xml" in pattern.get("data", {}):
                text = ""
            elif "solution" in cell.metadata.get("tags", []):
                shown = pattern.text.rstrip().splitlines()
                lines = len(shown) - shown[0].startswith("... (")
                text = "\n".join(text.rstrip().splitlines()[-lines:])
            texts.append(text)
    return texts


def test_every_page_with_code_has_one(course: Path, notebooks: dict[str, NotebookNode]) -> None:
    with_code = {
        path.relative_to(course / "html").with_suffix("").as_posix()
        for path in (course / "html").rglob("*.html")
        if re.search(r'class="cell |<tl-blank ', path.read_text(encoding="utf-8"))
    }
    assert with_code == set(notebooks)


def test_each_is_valid_and_of_plain_markdown(notebooks: dict[str, NotebookNode]) -> None:
    for name, notebook in notebooks.items():
        nbformat.validate(notebook)
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                assert ":::" not in cell.source, name
                assert "```{" not in cell.source, name
                assert "}`" not in cell.source, name


def test_each_prints_what_its_page_shows(notebooks: dict[str, NotebookNode]) -> None:
    jobs = [Job(name, notebook) for name, notebook in notebooks.items()]
    for run in run_jobs(jobs, Settings()):
        assert run.failure is None, run
        downloaded = notebooks[run.page]
        assert printed(run.notebook, downloaded) == printed(downloaded, downloaded), run.page


def test_one_runs_where_nothing_of_the_project_is(course: Path, tmp_path: Path) -> None:
    """As a reader runs it: a bare environment, an empty folder, an ordinary kernel."""
    downloaded = course / "html" / "lessons" / "training" / "index.ipynb"
    (tmp_path / "page.ipynb").write_bytes(downloaded.read_bytes())
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    command = [sys.executable, "-W", "ignore", "-c", PLAIN, "page.ipynb", "ran.ipynb"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    ran = nbformat.read(tmp_path / "ran.ipynb", as_version=4)
    wanted = nbformat.read(downloaded, as_version=4)
    assert printed(ran, wanted) == printed(wanted, wanted)
