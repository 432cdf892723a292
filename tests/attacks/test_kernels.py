"""Every attack of the list from one kernel, with all guards and where some of them are missing.

A second kernel and a builder with sockets, files and keys of its own are what is attacked.
"""

import asyncio
import contextlib
import ctypes
import dataclasses
import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.kernels import ATTACKS, PREAMBLE, Guarded
from tests.real_kernels import KINDS, LINUX, SETTINGS, make_job, text_of
from trueloss.execution.jobs import Run
from trueloss.kernels import Kernel, Kernels
from trueloss.kernels.guards import GuardMode
from trueloss.kernels.linux import landlock_version

pytestmark = LINUX

VICTIM = """
import ctypes, os
open('file.txt', 'w').write('ours')
arm = os.uname().machine == "aarch64"
add = 217 if arm else 248
ctypes.CDLL(None).syscall(add, b"user", b"{name}", b"ours", 4, -3)
print(os.getcwd())
"""
ASK = "print(print.__name__, open('file.txt').read())"
SHARED_NUMBER = 0x7410550


class Builder:
    """What a builder has that no page may touch, and whether one did."""

    def __init__(self, folder: Path, stack: contextlib.ExitStack) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.cache.mkdir()
        (self.cache / "kept").touch()
        self.name = f"trueloss-attack-{os.getpid()}"
        self.shared = Path("/dev/shm", self.name)
        self.tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        self.udp = stack.enter_context(socket.socket(type=socket.SOCK_DGRAM))
        self.udp.bind(("127.0.0.1", 0))
        self.udp.setblocking(False)  # takes no keyword
        for address in (str(folder / "socket"), f"\0{self.name}"):
            listening = stack.enter_context(socket.socket(socket.AF_UNIX))
            listening.bind(address)
            listening.listen(16)
        libc = ctypes.CDLL(None)
        memory = libc.shmget(SHARED_NUMBER, 64, 0o1600)
        stack.callback(libc.shmctl, memory, 0, None)
        for place in range(len(ATTACKS)):
            (folder / f"{place}").write_text("ours")
            (folder / f"{place}").chmod(0o644)
            os.utime(folder / f"{place}", (10**9, 10**9))

    def facts(self, other: Kernel, work: str) -> dict[str, Any]:
        """What an attacker could know of everybody."""
        disks = [line.split()[3] for line in Path("/proc/partitions").read_text().splitlines()[2:]]
        folder = other.place.folder
        return {
            "abstract": f"\0{self.name}",
            "all": str(next(path for path in folder.parents if path.name[:9] == "trueloss-")),
            "builder": os.getpid(),
            "cache": str(self.cache),
            "disk": f"/dev/{disks[0] if disks else 'sda'}",
            "file": f"{work}/file.txt",
            "folder": str(folder),
            "name": self.name,
            "number": SHARED_NUMBER,
            "pid": other.pid,
            "shared": str(self.shared),
            "tcp": self.tcp.getsockname()[1],
            "udp": self.udp.getsockname()[1],
            "unix": str(self.folder / "socket"),
        }

    def suffered(self, place: int) -> bool:
        """Tell whether an attack changed a file, made one, or sent something; clear it up."""
        target, new = self.folder / f"{place}", self.folder / f"{place}-new"
        found = [path for path in self.folder.iterdir() if path.name.startswith("tmp")]
        found += [path for path in (new, self.shared) if os.path.lexists(path)]
        for path in found:
            path.rmdir() if path.is_dir() else path.unlink()
        sent = False
        with contextlib.suppress(BlockingIOError):
            sent = bool(self.udp.recv(64))
        if not target.exists():
            return True
        state = target.stat()
        changed = (state.st_mode & 0o777, state.st_mtime, state.st_nlink) != (0o644, 10**9, 1)
        kept = target.read_text() == "ours" and not os.listxattr(target)
        return bool(found) or sent or changed or not kept


