"""A build by several processes gives what a build by one gives, byte by byte."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import lesson, small_course
from tests.commands.test_docs import content
from tests.conftest import Site
from trueloss.text.terminal import without_colours

#: What one page tells another of: terms, questions by lesson, cards, the order of lessons.
FILES = {
    **small_course.FILES,
    **lesson.FILES,
    "docs/index.md": """\
# Home

```{course-map}
The loop
- apples
- small
```

```{toctree}
:hidden:

progress
review
where
glossary
evidence
```
""",
    "docs/progress.md": "# Your progress\n\n```{progress}\n```\n",
    "docs/glossary.md": "# Words\n\n:::{glossary}\nloss\n  How wrong the predictions are.\n:::\n",
    "docs/evidence.md": "# Evidence\n\n```{evidence} share\n```\n\n```{evidence} questions\n```\n",
    "docs/lessons/apples/visualize.md": """\
# Does it fall?

The {term}`loss` falls.

```{code-cell}
:title: The loss of one run
:trace: {y: loss}
print("Two steps.")
{"loss": [4.0, 1.0]}
```

:::{todo}
Say more of what falls.
:::
""",
}


def build(site: Site, jobs: int) -> str:
    """Build from nothing and return what the build said."""
    out = site.docs / "_build"
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "--keep-going", "-j", str(jobs)]
    command += ["-d", str(out / "doctrees"), str(site.docs), str(out / "html")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return without_colours(f"{ran.stdout}{ran.stderr}")


def built(folder: Path, files: dict[str, str], jobs: int) -> dict[str, bytes]:
    """Return the site and what lies beside it, without what says how long it took."""
    folder.mkdir()
    site = Site(folder)
    site.write(files)
    said = build(site, jobs)
    assert "build succeeded" in said, said
    found = content(site.docs / "_build")
    return {
        name: data
        for name, data in found.items()
        if not name.startswith("doctrees") and name != "execution.json"
    }


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    one, two = (built(tmp_path / str(jobs), FILES, jobs) for jobs in (1, 2))
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_several_processes_do_read_and_write(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write(FILES)
    said = build(site, 2)
    for work in ("reading sources", "writing output"):
        # By the first and the last page of the half that one process has.
        assert re.search(rf"{work}\.\.\. \[ 50%\] \S+ \.\. \S+", said), said


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_is_no_utf_8_is_said_by_any_number_of_processes(
    tmp_path: Path, jobs: int
) -> None:
    site = Site(tmp_path)
    site.write({f"docs/{name}.md": "---\norphan: true\n---\n# Gr\xfc\xdfe\n" for name in "abcdefg"})
    site.write({"docs/index.md": "# Home\n"})
    (site.docs / "c.md").write_bytes("---\norphan: true\n---\n# Gr\xfc\xdfe\n".encode("latin-1"))
    said = build(site, jobs)
    assert "docs/c.md:4: WARNING: " in said, said
    assert said.count("WARNING: ") == 1, said
    assert "build finished with problems, 1 warning" in said, said
