"""Every example is a complete program: it runs alone, in a kernel of its own, without a warning."""

from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tests.published import COURSE, ROOT
from trueloss.execution.jobs import Job, Run
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings
from trueloss.pages.blanks import gaps_of

EXAMPLES = sorted((ROOT / "examples").rglob("*.py"))
#: Programs with gaps are run with every choice for them when the site is built.
COMPLETE = [path for path in EXAMPLES if not gaps_of(path.read_text(encoding="utf-8"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def runs() -> dict[str, Run]:
    jobs = [
        Job(name_of(path), new_notebook(cells=[new_code_cell(path.read_text(encoding="utf-8"))]))
        for path in COMPLETE
    ]
    return {run.page: run for run in run_jobs(jobs, Settings.of(COURSE))}


@pytest.mark.parametrize("path", COMPLETE, ids=name_of)
def test_an_example_runs_alone(path: Path, runs: dict[str, Run]) -> None:
    run = runs[name_of(path)]
    assert run.failure is None
    outputs = run.notebook.cells[0].outputs
    assert outputs
    assert not [output for output in outputs if output.get("name") == "stderr"]
