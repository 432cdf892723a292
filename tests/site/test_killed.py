"""A build that is killed leaves the published folder as it was, whenever that happens."""

import json
import signal
import subprocess
import sys

import pytest
from jupyter_cache import get_cache

from tests.commands.test_docs import content, publish_site
from tests.conftest import Site
from tests.site.test_build import FILES, edit

#: Each moment is a function that never returns, by module and name; some do their work before.
MOMENTS = {
    "before a page is read": "sphinx.builders.Builder.read",
    "before a cell runs": "trueloss.execution.run_job._Page._run_cells",
    "while outputs are kept": "after jupyter_cache.cache.db.NbCacheRecord.create_record",
    "while pages are written": "sphinx.builders.html.StandaloneHTMLBuilder.write_doc",
    "when pages get their policy": "trueloss.publishing.policy.with_policy",
    "when the archive is written": "zipfile.ZipFile.writestr",
    "on the brink of being in place": "trueloss.commands.docs.put_in_place",
}
PROGRAM = """\
import importlib, os, signal, sys
from pathlib import Path

import jupyter_cache.cache.db, sphinx.builders.html
import trueloss.execution.run_job, trueloss.commands.docs, trueloss.publishing.policy

after, _, moment = sys.argv[2].rpartition(" ")
*path, name = moment.split(".")
owner = importlib.import_module(path[0])
for part in path[1:]:
    owner = getattr(owner, part)

work = getattr(owner, name)

def die(*arguments, **options):
    if after:
        work(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(owner, name, die)
trueloss.commands.docs.publish(Path(sys.argv[1]), sys.argv[3:])
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("killed"))
    site.write(FILES)
    assert publish_site(site) == 0
    return site


def publish_until(site: Site, moment: str) -> int:
    """Publish in a process that kills itself at that moment, and return its exit code."""
    options = [f"nb_execution_cache_path={site.root / 'cache'}", "trueloss_imports=numpy"]
    arguments = [argument for option in options for argument in ("-D", option)]
    command = [sys.executable, "-c", PROGRAM, str(site.root), moment, *arguments]
    return subprocess.run(command, capture_output=True, check=False).returncode


def noted_alone(site: Site) -> set[str]:
    """Return the keys of those outputs that the cache has noted and not written."""
    cache = get_cache(site.root / "cache")
    keys = {record.hashkey for record in cache.list_cache_records()}
    cache.db.dispose()
    return keys - {path.parent.name for path in site.root.glob("cache/executed/*/base.ipynb")}


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_a_killed_build_changes_nothing(published: Site, moment: str) -> None:
    html = published.root / "build" / "html"
    before = content(html)
    # Something new to run and to show each time, so that every moment comes.
    edit(published, "examples/one.py", "a, b", "a, b ")
    edit(published, "docs/two.md", "# A page", "# A page more")
    assert publish_until(published, moment) == -signal.SIGKILL
    assert content(html) == before


def test_outputs_kept_by_half_are_not_taken_for_outputs(published: Site) -> None:
    """Jupyter's cache notes a notebook first, and writes it then."""
    edit(published, "examples/one.py", "a, b", "a, b ")
    before = noted_alone(published)
    assert publish_until(published, MOMENTS["while outputs are kept"]) == -signal.SIGKILL
    assert len(noted_alone(published) - before) == 1
    assert publish_site(published) == 0
    report = json.loads((published.root / "build" / "execution.json").read_text(encoding="utf-8"))
    assert "one" in {page["page"] for page in report["pages"] if not page["cached"]}
    assert noted_alone(published) == before


def test_the_next_build_is_none_the_worse(published: Site) -> None:
    assert publish_until(published, MOMENTS["when the archive is written"]) == -signal.SIGKILL
    assert publish_site(published) == 0
    build = published.root / "build"
    assert {path.name for path in build.iterdir()} == {
        "execution.json",
        "html",
        "kept",
        "open-points.json",
        "publish.lock",
        "questions.json",
    }
