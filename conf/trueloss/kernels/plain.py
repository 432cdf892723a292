"""Plain kernels: one ordinary ipykernel process per page. Slow to start, safe everywhere."""

import asyncio
import functools
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

from trueloss.kernels.environment import KERNEL_ENVIRONMENT
from trueloss.kernels.folders import Place
from trueloss.kernels.guards import Guarded
from trueloss.kernels.kernel import KernelStartError, Process, tail_of

_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")


def clean_environment(changed: Mapping[str, str]) -> dict[str, str]:
    """Return what a kernel sees of the builder's variables: no token, no password, no path.

    ``changed`` are those that differ from the usual ones.
    """
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed | KERNEL_ENVIRONMENT | dict(changed)


def bootstrap_command(program: str, arguments: Mapping[str, object]) -> list[str]:
    """Return the command line that runs one of the programs of this folder."""
    bootstrap = Path(__file__).with_name("bootstrap.py")
    return [sys.executable, "-s", str(bootstrap), program, json.dumps(arguments)]


def start(
    place: Place, connection: int, guarded: Guarded, environment: Mapping[str, str]
) -> "PlainProcess":
    """Start a kernel in the folder ``place``; its ports and key come over ``connection``."""
    _copy_font_list(place)
    arguments = {"folder": str(place.folder), "parent": os.getpid(), **guarded}
    with place.log.open("wb") as output:
        process = subprocess.Popen(
            bootstrap_command("alone", arguments),
            cwd=place.work,
            env=clean_environment(environment) | place.environment(),
            stdin=connection,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    return PlainProcess(process, place)


class PlainProcess(Process):
    """A child of the builder."""

    def __init__(self, process: "subprocess.Popen[bytes]", place: Place) -> None:
        self._process = process
        self._place = place

    async def ready(self) -> None:
        """Return when the kernel's sockets are bound."""
        while self._process.poll() is None:
            # Written and closed at once, but not in one step.
            if self._place.facts.exists() and self._place.facts.read_text().endswith("}"):
                return
            await asyncio.sleep(0.05)
        why = tail_of(self._place.log) or "it printed nothing"
        raise KernelStartError(f"a kernel died while it started: {why}")

    async def ended(self) -> int:
        """Return the exit code when the process is gone."""
        while self._process.poll() is None:
            await asyncio.sleep(0.05)
        code = self._process.returncode
        # A supervisor passes a signal on the way a shell does.
        return code if code <= 128 else 128 - code

    def kill(self) -> None:
        """End the process and all it started."""
        # SIGTERM reaches the supervisor, which kills the kernel and clears up.
        self._process.terminate()


_FONT_LOCK = threading.Lock()


def _copy_font_list(place: Place) -> None:
    """Give the kernel matplotlib's list of fonts, which takes seconds to make."""
    with _FONT_LOCK:
        fonts = _font_list()
    for name, content in fonts.items():
        (Path(place.environment()["MPLCONFIGDIR"]) / name).write_bytes(content)


@functools.cache
def _font_list() -> dict[str, bytes]:
    """Make the list in a process of our own, never in a lesson's; empty without matplotlib."""
    with tempfile.TemporaryDirectory(prefix="trueloss-fonts-") as folder:
        environment = clean_environment({}) | {"MPLCONFIGDIR": folder, "HOME": folder}
        command = [sys.executable, "-s", "-c", "import matplotlib.font_manager"]
        subprocess.run(command, env=environment, capture_output=True, check=False)
        return {path.name: path.read_bytes() for path in Path(folder).glob("fontlist-*.json")}
