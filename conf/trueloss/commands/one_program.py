"""Run one program, or one cell or task of a page, and say what a page may cite of it."""

import dataclasses
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.execution.jobs import Failure, Job, Run
from trueloss.execution.run_job import run_page
from trueloss.kernels import KernelLostError, KernelStartError, kernels_for
from trueloss.mutation.needs import cells_behind, names_of_cells
from trueloss.pages.blanks import gaps_of
from trueloss.pages.labelled_cells import labelled_cells, stream
from trueloss.pages.reader import CellPlace, Page, code_cells
from trueloss.pages.selection import docname_of
from trueloss.pages.sources import read_source
from trueloss.pages.tries import cell_of, tried
from trueloss.pages.work import Work
from trueloss.records.course_pages import CoursePages
from trueloss.text.numerals import PRINTED
from trueloss.text.terminal import without_colours


class NothingToRunError(ValueError):
    """What a person named cannot run; the message says what to name instead."""


@dataclass(frozen=True)
class Said:
    """What a person is told: on standard output, on standard error, and by the exit code.

    ``output`` is what the program alone printed, ``source`` is what it is, and a page knows it by
    its ``label``. ``page`` and ``program`` are paths from the root, empty where there is none.
    """

    printed: str
    wrong: str = ""
    code: int = 0
    output: str = ""
    source: str = ""
    label: str = ""
    page: str = ""
    program: str = ""


@dataclass(frozen=True)
class OnPage:
    """The cell or task at ``index`` among the places of a page."""

    page: Page
    index: int

    @property
    def label(self) -> str:
        """What prose cites it by; a cell without a label is usually called after its program."""
        place = self.page.places[self.index]
        return place.label or place.source_path.stem.replace("_", "-")

    @cached_property
    def _cells(self) -> list[int]:
        """The cells that it builds on, and its own."""
        cells = code_cells(self.page.notebook)
        sources = {index: cell.source for index, cell in cells if index <= self.index}
        return sorted({self.index, *cells_behind(self.index, names_of_cells(sources))})

    @property
    def program(self) -> Path | None:
        """The file that it loads, or is."""
        path = self.page.places[self.index].source_path
        return path if path.suffix == ".py" else None

    def job(self) -> Job:
        """Return what has to run for it."""
        if self.page.places[self.index].task:
            name = f"{self.page.docname}#{self.label}"
            return next(job for job in Work(self.page).jobs if job.page == name)
        cells = [self.page.notebook.cells[index] for index in self._cells]
        return Job(self.page.docname, new_notebook(cells=cells), self.page.limits)

    def shown(self, run: Run) -> Run:
        """Return the run with what the page would show of it as the last cell."""
        place = self.page.places[self.index]
        blank = self.page.blank_at(place.line) if place.task else None
        if blank is None:
            return run
        notebook = new_notebook(cells=[cell_of(blank, tried(run))])
        return dataclasses.replace(run, notebook=notebook)

    def diagnostic(self, failure: Failure, root: Path) -> Diagnostic:
        """Say where its author has to look."""
        if self.page.places[self.index].task:
            failure = dataclasses.replace(failure, cell=self.index, line=None)
        else:
            failure = dataclasses.replace(failure, cell=self._cells[failure.cell])
        return self.page.diagnostic(failure, root)


def alone(path: Path, source: str) -> OnPage:
    """Return a program that no page loads yet, as the one cell of a page."""
    notebook = new_notebook(cells=[new_code_cell(source)])
    return OnPage(Page(path.name, path, notebook, {0: CellPlace(1, path, 1, "")}), 0)


