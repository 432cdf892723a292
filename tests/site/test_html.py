"""The pages are valid HTML, as html-validate from npm sees it."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.html_pages import of_each_kind
from tests.published import ROOT

TOOL = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


def messages(site: Path) -> list[str]:
    """Return what the validator says of the pages of a site."""
    node = shutil.which("node")
    assert node is not None, "Node comes with the lock requirements/tests.txt"
    assert TOOL.exists(), "run `npm ci` first, as `nox -s tests` does"
    pages = map(str, of_each_kind(site))
    command = [node, str(TOOL), "--config", ".htmlvalidate.mjs", "--formatter", "json", *pages]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stdout, ran.stderr
    return [
        f"{Path(page['filePath']).name}:{found['line']}: {found['ruleId']}: {found['message']}"
        for page in json.loads(ran.stdout)
        for found in page["messages"]
    ]


def test_no_page_breaks_the_standard(course: Path) -> None:
    assert messages(course / "html") == []


def test_no_page_breaks_the_standard_where_the_site_is_published(published_course: Path) -> None:
    assert messages(published_course / "html") == []
