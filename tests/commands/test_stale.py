"""The commands ``stale`` and ``record`` on a small course, and what they leave behind."""

import json

import pytest

from tests.conftest import Site
from trueloss.__main__ import main
from trueloss.commands import record, stale
from trueloss.records.rerun import run_afresh

PAGE = """\
# A page

It prints {{ran}}`{value} <one>`.

```{{code-cell}}
:label: one
print({value})
```
"""


@pytest.fixture
def repo(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A repository with two lessons, recorded, and this process inside it."""
    site.write(
        {
            "docs/lessons/a/index.md": PAGE.format(value=1.5),
            "docs/lessons/a/why.md": PAGE.format(value=2.5),
            "docs/lessons/b/index.md": PAGE.format(value=3.5),
            "docs/index.md": "# No code\n",
        }
    )
    monkeypatch.chdir(site.root)
    return site


def change(site: Site, page: str, old: float, new: float) -> None:
    path = site.docs / f"{page}.md"
    path.write_text(path.read_text().replace(f"print({old})", f"print({new})"))


def verdict(site: Site) -> dict[str, list[dict[str, object]]]:
    content: dict[str, list[dict[str, object]]] = json.loads(
        (site.root / "build" / "stale.json").read_text()
    )
    return content


def test_record_then_stale(repo: Site, capsys: pytest.CaptureFixture[str]):
    assert record.main([]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "wrote docs/_records/lessons/a/index.txt",
        "wrote docs/_records/lessons/a/why.txt",
        "wrote docs/_records/lessons/b/index.txt",
    ]
    assert stale.main(["--workers", "1"]) == 0
    assert "Every page prints what its record says" in capsys.readouterr().out
    assert verdict(repo) == {"changed": [], "not_reproducible": []}
    assert "# Nothing is stale" in (repo.root / "build" / "stale.md").read_text()

    change(repo, "lessons/a/index", 1.5, 1.6)
    assert stale.main(["docs/lessons/b"]) == 0
    assert stale.main(["docs/lessons/a/why.md"]) == 0
    assert stale.main(["docs/lessons/a"]) == 1
    (entry,) = verdict(repo)["changed"]
    assert entry["page"] == "lessons/a/index"
    assert (entry["line"], entry["old"], entry["new"]) == (5, "1.5", "1.6")
    assert entry["relative"] == pytest.approx(0.1 / 1.5)
    table = capsys.readouterr().out.splitlines()
    assert table[-1].split() == [
        "lessons/a/index",
        "5",
        *["stdout", "of", "the", "cell", "one", "1.5", "1.6", "0.067"],
    ]
    assert (
        "| lessons/a/index | 5 | stdout of the cell one | `1.5` | `1.6` | 0.067 |"
        in (repo.root / "build" / "stale.md").read_text()
    )


def test_the_run_of_a_build_is_the_first_of_both(repo: Site, monkeypatch: pytest.MonkeyPatch):
    path = repo.docs / "lessons/a/index.md"
    path.write_text(
        path.read_text().replace("print(1.5)", "import os; print(os.environ.get('TZ'))")
    )
    path.write_text(path.read_text().replace("It prints {ran}`1.5 <one>`.", ""))
    assert record.main(["docs/lessons/a/why.md", "docs/lessons/b"]) == 0
    repo.build()
    change(repo, "lessons/b/index", 3.5, 3.6)
    runs = []

    def counted(pages, *settings):
        runs.append(sorted(page.docname for page in pages))
        return run_afresh(pages, *settings)

    monkeypatch.setattr(stale, "run_afresh", counted)
    assert stale.main([]) == 1
    every_page = ["lessons/a/index", "lessons/a/why", "lessons/b/index"]
    assert runs == [["lessons/b/index"], every_page]
    found = verdict(repo)
    assert {change["page"] for change in found["not_reproducible"]} == {"lessons/a/index"}
    assert {change["page"] for change in found["changed"]} >= {"lessons/b/index"}


def test_record_of_one_lesson(repo: Site, capsys: pytest.CaptureFixture[str]):
    assert record.main([]) == 0
    before = {path: path.read_bytes() for path in repo.docs.rglob("*.txt")}
    for page, old, new in (("lessons/a/index", 1.5, 1.6), ("lessons/b/index", 3.5, 3.6)):
        change(repo, page, old, new)
    capsys.readouterr()
    assert record.main(["docs/lessons/b", "--mend"]) == 0
    after = {path: path.read_bytes() for path in repo.docs.rglob("*.txt")}
    changed = [
        path.relative_to(repo.docs).as_posix() for path in before if before[path] != after[path]
    ]
    assert changed == ["_records/lessons/b/index.txt"]
    assert (
        "docs/lessons/b/index.md:3: the cell one prints 3.6 now, not 3.5" in capsys.readouterr().out
    )
    assert "{ran}`3.6 <one>`" in (repo.docs / "lessons/b/index.md").read_text()
    assert record.main(["docs/lessons/b/index.md"]) == 0
    assert capsys.readouterr().out == "Every record is as it was.\n"


def test_a_number_that_an_error_says_is_not_mended(repo: Site, capsys: pytest.CaptureFixture[str]):
    raising = ":tags: [raises-exception]\nprint(10)\nraise ValueError('3')"
    text = PAGE.format(value=3).replace("print(3)", raising)
    repo.write({"docs/lessons/a/index.md": text})
    assert record.main(["docs/lessons/a/index.md", "--mend"]) == 0
    assert capsys.readouterr().out == "wrote docs/_records/lessons/a/index.txt\n"
    assert (repo.docs / "lessons/a/index.md").read_text() == text


def test_record_of_a_page_that_is_gone_is_removed(repo: Site, capsys: pytest.CaptureFixture[str]):
    assert record.main([]) == 0
    (repo.docs / "lessons/a/why.md").unlink()
    assert stale.main([]) == 1
    (entry,) = verdict(repo)["changed"]
    assert (entry["page"], entry["line"]) == ("lessons/a/why", 1)
    capsys.readouterr()
    assert record.main(["docs/lessons/a"]) == 0
    assert capsys.readouterr().out == "removed docs/_records/lessons/a/why.txt\n"


def test_record_refuses_what_cannot_last(repo: Site, capsys: pytest.CaptureFixture[str]):
    repo.write(
        {
            "docs/lessons/a/index.md": PAGE.format(value="object()"),
            "docs/lessons/a/why.md": PAGE.format(value="1 / 0"),
        }
    )
    assert record.main([]) == 1
    out, errors = capsys.readouterr()
    assert out == "wrote docs/_records/lessons/b/index.txt\n"
    address, division = sorted(errors.splitlines())
    assert "lessons/a/index.md:5: the cell one prints a memory address" in address
    assert "lessons/a/why.md:7: the cell 'one': ZeroDivisionError: division by zero" in division


@pytest.mark.parametrize("command", ["record", "stale"])
def test_a_path_that_is_nothing(repo: Site, command: str, capsys: pytest.CaptureFixture[str]):
    assert main([command, "docs/lessons/c"]) == 2
    assert "no page with code, and no record, at docs/lessons/c" in capsys.readouterr().err
    assert not (repo.docs / "_records").exists()


def test_record_runs_twice_and_names_the_cause(repo: Site, capsys: pytest.CaptureFixture[str]):
    cells = {
        "a/index": "import random; print(round(random.random(), 6))",
        "a/why": "print(*{'some', 'words', 'in', 'a', 'set'})",
        "b/index": "import os; print(os.environ['TZ'])",
    }
    for page, cell in cells.items():
        repo.write(
            {f"docs/lessons/{page}.md": f"# A\n\n```{{code-cell}}\n:label: one\n{cell}\n```\n"}
        )
    assert record.main([]) == 1
    out, errors = capsys.readouterr()
    assert out == ""
    draw, order, zone = sorted(errors.splitlines())
    assert "lessons/a/index.md:3: stdout of the cell one is 0." in draw
    assert ": line 1 of the cell one draws without a seed (random.random)" in draw
    assert ": line 1 of the cell one makes a set, whose order differs from run to run" in order
    assert (
        "lessons/b/index.md:3: stdout of the cell one is WEST12 in one run and EAST-24 in the "
        "next: nothing in its program shows why" in zone
    )
    assert not (repo.docs / "_records").exists()
