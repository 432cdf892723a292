"""A question, a task or cards from a program: ``new question examples/training/one_step.py``."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trueloss.commands import PARTS, drafts, run
from trueloss.commands.drafts import DraftError
from trueloss.lessons.course.modes import lesson_of, mode_of
from trueloss.mutation.neighbours import Neighbour, neighbours, program_of
from trueloss.pages.selection import docname_of
from trueloss.pages.sources import read_source
from trueloss.repository import find_root
from trueloss.settings import read_settings
from trueloss.text.files import write_whole

#: How many neighbours are run, and how many wrong options they make at most.
_TRIED, _WRONG = 8, 3


@dataclass(frozen=True)
class Place:
    """The page that a part is for, at a line, from 1, or at its end."""

    root: Path
    page: Path
    line: int | None = None

    def name(self, label: str) -> str:
        """Return a name for a question or a task: lesson, mode and label."""
        docname = docname_of(self.page, self.root / "docs")
        lesson = lesson_of(docname, read_settings(self.root).modes)
        folder, _, page = docname.rpartition("/")
        mode = "practice" if page == "index" else page
        return "-".join([*([folder.rpartition("/")[2], mode] if lesson else [page]), label])

    def level(self) -> str:
        """Return the level of a question, and its time where the page asks for one."""
        mode = mode_of(docname_of(self.page, self.root / "docs"), read_settings(self.root).modes)
        challenge = mode is not None and mode.rule == "challenge"
        return ":level: intermediate\n:time: 2:00" if challenge else ":level: easy"

    def load(self, program: Path) -> str:
        """Return the path of a program as the page names it."""
        return Path(os.path.relpath(program, self.page.parent)).as_posix()

    def write(self, text: str) -> None:
        """Write a part into the page, between empty lines."""
        source = self.page.read_bytes().decode()
        lines = source.split("\n")
        at = len(lines) if self.line is None else min(self.line - 1, len(lines))
        above, below = "\n".join(lines[:at]).rstrip("\n"), "\n".join(lines[at:]).lstrip("\n")
        parts = [part for part in (above, text.strip("\n"), below) if part.strip()]
        self.page.write_bytes(("\n\n".join(parts).rstrip("\n") + "\n").encode())


def main(arguments: Sequence[str]) -> int:
    """Draft what the command line asks for; print it, or write it into a page."""
    parser = argparse.ArgumentParser(prog="trueloss new", description=__doc__)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("program", type=Path, help="a program below examples/, or a page")
    parser.add_argument("label", nargs="?", help="of a page, the label of a cell")
    parser.add_argument("--into", metavar="PAGE[:LINE]", help="write it there, above the line")
    given = parser.parse_args(arguments)
    root, program = find_root(), given.program.resolve()
    place = _place(root, given.into) if given.into else None
    if given.part == "blank":
        text = _blank(root, program, place or Place(root, _page_for(root, program)))
    else:
        said = run.answer(root, [str(program), given.label])
        if said["code"]:
            print(said["wrong"] or said["printed"], end="", file=sys.stderr)
            return int(said["code"])
        own = root / said["page"] if said["page"] else _page_for(root, program)
        text = _from_run(given.part, said, place or Place(root, own))
    if given.into and place:
        place.write(text)
        print(f"wrote it into {given.into}")
    else:
        print(text, end="")
    return 0


def _place(root: Path, into: str) -> Place:
    name, _, line = into.partition(":")
    page = Path(name).resolve()
    if not page.is_file() or page.suffix != ".md" or not re.fullmatch(r"\d*", line):
        raise DraftError(f"there is no page at {into}; name one, as in docs/index.md or ….md:12")
    return Place(root, page, int(line) if line else None)


def _page_for(root: Path, program: Path) -> Path:
    """Return the page that a program is most likely for: Learn of the lesson with its folder."""
    return root / "docs" / "lessons" / program.parent.name / "index.md"


def _blank(root: Path, program: Path, place: Place) -> str:
    """Write the program with gaps beside the marked one, and return the task."""
    if program.suffix != ".py" or not program.is_file():
        raise DraftError(f"there is no program at {program}; a task is made from one in examples/")
    stem = program.stem.removeprefix("blank_")
    path = program.with_name(f"blank_{stem}.py")
    name = place.name(stem.replace("_", "-"))
    source, task = drafts.blank(read_source(program).text, name, ":level: easy", place.load(path))
    _write(root, path, source.replace(program.name, path.name))
    return task


def _from_run(part: str, said: Any, place: Place) -> str:
    label, output = said["label"], said["output"]
    program = place.root / said["program"]
    on_page = bool(said["page"]) and place.root / said["page"] == place.page
    own = "" if on_page else drafts.cell(label, place.load(program)) + "\n"
    if part == "cards":
        return own + drafts.cards(output, label)
    name, level = place.name(label), place.level()
    (right,) = drafts.lines_of(output)[-1:] or [""]
    if not right:
        raise DraftError("the program prints nothing; let it print what a reader is to find out")
    if choices := drafts.candidates(output, label):
        asks = f"Which of these is it?\n:kind: model-choice\n:evidence: {label}"
        return own + drafts.question(name, level, asks, choices, right)
    asks = f"What does this program print last?\n:kind: predict-output\n:cell: {label}"
    found = _different(said, right) if said["program"] else []
    beside = f"{label}-neighbours"
    others = [(printed, drafts.neighbour(each.words, printed, beside)) for each, printed in found]
    choices = drafts.predicted(output, others)
    text = own + drafts.question(name, level, asks, choices, right)
    if found:
        path = program.with_name(f"{program.stem}_neighbours.py")
        short = path.relative_to(place.root).as_posix()
        _write(
            place.root,
            path,
            program_of(said["source"], [each for each, _ in found], short, said["program"]),
        )
        text += "\n" + drafts.cell(beside, place.load(path), ":tags: [hide-cell]")
    return text


def _different(said: Any, right: str) -> list[tuple[Neighbour, str]]:
    """Run neighbours of a program; return some that print other last lines, with these."""
    found: dict[str, Neighbour] = {}
    root = find_root()
    for each in neighbours(said["source"])[:_TRIED]:
        ran = run.answer(root, [str(root / said["program"]), None, each.applied(said["source"])])
        last = drafts.lines_of(ran["output"])[-1:]
        if not ran["code"] and last and last[0] != right:
            found.setdefault(last[0], each)
        if len(found) == _WRONG:
            break
    return [(each, printed) for printed, each in found.items()]


def _write(root: Path, path: Path, source: str) -> None:
    """Write a program that is not there yet."""
    if path.exists():
        raise DraftError(f"{path.relative_to(root)} exists already; move it out of the way first")
    write_whole(path, source)
    print(f"wrote {path.relative_to(root)}", file=sys.stderr)
