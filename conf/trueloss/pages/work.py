"""All that has to run for one page: its own cells, and each of its tasks."""

import copy
import dataclasses
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from trueloss.execution.cache import OutputCache
from trueloss.execution.jobs import Failure, Job, Run
from trueloss.pages.reader import Page, code_cells
from trueloss.pages.tries import Tried, cell_of, job_of, tried


class Work:
    """The jobs of a page, and their runs as they come in."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.runs: dict[str, Run] = {}
        kernelspec = page.notebook.metadata["kernelspec"]
        self._tasks = [
            job_of(page.docname, blank, page.limits, kernelspec) for blank in page.blanks
        ]
        #: Where the tasks stand in the notebook of the whole page.
        self._first = len(page.notebook.cells)
        self._own = Job(page.docname, page.notebook, page.limits)

    @property
    def jobs(self) -> list[Job]:
        """What has to run."""
        own = [self._own] if any(code_cells(self.page.notebook)) else []
        return [*own, *self._tasks]

    def path(self, job: str) -> Path:
        """Return the path under which a job's run is cached: page and task name."""
        _, hash_, task = job.partition("#")
        return self.page.path.with_name(f"{self.page.path.name}{hash_}{task}")

    @property
    def waiting(self) -> list[Job]:
        """What has to run and has not."""
        return [job for job in self.jobs if job.page not in self.runs]

    def add(self, run: Run) -> None:
        """Take over the run of one of the jobs."""
        self.runs[run.page] = run

    def take_from(self, cache: OutputCache) -> None:
        """Take over those runs that the cache has."""
        for job in self.jobs:
            run = cache.find(job)
            if run is not None:
                self.add(run)

    def may_keep(self, run: Run) -> bool:
        """Tell whether a run may go into the cache.

        One that failed may not, nor one with a program that hung, which may end another time.
        """
        done = None if run.page == self._own.page else tried(run)
        return run.failure is None and not (done and any(each.hung for each in done.outcomes))

    def tried(self) -> dict[str, Tried]:
        """Return what came of each task that ran to its end, by its name."""
        found = {
            blank.name: tried(self.runs[job.page])
            for blank, job in zip(self.page.blanks, self._tasks, strict=True)
        }
        return {name: done for name, done in found.items() if done is not None}

    def together(self) -> Run:
        """Return one run of the whole page, each task a cell after its own cells."""
        own = self.runs.get(self._own.page)
        notebook = copy.deepcopy(own.notebook if own else self.page.notebook)
        done = self.tried()
        for blank in self.page.blanks:
            cell = cell_of(blank, done.get(blank.name))
            cell["id"] = f"cell-{len(notebook.cells)}"
            notebook.cells.append(cell)
            if "source_map" in notebook.metadata:
                notebook.metadata["source_map"].append(blank.line)
        return Run(
            self.page.docname,
            notebook,
            sum(run.seconds for run in self.runs.values()),
            max(run.peak_mb for run in self.runs.values()),
            next(self.failures(), None),
        )

    def failures(self) -> Iterator[Failure]:
        """Yield the failures of the page and of its tasks, each task's at its cell in the whole."""
        own = self.runs.get(self._own.page)
        if own and own.failure:
            yield own.failure
        for place, job in enumerate(self._tasks, start=self._first):
            failure = self.runs[job.page].failure
            if failure is not None:
                yield dataclasses.replace(failure, cell=place, line=None)


def work_in_cache(pages: Iterable[Page], folder: Path) -> list[Work]:
    """Return the pages whose every run is in the cache of a folder, with these runs."""
    found = [Work(page) for page in pages]
    with closing(OutputCache(folder)) as cache:
        for work in found:
            work.take_from(cache)
    return [work for work in found if not work.waiting]
