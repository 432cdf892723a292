"""Which pages a change touches."""

import subprocess
from pathlib import Path

import pytest

from trueloss.commands.preview import Changes, below, sort_changes, used_by, write_changes
from trueloss.text.filled import filled

EXCLUDED = below(["_records", "guide/snippets"])
GUIDE = """\
# Guide

```{literalinclude} snippets/question.md
:language: md
```

![A curve](curve.svg) and ![another](/pictures/other.png)

:::{figure} ../pictures/third.svg
:alt: A third
:::
"""


def test_a_page_changes_with_its_text_its_program_and_its_record() -> None:
    changes = sort_changes(
        [
            "docs/a.md",
            "docs/_records/b.txt",
            "docs/_records/gone.txt",
            "docs/gone.md",
            "examples/one.py",
            "conf/trueloss/static/site.css",
            "tests/test_a.py",
        ],
        {"examples/one.py": {"a", "c"}},
        ["a", "b", "c"],
        EXCLUDED,
    )
    assert changes == Changes(
        {
            "a": ["docs/a.md", "examples/one.py"],
            "b": ["docs/_records/b.txt"],
            "c": ["examples/one.py"],
        },
        gone=["gone"],
        shared=["conf/trueloss/static/site.css"],
    )


def test_a_snippet_is_no_page_and_changes_those_that_show_it() -> None:
    changes = sort_changes(
        ["docs/guide/snippets/question.md", "docs/guide/snippets/unused.md"],
        {"docs/guide/snippets/question.md": {"guide/index"}},
        ["guide/index"],
        EXCLUDED,
    )
    assert changes == Changes({"guide/index": ["docs/guide/snippets/question.md"]})


def test_programs_are_found_where_pages_load_them(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "lessons" / "a" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("```{code-cell}\n:load: ../../../examples/one.py\n```\n")
    assert used_by(tmp_path / "docs", EXCLUDED) == {"examples/one.py": {"lessons/a/index"}}


def test_pictures_and_snippets_are_found_where_pages_show_them(tmp_path: Path) -> None:
    snippets = tmp_path / "docs" / "guide" / "snippets"
    snippets.mkdir(parents=True)
    (snippets / "question.md").write_text("![Not shown](by-a-snippet.svg)\n")
    (snippets.parent / "index.md").write_text(GUIDE)
    shown = (
        "docs/guide/snippets/question.md",
        "docs/guide/curve.svg",
        "docs/pictures/other.png",
        "docs/pictures/third.svg",
    )
    assert used_by(tmp_path / "docs", EXCLUDED) == {name: {"guide/index"} for name in shown}


def test_a_commit_is_held_against_the_site_as_it_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "An author")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "author@example.org")
    files = {
        "conf/conf.py": "exclude_patterns = ['guide/snippets']\n",
        "docs/guide/index.md": GUIDE,
        "docs/guide/snippets/question.md": "One.\n",
        "docs/guide/curve.svg": "<svg/>\n",
        "docs/gone.md": "# Gone\n",
        ".gitignore": "build\n",
        "build/html/guide/index.html": "<p>Built</p>\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    for command in ("init -q -b main", "add .", "commit -q -m One"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True)
    (tmp_path / "docs/guide/snippets/question.md").write_text("Two.\n")
    (tmp_path / "docs/guide/curve.svg").write_text("<svg></svg>\n")
    (tmp_path / "docs/gone.md").unlink()
    changed = ["docs/guide/curve.svg", "docs/guide/snippets/question.md"]
    assert write_changes("main", tmp_path) == Changes({"guide/index": changed}, gone=["gone"])
    assert ">Guide</a>" in (tmp_path / "build/changes/index.html").read_text()


def test_the_index_links_every_changed_page() -> None:
    changes = Changes({"a/b": ["docs/a/b.md"]})
    html = filled("changes.html", changes=changes, titles={"a/b": "Is 1 < 2?"})
    assert '<a href="site/a/b.html">Is 1 &lt; 2?</a>' in html
    assert "docs/a/b.md" in html
    assert "No page changed" in filled("changes.html", changes=Changes(), titles={})