class Programs:
    """The programs of the repository at ``root``, and the kernels in which they run."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._pages = CoursePages(self._root)
        self._kernels = kernels_for(self._pages.running)
        self._kernels.start()
        self._reading = threading.Lock()

    def answer(
        self, request: Sequence[str | None], unwanted: Callable[[], bool] = lambda: False
    ) -> dict[str, object]:
        """Run a program, or a page's labelled cell or task; return :class:`Said` as a dict.

        After the path and the label may stand another source for the program.
        """
        where, label, *other = request
        path = Path(where or "")
        try:
            with self._reading:
                asked = self._on_page(path, label) if label else self._program(path)
            if other and other[0]:
                asked = alone(path, other[0])
            run = run_page(asked.job(), self._kernels, unwanted)
        except (NothingToRunError, KernelStartError, KernelLostError) as error:
            return asdict(Said("", f"{error}\n", 2))
        return asdict(self._said(asked, run))

    def _program(self, path: Path) -> OnPage:
        """Find a program by its path, on a page that loads it if any."""
        if path.suffix != ".py":
            return self._on_page(path, "")
        if not path.is_file():
            message = f"there is no program at {self._short(path)}; name one below examples/"
            raise NothingToRunError(message)
        # To read a page takes a tenth of a second, so only those are that seem to load it.
        loads = re.compile(rf"(?:load|program):.*\b{re.escape(path.name)}\s*$", re.MULTILINE)
        for name in self._pages.names():
            if not loads.search(read_source(self._pages.path(name)).text):
                continue
            page = self._pages.read(name)
            tasks = {blank.line: blank.path for blank in page.blanks}
            for index, place in page.places.items():
                if tasks.get(place.line, place.source_path).resolve() == path:
                    return OnPage(page, index)
        source = read_source(path).text.rstrip("\n")
        if gaps := ", ".join(gaps_of(source)):
            message = f"{self._short(path)} has gaps ({gaps}), and no task of a page fills them"
            raise NothingToRunError(message)
        return alone(path, source)

    def _on_page(self, path: Path, label: str) -> OnPage:
        """Find a cell or a task by its page and its label."""
        name = docname_of(path, self._pages.docs)
        if name not in self._pages.names():
            message = f"there is no page at {self._short(path)}; name a page, or a program"
            raise NothingToRunError(message)
        page = self._pages.read(name)
        labels = {place.label: index for index, place in page.places.items() if place.label}
        if label not in labels:
            near = get_close_matches(label, labels, 1)
            known = f"did you mean {near[0]}?" if near else f"name one: {', '.join(labels)}"
            what = f"no cell or task {label!r}" if label else "several cells and tasks"
            raise NothingToRunError(f"{self._short(path)} has {what}; {known}")
        return OnPage(page, labels[label])

    def _said(self, asked: OnPage, run: Run) -> Said:
        shown = asked.shown(run).notebook
        cell = shown.cells[-1]
        cell.metadata["label"] = asked.label
        outputs = cell.get("outputs", [])
        wrong = [stream(cell, "stderr")]
        path = self._short(asked.page.path)
        if run.failure is not None:
            failed = shown.cells[run.failure.cell].get("outputs", [])
            errors = [output for output in failed if output.output_type == "error"]
            wrong += ["\n".join(error.traceback) + "\n" for error in errors]
            cell.outputs = [output for output in outputs if output.output_type != "error"]
            said = asked.diagnostic(run.failure, self._root)
            wrong.append(f"{path}:{said}\n")
        printed = labelled_cells(new_notebook(cells=[cell]))[asked.label].printed
        figures = sum("image/png" in output.get("data", {}) for output in outputs)
        told = f"{printed}Ran in {run.seconds:.2f} s{', with a figure' * bool(figures)}.\n"
        if run.failure is None and (citations := list(_citations(asked.label, printed))):
            where = "the page that loads it" if path.suffix == ".py" else path
            told += f"To cite it on {where}:\n" + "".join(citations)
        return Said(
            told,
            without_colours("".join(wrong)),
            int(run.failure is not None),
            printed,
            str(cell.source),
            asked.label,
            "" if path.suffix == ".py" else path.as_posix(),
            self._short(asked.program).as_posix() if asked.program else "",
        )

    def _short(self, path: Path) -> Path:
        return path.relative_to(self._root) if path.is_relative_to(self._root) else path


def _citations(label: str, printed: str) -> Iterator[str]:
    """Yield the role for each number that was printed, with the words that lead to it."""
    roles = []
    for line in printed.splitlines():
        words = " ".join(line.split())
        for number in PRINTED.finditer(words):
            before = words[: number.start()].strip()
            telling = re.search(r"\w", before) and "`" not in before
            roles.append((number[0], f"{label}: {before}" if telling else label))
    alone = len({number for number, _ in roles}) == 1
    for value, tie in dict.fromkeys(roles[:1] if alone else roles):
        yield f"  {{ran}}`{value} <{label if alone else tie}>`\n"
