"""The pages are valid HTML, as html-validate from npm sees it."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

TOOL = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


def test_no_page_breaks_the_standard(course: Path) -> None:
    node = shutil.which("node")
    assert node is not None, "Node comes with the lock requirements/tests.txt"
    assert TOOL.exists(), "run `npm ci` first, as `nox -s tests` does"
    pages = sorted(str(path) for path in (course / "html").rglob("*.html"))
    command = [node, str(TOOL), "--config", ".htmlvalidate.mjs", "--formatter", "json", *pages]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    messages = [
        f"{Path(page['filePath']).name}:{found['line']}: {found['ruleId']}: {found['message']}"
        for page in json.loads(ran.stdout)
        for found in page["messages"]
    ]
    assert messages == [], ran.stderr
