"""What every kernel does inside its own process, forked or not, before its first cell.

Forked and plain kernels share all of it, so a page prints the same in both.
"""

import contextlib
import faulthandler
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Unpack

from trueloss.kernels import cell_values, guards, streams
from trueloss.kernels.folders import Place
from trueloss.kernels.guards import Guarded


def serve(
    folder: str,
    connection: int,
    announce: Callable[[], None],
    **guarded: Unpack[Guarded],
) -> None:
    """Become the kernel of ``folder``; call ``announce`` when it takes requests.

    The ports and the key of the kernel come over the descriptor ``connection``: what lies in a
    file, or went through the parent, others could read.
    """
    place = Place(Path(folder))
    pid = _pid_outside()
    with open(connection, encoding="utf-8") as sent:
        ports = json.load(sent)
    _settle(place)
    trace = place.trace.open("w", encoding="utf-8")
    facts = place.facts.open("w", encoding="utf-8")
    applied = guards.enter(place, **guarded)
    # Mounts may have taken the place of the folder that this one was.
    os.chdir(place.work)
    app = _application(ports)
    # After ipykernel replaced both functions by its own. The builder asks with SIGUSR1 where a
    # cell is before it stops it; the answer comes from native code, so even a hung op gives one.
    faulthandler.enable(trace)
    if hasattr(faulthandler, "register"):
        faulthandler.register(signal.SIGUSR1, trace)
    with facts:
        json.dump({"pid": pid, "guards": asdict(applied)}, facts)
    announce()
    app.start()


def _pid_outside() -> int:
    """Return the id the builder knows this process by: ``/proc`` is not yet a namespace's."""
    with contextlib.suppress(OSError, ValueError):
        return int(Path("/proc/self").readlink().name)
    return os.getpid()


def _settle(place: Place) -> None:
    """Take over the folder, and drop what came along from another process."""
    # Otherwise a signal to its own group of processes would reach those of others; without a
    # supervisor a kernel leads a group from its start.
    with contextlib.suppress(PermissionError):
        os.setsid()
    log = os.open(place.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(log)
    os.environ.update(place.environment())
    os.chdir(place.work)
    tempfile.tempdir = None
    _reseed()
    # A lesson may import installed packages only, never the build's own.
    conf = str(Path(__file__).parents[2])
    sys.argv[:] = [""]
    sys.path[:] = [entry for entry in sys.path if entry not in ("", conf)]
    for name in [name for name in sys.modules if name.split(".")[0] == "trueloss"]:
        del sys.modules[name]


def _reseed() -> None:
    """Undo the seed of a parent; Python's own ``random`` does so by itself."""
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()
    config = sys.modules.get("keras.src.backend.config")
    if config is not None and hasattr(config, "_KERAS_DIR"):
        setattr(config, "_KERAS_DIR", os.environ["KERAS_HOME"])  # noqa: B010 # mypy knows no _KERAS_DIR


def _application(ports: Any) -> Any:
    """Return an IPython kernel that is bound to its sockets but not started."""
    from ipykernel import iostream
    from ipykernel.compiler import XCachingCompiler
    from ipykernel.kernelapp import IPKernelApp

    # ipykernel takes the class by a name to import, and ours are no longer there to be imported.
    iostream.OutStream = streams.OrderedStream  # type: ignore[misc] # a class is no variable
    # ipykernel names a cell after a temporary folder and its process, which warnings print.
    XCachingCompiler.get_code_name = cell_file  # type: ignore[method-assign] # no option for it

    class Application(IPKernelApp):
        """One that is told its ports, and writes them down nowhere."""

        def init_connection_file(self) -> None:
            self.load_connection_info(ports)

        def write_connection_file(self, **_: Any) -> None:
            pass

        def log_connection_info(self) -> None:
            pass

    app: Any = Application.instance(config=_settings())
    app.initialize(["--HistoryManager.enabled=False"])
    # TensorFlow notes the id of every builtin, for good; ipykernel would free this one with each
    # cell, and AutoGraph would take for it whatever comes to lie in its place.
    app.kernel.raw_input = app.kernel.raw_input
    app.session.pack = streams.pack
    _hook_into_shell()
    cell_values.install(app.shell)
    return app


def _settings() -> Any:
    """Return the configuration of the kernel: figures are drawn as SVG, without a date."""
    from traitlets.config import Config

    figures = {"bbox_inches": "tight", "metadata": {"Date": None}}
    return Config(InlineBackend={"figure_formats": {"svg"}, "print_figure_kwargs": figures})


def _hook_into_shell() -> None:
    """Let matplotlib do what it does on import, if a parent without a shell imported it."""
    if "matplotlib.pyplot" in sys.modules:
        # The parent read its settings before this kernel had a folder.
        sys.modules["matplotlib"].rcParams["svg.hashsalt"] = "trueloss"
        sys.modules["matplotlib.pyplot"].install_repl_displayhook()
    if "matplotlib_inline.backend_inline" in sys.modules:
        # Without it every figure would be lost.
        sys.modules["matplotlib_inline.backend_inline"]._enable_matplotlib_integration()


def cell_file(_compiler: Any, _raw: str, _code: str, number: int) -> str:
    """Return the file name of the code cell that runs as the ``number``-th."""
    return f"cell_{number}.py"
