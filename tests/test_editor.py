"""What VS Code is told of pages: snippets that build, and a task that finds problems."""

import json
import re
from typing import Any

import pytest

from tests.conftest import Site
from tests.published import ROOT
from trueloss.commands.check import Checked
from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.lessons.course.open_points import OpenPoint
from trueloss.pages.questions import LEVELS
from trueloss.truth.kinds import KINDS

FOLDER = ROOT / ".vscode"
SNIPPETS: dict[str, Any] = json.loads((FOLDER / "course.code-snippets").read_text("utf-8"))
(CHECK,) = (
    task
    for task in json.loads((FOLDER / "tasks.json").read_text("utf-8"))["tasks"]
    if task["label"] == "check this page"
)

_CHOICE = re.compile(r"\$\{\d+\|([^|]+)\|\}")
_DEFAULT = re.compile(r"\$\{(\d+):((?:\\.|[^}\\])*)\}")


def expanded(snippet: dict[str, Any]) -> str:
    """Return a snippet as VS Code writes it where its author changes nothing."""
    text = _CHOICE.sub(lambda found: found[1].split(",")[0], "\n".join(snippet["body"]))
    given = {place: value.replace("\\}", "}") for place, value in _DEFAULT.findall(text)}
    text = _DEFAULT.sub(lambda found: given[found[1]], text)
    return re.sub(r"\$(\d+)", lambda found: given.get(found[1], ""), text).strip("\n")


def problems(text: str) -> set[tuple[str, int, str]]:
    """Return the problems that VS Code finds in what the task prints: file, line, severity."""
    found = set()
    for matcher in CHECK["problemMatcher"]:
        patterns = matcher["pattern"]
        head, tail = patterns if isinstance(patterns, list) else (None, patterns)
        file = None
        for line in text.splitlines():
            hit = re.search(tail["regexp"], line)
            if hit and (file or not head):
                where = file or hit[tail["file"]]
                found.add((where, int(hit[tail["line"]]), matcher["severity"]))
                assert hit[tail["message"]]
            elif head:
                start = re.search(head["regexp"], line)
                file = start[head["file"]] if start else None
    return found


def test_each_problem_is_found_at_its_line() -> None:
    page = "docs/lessons/a/index.md"
    checked = Checked(
        2,
        {
            page: [
                Diagnostic("number", 12, "it did not print 7", page),
                Diagnostic("F821", 3, "a name: b [c]", page, of="ruff"),
            ],
            "examples/a/b.py": [Diagnostic("format", 1, "not formatted", "examples/a/b.py")],
        },
        [OpenPoint("lessons/a/index", 4, "Write more.")],
    )
    assert problems(checked.as_text()) == {
        (page, 12, "error"),
        (page, 3, "error"),
        ("examples/a/b.py", 1, "error"),
        (page, 4, "info"),
    }
    assert problems(Checked(1).as_text()) == set()


def test_the_guide_shows_the_same_snippets() -> None:
    guide = (ROOT / "docs/contributing/editor.md").read_text("utf-8")
    shown = re.findall(r"^````md\n(.*?)\n````$", guide, re.MULTILINE | re.DOTALL)
    assert shown == [expanded(snippet) for snippet in SNIPPETS.values()]


@pytest.mark.parametrize("known", [tuple(KINDS), LEVELS])
def test_kinds_and_levels_are_offered(known: tuple[str, ...]) -> None:
    text = "\n".join("\n".join(snippet["body"]) for snippet in SNIPPETS.values())
    offered = [set(found.split(",")) for found in _CHOICE.findall(text)]
    assert set(known) in offered


def test_what_they_write_is_sound(site: Site) -> None:
    cell, chart, question, task, card, number = (expanded(each) for each in SNIPPETS.values())
    other = cell.replace("one-step", "other").replace("one_step", "printing")
    number = number.replace("one-step: first words of the line", "other: second")
    page = [cell, chart, question, task, card.replace("one-step", "other"), other, number]
    site.write(
        {
            "docs/index.md": "# Home\n\n" + "\n\n".join(page) + "\n",
            "examples/training/one_step.py": _program("one_step", "print(0.75 * 3)"),
            "examples/training/printing.py": _program("printing", "print('second', 0.5)"),
            "examples/training/blank_one.py": _program(
                "blank_one",
                "before, gradient = 1.0, 5.0\nafter = abs(before - __1__)\nprint(after)",
            ),
        }
    )
    text = (site.docs / "index.md").read_text("utf-8")
    (site.docs / "index.md").write_text(text.replace("../../../examples", "../examples"), "utf-8")
    assert site.build().warnings == []


def _program(name: str, body: str) -> str:
    run = f"nox -s run -- examples/training/{name}.py"
    return f'"""Show it.\n\nRun it: {run}\n"""\n\n{body}\n'
