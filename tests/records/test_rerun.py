"""Pages run again in circumstances of their own."""

from pathlib import Path

from myst_parser.config.main import MdParserConfig

from trueloss.execution.run_settings import Settings
from trueloss.pages.reader import read_page
from trueloss.records.rerun import CIRCUMSTANCES, run_afresh


def test_each_run_has_circumstances_of_its_own(tmp_path: Path):
    source = "import os, time\nprint(os.environ['PYTHONHASHSEED'], time.tzname[0])"
    path = tmp_path / "page.md"
    path.write_text(f"```{{code-cell}}\n{source}\n```\n", encoding="utf-8")
    page = read_page("page", path, root=tmp_path, config=MdParserConfig(), fingerprint="")
    printed = [
        run.notebook.cells[0].outputs[0].text
        for circumstances in CIRCUMSTANCES
        for run in run_afresh([page], Settings(workers=1, imports=()), circumstances)
    ]
    assert printed == ["1 WEST\n", "2 EAST\n"]


def test_the_second_run_has_one_worker_more(tmp_path: Path):
    """With one worker pages run one after the other, with two at the same time."""
    source = "import time\nstart = time.monotonic()\ntime.sleep(1)\nprint(start, time.monotonic())"
    pages = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.md"
        path.write_text(f"```{{code-cell}}\n{source}\n```\n", encoding="utf-8")
        pages.append(read_page(name, path, root=tmp_path, config=MdParserConfig(), fingerprint=""))
    together = []
    for circumstances in CIRCUMSTANCES:
        runs = run_afresh(pages, Settings(workers=1, imports=()), circumstances)
        printed = [run.notebook.cells[0].outputs[0].text for run in runs]
        (_, ended), (started, _) = sorted([float(at) for at in text.split()] for text in printed)
        together.append(started < ended)
    assert together == [False, True]
