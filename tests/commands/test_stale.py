"""The commands ``stale`` and ``record`` on a small course, and what they leave behind."""

import datetime
import json
import math
import os
from pathlib import Path

import pytest
from myst_parser.config.main import MdParserConfig
from nbformat.v4 import new_code_cell, new_notebook, new_output

from tests.conftest import Site
from trueloss.commands import record, stale
from trueloss.execution.run_settings import Settings
from trueloss.pages.reader import read_page
from trueloss.records.compare import Change, Expectations
from trueloss.records.reproduce import disagreements
from trueloss.records.rerun import CIRCUMSTANCES, run_afresh
from trueloss.records.verdict import Verdict, short
from trueloss.records.volatile import volatile_reason, written_out

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


@pytest.mark.parametrize("command", [record, stale])
def test_a_path_that_is_nothing(repo: Site, command, capsys: pytest.CaptureFixture[str]):
    assert command.main(["docs/lessons/c"]) == 2
    assert "no page with code and no record at docs/lessons/c" in capsys.readouterr().err
    assert not (repo.docs / "_records").exists()


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


def test_an_infinite_difference_is_null_in_json():
    found = Verdict([Change("a", 1, "stdout", "0.0", "1e-9", math.inf)])
    (entry,) = json.loads(found.as_json())["changed"]
    assert entry["relative"] is None
    assert not found.holds


def test_the_issue_shows_any_text_in_a_table():
    found = Verdict([], [Change("a", 1, "stdout", "a|b\n`c`", "x" * 99)])
    (row,) = (line for line in found.as_markdown().splitlines() if line.startswith("| a"))
    assert row == f"| a | 1 | stdout | `a\\|b ⏎ 'c'` | `{'x' * 43}…` |  |"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("one ", "one", ("'one '", "'one'")),
        ("a\xa0b", "a b", (r"'a\xa0b'", "'a b'")),
        ("\xe9", "e\u0301", (r"'\xe9'", r"'e\u0301'")),
        ("a\u200bb", "ab", (r"a\u200bb", "ab")),
        ("\x1b]8;;x\x07", "x", (r"\x1b]8;;x\x07", "x")),
        ("one\n\ntwo", "one\ntwo", ("one ⏎  ⏎ two", "one ⏎ two")),
        ("2026-11-25", "2026-11-25", ("2026-11-25", "2026-11-25")),
    ],
)
def test_a_report_shows_what_cannot_be_seen(old: str, new: str, shown: tuple[str, str]):
    assert short(old, new) == shown


def notebook(**data: str):
    cell = new_code_cell("", outputs=[new_output("display_data", data=data)])
    return new_notebook(cells=[cell])


def test_a_long_line_is_shown_from_where_it_changed():
    numbers = [str(number) for number in range(100, 140)]
    old = f"loss 1..40: {' '.join(numbers)}"
    change = Change("a", 1, "a value", old, old.replace("130", "230"))
    row = Verdict(changed=[change]).as_table().splitlines()[-1]
    assert "loss 1..40: 100 101 1…130 131 132 133 134 1…" in row
    assert "loss 1..40: 100 101 1…230 131 132 133 134 1…" in row


def test_runs_that_differ_in_a_picture_alone():
    page = Expectations({"#1": 7}, {})
    today = datetime.date(2026, 1, 2)
    one, other = notebook(a="1"), notebook(a="1")
    assert not list(disagreements("page", one, other, page, today))
    one = notebook(**{"image/svg+xml": '<svg viewBox="0 0 1 1"/>'})
    other = notebook(**{"image/svg+xml": '<svg viewBox="0 0 1 1"><g/></svg>'})
    (found,) = disagreements("page", one, other, page, today)
    assert (found.page, found.line) == ("page", 7)
    assert found.what == "the bytes of the cell #1"
    # Within the tolerance is not the same either.
    (found,) = disagreements("page", notebook(a="1.5"), notebook(a="1.500001"), page, today)
    assert (found.old, found.new) == ("1.5", "1.500001")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("<Line2D at 0x7f3b5c1d2e90>", "memory address"),
        ("10/10 - 0s 3ms/step - loss: 1.37", "a step took"),
        ("2026-11-21 22:09", "date and time"),
        ("Sat Nov 21 22:09:27 2026", "date and time"),
        ("saved to /tmp/x/model.keras", "absolute path"),
        ("'/home/me/course'", "absolute path"),
        (r"C:\Users\me", "absolute path"),
        (f"{os.__file__}", "absolute path"),
        ("today is 2026-01-02", "today's date"),
        ("today is 02 January 2026", "today's date"),
        ("today is 2 Jan 2026", "today's date"),
        ("Jan 2, 2026", "today's date"),
        ("datetime.date(2026, 1, 2)", "today's date"),
        ("12/01/2026, 1/2/20261, 1/22/2026", None),
        ("file:///tmp/x/model.keras", "absolute path"),
        ("loss 1.37, 0x10, 12:30", None),
        ("https://www.tensorflow.org/guide/usr/x", None),
        ("dense/kernel and/or a/tmp/b", None),
        ("the moon landing: 1969-07-20", None),
        ("ratio 3/4, 5 steps/s", None),
    ],
)
def test_what_cannot_last(line: str, reason: str | None):
    found = volatile_reason(line, written_out(datetime.date(2026, 1, 2)))
    assert (reason in found) if reason and found else found is reason
