"""Run one page: its cells in order, in a kernel of its own, up to the first that fails."""

import asyncio
import contextlib
import copy
import itertools
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any

from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode, ValidationError
from nbformat.v4.rwbase import rejoin_lines

from trueloss.execution import failures
from trueloss.execution.counting_client import CountingClient, settle_streams
from trueloss.execution.jobs import Failure, Job, Run
from trueloss.kernels import Kernel, KernelLostError, Kernels
from trueloss.kernels.cell_values import gives_data, switch
from trueloss.kernels.folders import size_mb
from trueloss.kernels.limits import PROCESSES
from trueloss.kernels.memory_use import memory_of

#: Seconds between two looks at a kernel's memory.
_LOOK_SECONDS = 0.1
#: How many of them go by until a look at its files, where only the builder counts those.
_LOOKS_PER_COUNT = 10


def run_page(job: Job, kernels: Kernels, unwanted: Callable[[], bool] = lambda: False) -> Run:
    """Run a page's code cells and return it with their outputs.

    Everything an author can do wrong comes back as the run's ``failure``. Raises
    KernelStartError where no kernel can be had, KernelLostError where the one in use was lost
    through no fault of the page, or ended because the page had become ``unwanted``.
    """
    return asyncio.run(_Page(job, unwanted).run(kernels))


class _Page:
    """One page while it runs."""

    def __init__(self, job: Job, unwanted: Callable[[], bool]) -> None:
        self.job = job
        self.unwanted = unwanted
        self.limits = job.limits
        self.notebook = copy.deepcopy(job.notebook)
        self.peak_mb = 0.0
        self.client = CountingClient(
            self.notebook, timeout=None, record_timing=False, store_widget_state=False
        )
        self.client.on_output = self._count
        self.client.on_cell_executed = self._note_exit
        self.exited = False

    async def run(self, kernels: Kernels) -> Run:
        # The first page of a build waits here for the warm parent, which is no time of its own.
        fresh = kernels.kernel(self.limits.memory_mb, self.limits.files_mb)
        start = time.perf_counter()
        failure = None
        async with fresh as kernel:
            kernels.check_guards(kernel)
            async with self._watch(kernel):
                failure = await self._run_cells(kernel)
        # Not before: a later cell may update a display, which nbclient finds by its place.
        for cell in self.notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = settle_streams(cell.outputs)
        # As they are read from the cache: a text may come as a list of its lines.
        rejoin_lines(self.notebook)
        seconds = time.perf_counter() - start
        return Run(self.job.page, self.notebook, seconds, self.peak_mb, failure)

    async def _run_cells(self, kernel: Kernel) -> Failure | None:
        self.notebook.metadata["language_info"] = kernel.language
        self.client.kc = kernel.client
        number, giving = 0, False
        for index, cell in enumerate(self.notebook.cells):
            if cell.cell_type != "code":
                continue
            cell.outputs, cell.execution_count = [], None
            if cell.source.strip():
                number += 1
                if gives_data(cell.metadata) != giving:
                    giving = not giving
                    # Sockets keep their order, so nobody has to wait for an answer.
                    kernel.client.execute(switch(on=giving), silent=True)
                failure = await self._run_cell(kernel, cell, index, number)
                if failure is not None:
                    return failure
        return None

    async def _run_cell(
        self, kernel: Kernel, cell: NotebookNode, index: int, number: int
    ) -> Failure | None:
        running = asyncio.create_task(self.client.async_execute_cell(cell, index, number))
        ended = asyncio.create_task(kernel.ended())
        events: set[asyncio.Future[Any]] = {running, ended, self.stopped}
        done, _ = await asyncio.wait(
            events,
            timeout=self.limits.cell_seconds,
            return_when=asyncio.FIRST_COMPLETED,
        )
        try:
            if running in done:
                try:
                    await running
                except CellExecutionError as error:
                    return failures.raised(error, index, number, self.limits)
                except DeadKernelError:
                    return failures.died(index, None, await ended)
                except ValidationError as error:
                    return failures.showed_no_output(error, index)
                return failures.died(index, None, 0) if self.exited else None
            line = await kernel.line_of(f"cell_{number}.py", cell.source)
            if ended in done:
                return failures.died(index, line, await ended)
            if self.stopped in done:
                return self.stopped.result()(cell=index, line=line, limits=self.limits)
            return failures.timed_out(index, line, self.limits)
        finally:
            for task in (running, ended):
                task.cancel()
            # nbclient turns a cancelled cell into a dead kernel.
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await running

    def _note_exit(self, execute_reply: dict[str, Any], **_: Any) -> None:
        """Note a call of ``exit``: the kernel ends a moment after the cell, or after the next."""
        payload = execute_reply["content"].get("payload", [])
        self.exited |= any(part["source"] == "ask_exit" for part in payload)

    def _count(self, size: int) -> None:
        if size > self.limits.output_kb * 1024:
            self._stop(failures.printed_too_much)

    def _stop(self, failure: Callable[..., Failure]) -> None:
        if not self.stopped.done():
            self.stopped.set_result(failure)

    @contextlib.asynccontextmanager
    async def _watch(self, kernel: Kernel) -> AsyncIterator[None]:
        """Look at the kernel's memory now and then, and once more at the end.

        And whether somebody still waits for the page.
        """
        #: Done when the page must stop: with what tells its author why.
        self.stopped: asyncio.Future[Callable[..., Failure]]
        self.stopped = asyncio.get_running_loop().create_future()
        watcher = asyncio.create_task(self._look_again_and_again(kernel))
        try:
            yield
        finally:
            watcher.cancel()
            self._look(kernel)

    async def _look_again_and_again(self, kernel: Kernel) -> None:
        for look in itertools.count(1):
            self._look(kernel)
            if look % _LOOKS_PER_COUNT == 0 and not kernel.guards.complete:
                used = size_mb(kernel.place.own)
                if used > self.limits.files_mb:
                    self._stop(partial(failures.outgrew_files, used_mb=used))
            if self.unwanted() and not self.stopped.done():
                self.stopped.set_exception(KernelLostError("nobody waits for the page any more"))
            await asyncio.sleep(_LOOK_SECONDS)

    def _look(self, kernel: Kernel) -> None:
        memory = memory_of(kernel.pid, self.limits.memory_mb)
        if memory is None:
            return
        self.peak_mb = max(self.peak_mb, memory.peak)
        if memory.processes > PROCESSES:
            self._stop(failures.started_too_much)
        elif memory.used > self.limits.memory_mb:
            self._stop(partial(failures.outgrew_memory, used_mb=memory.used))
