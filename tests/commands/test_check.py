"""What CI would say of one lesson."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Site
from tests.site.test_build import FILES, edit
from trueloss.commands.check import Checked, check, main
from trueloss.commands.record import accept
from trueloss.diagnostics.linters import LinterError
from trueloss.pages.selection import SelectionError
from trueloss.records.course_pages import read_course

ORDERLY = '"""Add two numbers: nox -s run -- examples/{}.py"""\n\na, b = 3, 4\nprint(a + b)\n'
MISSPELT = "t" + "eh"
GAP = '"""Add: nox -s run -- examples/blank_{}.py"""\n\ntotal = 4 + __1__\nprint(total)\n'
TASK = """
::::{{blank}} Make seven
:name: {0}-task
:level: easy
:program: ../examples/blank_{0}.py
:check: total == 7

- [x] `3`
- [ ] `4`

:::{{hint}}
Count.
:::
:::{{solution}}
Run it.
:::
::::
"""


def checked(site: Site, *paths: str) -> Checked:
    return check(site.root, [site.root / path for path in paths])


def ran(site: Site) -> set[str]:
    report = json.loads((site.root / "build/check/execution.json").read_text(encoding="utf-8"))
    return {page["page"] for page in report["pages"] if not page["cached"]}


def messages(found: Checked) -> list[str]:
    return [f"{file}:{one}" for file, all_ in found.diagnostics.items() for one in all_]


@pytest.fixture
def recorded(site: Site) -> Site:
    site.write(
        {
            **FILES,
            "examples/one.py": ORDERLY.format("one"),
            "examples/two.py": ORDERLY.format("two"),
        }
    )
    accept(read_course(site.root))
    return site


def test_a_good_page_has_nothing_to_mend(recorded: Site) -> None:
    found = checked(recorded, "docs/one.md")
    assert found.as_text() == "1 page: nothing to mend, 0 left to do.\n"
    assert ran(recorded) == {"one"}


def test_only_the_chosen_page_runs_and_is_spoken_of(recorded: Site) -> None:
    edit(recorded, "examples/one.py", "3, 4", "3, 5")
    edit(recorded, "examples/two.py", "3, 4", "3, 5")
    found = checked(recorded, "docs/one")
    assert ran(recorded) == {"one"}
    assert found.diagnostics.keys() == {"docs/one.md"}
    stale, differs, number = found.diagnostics["docs/one.md"]
    assert "7 is recorded, now it is 8" in stale.message
    assert "the marked option is '7'" in differs.message
    assert "did not print 7" in number.message


def test_nothing_runs_again_and_the_same_is_said(recorded: Site) -> None:
    edit(recorded, "examples/one.py", "3, 4", "3, 5")
    first = checked(recorded, "docs/one.md")
    assert checked(recorded, "docs/one.md") == first
    assert ran(recorded) == set()


def test_a_file_in_the_place_of_what_it_keeps_makes_way(recorded: Site) -> None:
    first = checked(recorded, "docs/one.md")
    shutil.rmtree(recorded.root / "build" / "check")
    (recorded.root / "build" / "check").touch()
    assert checked(recorded, "docs/one.md") == first


def test_names_and_links_are_held_against_the_whole_site(recorded: Site) -> None:
    edit(recorded, "docs/two.md", ":name: about-two", ":name: about-one")
    edit(recorded, "docs/two.md", "# A page", "# A page\n\n[one](one.md), [three](three.md)")
    found = messages(checked(recorded, "docs/two.md"))
    assert any(
        "the name 'about-one' already belongs to the question at one.md:8" in one for one in found
    )
    (link,) = [one for one in found if "xref_missing" in one]
    assert "three.md" in link


def test_a_record_that_differs_or_is_missing(recorded: Site) -> None:
    edit(recorded, "docs/_records/one.txt", "7", "8")
    (recorded.docs / "_records" / "two.txt").unlink()
    found = messages(checked(recorded, "docs"))
    assert len(found) == 2
    assert "accept it with `nox -s record -- docs/one.md` [trueloss.stale]" in found[0]
    assert found[1].startswith("docs/two.md:1: the record: nothing is recorded")


def test_a_record_without_a_page(recorded: Site) -> None:
    recorded.write({"docs/one.md": "# No code\n"})
    assert messages(checked(recorded, "docs/one.md")) == [
        "docs/_records/one.txt:1: there is no page with code of that name; remove it with "
        "`nox -s record` [trueloss.stale]"
    ]
    (recorded.docs / "_records" / "one.txt").unlink()
    assert messages(checked(recorded, "docs/one.md")) == []


def test_a_complaint_has_one_line(recorded: Site) -> None:
    edit(recorded, "examples/one.py", "print(a + b)", r"print(f'{a + b}\n\n{a}\n{b}')")
    found = messages(checked(recorded, "docs/one.md"))
    assert any("nothing is recorded, now it is 3 ⏎ 4; mend" in one for one in found)
    assert all("\n" not in one for one in found)


def test_tasks_are_held_against_the_record_beside_cells_and_without_any(site: Site) -> None:
    site.write(
        {
            **FILES,
            "docs/one.md": FILES["docs/one.md"] + TASK.format("one"),
            "docs/two.md": "# Only a task\n" + TASK.format("two"),
            "examples/one.py": ORDERLY.format("one"),
            "examples/blank_one.py": GAP.format("one"),
            "examples/blank_two.py": GAP.format("two"),
        }
    )
    accept(read_course(site.root))
    programs = {"examples/blank_one.py", "examples/blank_two.py"}  # ruff misses their gaps here
    assert checked(site, "docs").diagnostics.keys() == programs
    for name in ("one", "two"):
        edit(site, f"examples/blank_{name}.py", "print(total)", "print(-total)")
    found = checked(site, "docs").diagnostics
    assert found.keys() - programs == {"docs/one.md", "docs/two.md"}
    stale = found["docs/two.md"]  # one for each way to fill the gap
    assert all("stdout of the cell two-task" in change.message for change in stale)


def test_open_points_are_listed_and_are_no_faults(recorded: Site) -> None:
    edit(recorded, "docs/one.md", "# A page", "# A page\n\n:::{todo}\nSay more.\n:::")
    found = checked(recorded, "docs/one.md")
    assert found.diagnostics == {}
    assert "  docs/one.md:3: Say more.\n" in found.as_text()


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("examples/one.py", "a, b", "import os\na, b", "os` imported but unused"),
        ("examples/one.py", "a, b = 3", "a,b = 3", "the format differs from the house style"),
        (
            "docs/one.md",
            "The sum.",
            f"The sum of {MISSPELT} two.",
            f"{MISSPELT!r} is misspelt; write the",
        ),
    ],
)
def test_the_linters_have_their_say(
    recorded: Site, file: str, old: str, new: str, message: str
) -> None:
    edit(recorded, file, old, new)
    found = checked(recorded, "docs/one.md")
    assert any(message in one for one in map(str, found.diagnostics[file]))


def test_the_linters_are_heard_where_colours_are_asked_for(
    recorded: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    edit(recorded, "examples/one.py", "a, b", "import os\na, b")
    assert any("imported but unused" in one for one in messages(checked(recorded, "docs/one.md")))


def test_that_no_kernel_starts_is_said_once_whichever_page_is_checked(recorded: Site) -> None:
    edit(recorded, "docs/conf.py", "trueloss_imports = []", "trueloss_imports = ['tensorfolw']")
    edit(recorded, "examples/one.py", "3, 4", "3, 5")
    (said,) = checked(recorded, "docs/one.md").diagnostics["docs"]
    assert said.code == "trueloss.kernels"
    assert "could not import 'tensorfolw'" in said.message


def test_lines_are_sorted_as_numbers_and_nothing_is_said_twice(recorded: Site) -> None:
    late = "\n" * 9 + "[four](four.md), {ref}`nowhere`, {ref}`nowhere`"
    edit(recorded, "docs/one.md", "# A page", f"# A page\n\n[three](three.md){late}")
    found = checked(recorded, "docs/one.md").diagnostics["docs/one.md"]
    lines = [each.line for each in found]
    assert lines == sorted(lines)
    assert len(set(found)) == len(found)
    assert min(lines) < 10 <= max(lines)


def test_a_lesson_is_held_against_what_a_whole_one_has(recorded: Site) -> None:
    edit(recorded, "conf/conf.py", "suppress_warnings", "no_longer_suppressed")
    recorded.write(
        {
            "docs/lessons/sums/index.md": "# Sums\n\nWords.\n",
            "examples/sums/forgotten.py": ORDERLY.format("sums/forgotten"),
        }
    )
    found = messages(checked(recorded, "docs/lessons/sums"))
    assert [one.rpartition(" ")[2] for one in found] == [
        "[toc.not_included]",
        "[trueloss.practice-size]",
        "[trueloss.example-unloaded]",
    ]


def test_programs_of_pages_to_come_are_spoken_of_with_the_whole_lesson(recorded: Site) -> None:
    recorded.write(
        {
            "docs/lessons/sums/index.md": "---\norphan: true\n---\n\n# Sums\n\nWords.\n",
            "docs/lessons/sums/why.md": "---\norphan: true\n---\n\n# Why?\n\nWords.\n",
            "examples/sums/early.py": ORDERLY.format("sums/early"),
        }
    )
    assert messages(checked(recorded, "docs/lessons/sums/why.md")) == []
    (message,) = messages(checked(recorded, "docs/lessons/sums"))
    assert message.startswith("examples/sums/early.py:1: no page loads this program")


def test_the_words_that_numbers_need_are_written_in(
    recorded: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "for rate in (1, 2):\n    print('rate', rate, 'is', -rate)\n"
    cell = f"```{{code-cell}}\n:label: rates\n{code}```\n"
    text = "---\norphan: true\n---\n\n# Rates\n\n{}\nThe second is {{ran}}`-2 <rates{}>`.\n"
    recorded.write({"docs/rates.md": text.format(cell, "")})
    accept(read_course(recorded.root))
    monkeypatch.chdir(recorded.root)
    assert main(["docs/rates.md"]) == 1
    assert "write {ran}`-2 <rates: rate 2>`, or let" in capsys.readouterr().out
    assert main(["docs/rates.md", "--fill"]) == 0
    assert "docs/rates.md:13: filled in -2 <rates: rate 2>" in capsys.readouterr().out
    assert (recorded.docs / "rates.md").read_text() == text.format(cell, ": rate 2")


def test_a_path_without_a_page_is_refused(recorded: Site) -> None:
    with pytest.raises(SelectionError, match="no page at docs/nowhere"):
        checked(recorded, str(Path("docs") / "nowhere"))


def test_linters_that_do_not_run_are_no_linters_that_find_nothing(
    recorded: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho No module named ruff >&2\nexit 1\n", encoding="utf-8")
    python.chmod(0o755)
    monkeypatch.setenv("TRUELOSS_LINTERS", str(python))
    with pytest.raises(LinterError, match=r"ruff check .* did not run:\nNo module named ruff"):
        checked(recorded, "docs/one.md")


OPEN = """
It is {ran}`? <one>`, then {ran}`? <one: in>`.
"""


def test_numbers_left_open_are_points_to_settle_and_filled_in_where_asked(
    recorded: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(recorded.root)
    page = recorded.docs / "one.md"
    page.write_text(page.read_text(encoding="utf-8") + OPEN, encoding="utf-8")
    assert main(["docs/one.md"]) == 1
    line = page.read_text(encoding="utf-8").count("\n")
    said = capsys.readouterr().out
    assert said.count("is to be filled in; `nox -s check --fill` does that.") == 2
    assert f"{line}: the cell 'one' printed no number after 'in' at the start of a line" in said
    assert main(["docs/one.md", "--fill"]) == 1
    said = capsys.readouterr().out
    assert f"docs/one.md:{line}: filled in 7 <one>\n" in said
    assert "It is {ran}`7 <one>`, then {ran}`? <one: in>`." in page.read_text(encoding="utf-8")
    assert "1 to mend, 1 left to do." in said
