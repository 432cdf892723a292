"""Run every combination of a task, and put what came of it into the page's notebook.

A task is a notebook of one cell, which runs like any page: in a guarded kernel, cached by its
content. What it printed becomes a last cell of the page's notebook, which is not shown, so that
numbers in prose, records and reports find it as they find the output of every cell.
"""

import itertools
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output

from trueloss.execution.jobs import Job, Run
from trueloss.kernels.limits import Limits
from trueloss.pages.blanks import Blank
from trueloss.pages.labelled_cells import stream
from trueloss.text.shorten import short_message, short_output

#: What runs in the kernel. It is sent as text: no kernel may import the project.
_PROGRAM = Path(__file__).parents[1] / "kernels" / "run_choices.py"
#: Seconds that a task may take besides those of its programs.
_OVERHEAD_SECONDS = 60.0
_OUTPUT_KB = 16384


@dataclass(frozen=True)
class Outcome:
    """What one program did, shortened to what matters.

    ``printed`` are its last lines, ``warned`` and ``error`` what it was warned of and ended with,
    ``line`` is where in the program that error came up, and ``check`` says why the check could not
    be asked. A program that ``hung`` was stopped.
    """

    printed: str = ""
    warned: str = ""
    error: str = ""
    line: int | None = None
    check: str = ""
    passed: bool = False
    hung: bool = False

    @property
    def verdict(self) -> str:
        """Say in a line how it ended."""
        if self.hung:
            return "does not end"
        if self.error:
            return self.error if self.line is None else f"line {self.line}: {self.error}"
        return f"the check raises {self.check}" if self.check else ""

    def texts(self) -> list[str]:
        """Return everything a reader sees of it, line by line."""
        return [*self.printed.splitlines(), *self.warned.splitlines(), *self.verdict.splitlines()]


@dataclass(frozen=True)
class Tried:
    """What came of a task: its different outcomes, and which one each combination came to.

    ``ran`` has an entry for each combination, the last gap changing fastest: a place in
    ``outcomes``, or -1 where it was not run because one of its options hangs.
    """

    outcomes: tuple[Outcome, ...]
    ran: tuple[int, ...]

    def of(self, blank: Blank) -> dict[tuple[int, ...], Outcome]:
        """Return the outcome of every combination that was run."""
        places = itertools.product(*(range(len(gap.choices)) for gap in blank.gaps))
        return {
            combination: self.outcomes[place]
            for combination, place in zip(places, self.ran, strict=True)
            if place >= 0
        }


def job_of(
    page: str, blank: Blank, limits: Limits, kernelspec: Mapping[str, Any], before: str = ""
) -> Job:
    """Return the job that runs every combination of a page's task, after the code ``before``."""
    text = before + _PROGRAM.read_text(encoding="utf-8")
    task = {
        "template": blank.program,
        "gaps": blank.choices,
        "check": blank.check,
        "right": blank.right,
        "seconds": limits.blank_seconds,
    }
    # In its own namespace: in a cell's, ``open`` and others are not Python's.
    source = (
        f"import json\ntext = {text!r}\nnames = {{'__name__': 'choices'}}\nexec(text, names)\n"
        f"task = json.loads({json.dumps(task)!r})\n"
        "print(json.dumps(names['run_all'](**task, text=text)))"
    )
    notebook = new_notebook(cells=[new_code_cell(source)], metadata={"kernelspec": kernelspec})
    notebook.cells[0]["id"] = "cell-0"
    seconds = limits.blank_seconds * blank.combinations + _OVERHEAD_SECONDS
    return Job(f"{page}#{blank.name}", notebook, Limits(seconds, limits.memory_mb, _OUTPUT_KB))


def tried(run: Run) -> Tried | None:
    """Return what came of a task from the run of its job; ``None`` where that failed."""
    text = stream(run.notebook.cells[0], "stdout") if run.failure is None else ""
    if not text:
        return None
    found = json.loads(text)
    outcomes = [_outcome(result) for result in found["results"]]
    # Two results may be equal once shortened.
    different = {outcome: place for place, outcome in enumerate(dict.fromkeys(outcomes))}
    ran = (different[outcomes[place]] if place >= 0 else -1 for place in found["ran"])
    return Tried(tuple(different), tuple(ran))


def _outcome(result: Mapping[str, Any]) -> Outcome:
    error = result.get("error", "")
    message = short_message(result.get("message", ""))
    return Outcome(
        printed=short_output(result["printed"], result["lines"]),
        warned="\n".join(short_message(text) for text in result.get("warned", [])),
        error=f"{error}: {message}" if message else error,
        line=result.get("line"),
        check=short_message(result.get("check", "")),
        passed=result.get("passed", False),
        hung=result.get("hung", False),
    )


def cell_of(blank: Blank, done: Tried | None) -> NotebookNode:
    """Return the cell that stands for a task in its page's notebook; no page shows it."""
    metadata = {"label": blank.name, "tags": ["remove-cell"], "blank": True}
    cell: NotebookNode = new_code_cell(blank.program, metadata=metadata)
    if done is not None:
        cell.execution_count = 1
        cell.outputs = [new_output("stream", name="stdout", text=listing(blank, done))]
    return cell


def listing(blank: Blank, done: Tried) -> str:
    """Return every outcome below the combinations that came to it, for the page's record."""
    found = defaultdict[Outcome, list[tuple[int, ...]]](list)
    for combination, outcome in done.of(blank).items():
        found[outcome].append(combination)
    lines: list[str] = []
    for outcome, combinations in found.items():
        lines += [" | ".join(blank.codes(combination)) for combination in combinations]
        lines.append(f"  {'passes' if outcome.passed else 'does not pass'}")
        lines += [f"  > {text}" for text in outcome.texts()]
    return "\n".join(lines) + "\n"
