"""Run pages again with other seeds."""

import copy
import dataclasses
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from nbformat.v4 import new_code_cell

from trueloss.execution.cache import OutputCache
from trueloss.execution.jobs import Job, Run
from trueloss.execution.pool import run_jobs
from trueloss.execution.report import with_progress
from trueloss.pages.reader import Page, code_cells
from trueloss.pages.tries import job_of
from trueloss.pages.work import Work
from trueloss.records.course_pages import Course
from trueloss.seeds import moved

#: A program without any of these words gives no seed, and prints the same with every other.
GIVES_SEEDS = re.compile(r"seed|rand|rng|shuffle|initializer|dropout|noise", re.IGNORECASE)


@dataclasses.dataclass(frozen=True)
class Trial:
    """A page with its run as it is, and those with other seeds."""

    page: Page
    shown: Work
    moved: tuple[Work, ...]

    def jobs(self) -> Iterator[Job]:
        """Yield what has to run; each is called after its own name and the number of its run.

        So the runs of a page follow each other where nobody knows how long they take.
        """
        for job in self.shown.waiting:
            yield dataclasses.replace(job, page=f"{job.page} 0")
        for number, work in enumerate(self.moved, start=1):
            given = {job.page: job for job in moved_jobs(self.page, number)}
            for job in work.waiting:
                if job.page in given:
                    yield dataclasses.replace(given[job.page], page=f"{job.page} {number}")

    def add(self, run: Run) -> None:
        """Take over the run of one of the jobs."""
        name, _, number = run.page.rpartition(" ")
        run = dataclasses.replace(run, page=name)
        if number == "0":
            self.shown.add(run)
        else:
            self.moved[int(number) - 1].add(run if "#" in name else _without_first_cell(run))

    def finish(self) -> None:
        """Copy the page's own run into the others wherever a job sets no seed."""
        for work in self.moved:
            for job in work.waiting:
                work.add(self.shown.runs[job.page])


def try_seeds(
    course: Course, runs: int, shown: Mapping[str, Work] = MappingProxyType({})
) -> Iterator[Trial]:
    """Run pages as often as asked, each time with other seeds, and yield each once it is done.

    A page's own run is one of those ``shown``, or taken from the cache, if it is there.
    """
    trials = {
        name: Trial(page, shown.get(name) or Work(page), tuple(Work(page) for _ in range(runs)))
        for name, page in course.pages.items()
        if page.has_code and not page.diagnostics
    }
    last_seconds = _take_from_cache(trials, course)
    jobs = {name: list(trial.jobs()) for name, trial in trials.items()}
    seconds = {
        job.page: last_seconds[path]
        for name, waiting in jobs.items()
        for job in waiting
        if (path := trials[name].shown.path(job.page.rpartition(" ")[0])) in last_seconds
    }
    settings = dataclasses.replace(course.settings, last_seconds=seconds)
    left = {name: len(waiting) for name, waiting in jobs.items()}
    yield from (_finished(trials[name]) for name, count in left.items() if not count)
    done = run_jobs([job for waiting in jobs.values() for job in waiting], settings)
    for run in with_progress(done, sum(left.values()), settings.workers):
        name = run.page.rpartition(" ")[0].partition("#")[0]
        trials[name].add(run)
        left[name] -= 1
        if not left[name]:
            yield _finished(trials.pop(name))


def _take_from_cache(trials: dict[str, Trial], course: Course) -> dict[Path, float]:
    with closing(OutputCache(course.cache)) as cache:
        for trial in trials.values():
            trial.shown.take_from(cache)
        return cache.last_seconds()


def _finished(trial: Trial) -> Trial:
    trial.finish()
    return trial


def moved_jobs(page: Page, number: int) -> Iterator[Job]:
    """Yield the jobs of a page in the run of a number, without those that give no seeds."""
    text = moved.program(Path(moved.__file__).read_text(encoding="utf-8"), number)
    if any(GIVES_SEEDS.search(cell.source) for _, cell in code_cells(page.notebook)):
        notebook = copy.deepcopy(page.notebook)
        first = new_code_cell(text)
        first["id"] = "cell-moved"
        notebook.cells.insert(0, first)
        yield Job(page.docname, notebook, page.limits)
    kernelspec = page.notebook.metadata["kernelspec"]
    for blank in page.blanks:
        codes = [choice.code for gap in blank.gaps for choice in gap.choices]
        if any(map(GIVES_SEEDS.search, (blank.program, *codes))):
            yield job_of(page.docname, blank, page.limits, kernelspec, before=text)


def _without_first_cell(run: Run) -> Run:
    """Return the run of a page as if it had begun with its own first cell."""
    notebook = copy.deepcopy(run.notebook)
    del notebook.cells[0]
    failure = run.failure and dataclasses.replace(run.failure, cell=run.failure.cell - 1)
    return dataclasses.replace(run, notebook=notebook, failure=failure)