async def attack(kernels: Kernels, builder: Builder) -> tuple[list[bool], str]:
    """Return which attacks got through, and what the other kernel says after all of them."""
    async with kernels.kernel(2048, 256) as other:
        work = await answer(other, VICTIM.format(name=builder.name))
        cells = [f"{PREAMBLE}\nother = {builder.facts(other, work)!r}"]
        for place, each in enumerate(ATTACKS):
            target = str(builder.folder / f"{place}")
            cells.append(f"# raises\ntarget, new = {target!r}, {target + '-new'!r}\n{each.code}")
        suffered: list[bool] = []

        def look(cell_index: int, **_: Any) -> None:
            """Look what the attack before this cell has done."""
            if cell_index > 1:
                suffered.append(builder.suffered(cell_index - 2))

        run = await asyncio.to_thread(run_looking, cells, kernels, look)
        assert run.failure is None, run.failure
        printed = ["through" in text_of(run, place) for place in range(1, len(cells))]
        suffered.append(builder.suffered(len(ATTACKS) - 1))
        got = [said or seen for said, seen in zip(printed, suffered, strict=True)]
        return got, await answer(other, ASK)


def run_looking(cells: list[str], kernels: Kernels, look: Any) -> Run:
    """Run cells as one page, and look after each whether something has happened."""
    from trueloss.execution.run_job import _Page

    page = _Page(make_job(*cells, files_mb=256, memory_mb=2048), lambda: False)
    page.client.on_cell_execute = look
    return asyncio.run(page.run(kernels))


async def answer(kernel: Kernel, code: str) -> str:
    """Return what a kernel prints."""
    printed: list[str] = []

    def note(message: dict[str, Any]) -> None:
        if message["msg_type"] == "stream":
            printed.append(message["content"]["text"])

    await kernel.client.execute_interactive(code, output_hook=note, timeout=30)
    return "".join(printed).strip()


@pytest.fixture(scope="module", params=["auto", "namespaces", "landlock", "audit-hook"])
def mode(request: pytest.FixtureRequest) -> GuardMode:
    mode: GuardMode = request.param
    return mode


@pytest.fixture(scope="module", params=KINDS)
def outcome(
    request: pytest.FixtureRequest, mode: GuardMode, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[dict[str, bool], str]]:
    folder = tmp_path_factory.mktemp("outside")
    with contextlib.ExitStack() as stack:
        builder = Builder(folder, stack)
        settings = dataclasses.replace(
            SETTINGS[request.param], guards=mode, hidden=(str(builder.cache),)
        )
        kernels = Kernels(settings)
        stack.callback(kernels.close)
        # Not in this thread, in which tests in a browser leave an event loop running.
        with ThreadPoolExecutor(1) as beside:
            got, said = beside.submit(asyncio.run, attack(kernels, builder)).result()
        names = [each.name for each in ATTACKS]
        yield dict(zip(names, got, strict=True)), said


def is_stopped(each: Guarded, mode: GuardMode) -> bool:
    """Tell whether an attack has to fail under some of the guards."""
    by_landlock = 0 < each.landlock <= landlock_version() or each.hook
    return {
        "auto": each.mounts,
        "namespaces": each.mounts,
        "landlock": by_landlock,
        "audit-hook": each.hook,
    }[mode]


def test_attacks_fail_where_the_table_says_so(outcome, mode):
    got, _ = outcome
    through = {name for name, was in got.items() if was}
    assert through <= {each.name for each in ATTACKS if not is_stopped(each, mode)}


def test_what_the_table_does_not_claim_is_true_as_well(outcome, mode):
    got, _ = outcome
    open_ = {each.name for each in ATTACKS if each.sure and not is_stopped(each, mode)}
    assert {name for name in open_ if not got[name]} == set()


def test_the_other_kernel_goes_on_as_before(outcome, mode):
    touched = "theirs" if mode == "audit-hook" else "ours"
    assert outcome[1] == f"print {touched}"
