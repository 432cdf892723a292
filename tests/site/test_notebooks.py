"""The notebooks of the course: each runs in an empty folder, and prints what its page shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from tests.html_pages import html_pages, of_each_kind
from tests.published import COURSE
from trueloss.execution.jobs import Job
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings

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
    downloads = [path for path in sorted(html.rglob("*.ipynb")) if ".doctrees" not in path.parts]
    assert downloads
    return {
        path.relative_to(html).with_suffix("").as_posix(): nbformat.read(path, as_version=4)
        for path in downloads
    }


def printed(notebook: NotebookNode, like: NotebookNode) -> list[str]:
    """Return what each cell wrote, and the text of its results.

    Where ``like`` has a picture, the text is left out: a chart is a picture in its notebook alone.
    A task keeps the last lines of what it wrote.
    """
    texts = []
    for cell, other in zip(notebook.cells, like.cells, strict=True):
        text = written(cell)
        if "solution" in cell.metadata.get("tags", []):
            shown = written(other).rstrip().splitlines()
            lines = len(shown) - shown[0].startswith("... (")
            text = "\n".join(text.rstrip().splitlines()[-lines:])
        texts.append(text)
        if not any("image/svg+xml" in data for data in results(other)):
            texts += [data.get("text/plain", "") for data in results(cell)]
    # What fills a line with spaces to its end shows the same.
    return ["\n".join(line.rstrip() for line in text.splitlines()) for text in texts]


def results(cell: NotebookNode) -> list[NotebookNode]:
    """Return the data that a cell gave back or displayed."""
    return [output.data for output in cell.get("outputs", []) if "data" in output]


def written(cell: NotebookNode) -> str:
    """Return what a cell wrote; warnings that a kernel gives of itself do not count."""
    outputs = cell.get("outputs", [])
    return "".join(output.text for output in outputs if output.get("name") == "stdout")


def test_every_page_with_code_has_one(course: Path, notebooks: dict[str, NotebookNode]) -> None:
    with_code = {
        path.relative_to(course / "html").with_suffix("").as_posix()
        for path in html_pages(course / "html")
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
                # A role, and not a name in braces, such as `{epoch}`.
                assert not re.search(r"(?<!`)\{[\w:-]+\}`", cell.source), name


def test_each_prints_what_its_page_shows(course: Path, notebooks: dict[str, NotebookNode]) -> None:
    taken = {path.with_suffix(".ipynb") for path in of_each_kind(course / "html")}
    jobs = [
        Job(name, notebook)
        for name, notebook in notebooks.items()
        if course / "html" / f"{name}.ipynb" in taken
    ]
    assert jobs
    for run in run_jobs(jobs, Settings.of(COURSE)):
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
