"""The warm parent: imports what lessons use, runs no op, then forks a kernel per request.

It talks over an inherited socket, which no cell can reach. A request is one message: the JSON
arguments of the kernel and two descriptors: the line of that one kernel, and what its key comes
over, which the parent never reads. The kernel writes ``ready`` to its line, the parent its exit
status. When the other end of the line is closed, the kernel is killed.

The parent has one thread and keeps it so: a fork copies no other thread, and what the others
held locked would stay so. For the same reason it never runs a TensorFlow op.

It is our own because Python's ``forkserver`` passes over an import that fails, and lets a child
outlive the process that asked for it.
"""

import builtins
import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
from functools import partial
from pathlib import Path
from typing import Any

from trueloss.kernels import linux
from trueloss.kernels.guards import GuardMode
from trueloss.kernels.supervise import supervise

#: What a kernel imports by itself: while it starts, for a figure, a traceback, a ``!command``.
#: Modules missing here cost each kernel their import; modules that do not exist cost nothing.
KERNEL_IMPORTS = (
    "argcomplete",
    "faulthandler",
    "ipykernel.debugger",
    "ipykernel.kernelapp",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.core.pylabtools",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    # Not the inline backend: it hooks into the shell when it is imported, and here is none.
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "matplotlib_inline.config",
    "pexpect",
    "pygments.formatters.terminal256",
    "resource",
    "stack_data",
    "tornado.platform.asyncio",
    "tornado.queues",
    "traitlets.config.argcomplete_config",
)


#: What :func:`trueloss.kernels.child.serve` is called with.
KernelArguments = dict[str, Any]


def main(
    descriptor: int,
    folder: str,
    imports: list[str],
    imports_along: list[str],
    parent: int,
    mode: GuardMode,
) -> KernelArguments | None:
    """Serve forks until the builder closes its end or dies; return in each fork.

    The kernel then goes on from where a plain one does, with as deep a stack.
    """
    isolated = supervise(Path(folder), descriptor, parent, mode)
    line = socket.socket(fileno=descriptor)
    # TensorFlow asks, while it is imported, whether these names exist: only then do tf.print and
    # its logger reach the cell's standard output. It also notes the id of every builtin, for good:
    # a function of ours would be freed, and AutoGraph would leave the one that takes its place
    # unconverted.
    builtins.__dict__["get_ipython"] = type(None)
    sys.ps1 = "In : "
    for name in (*imports, *imports_along, *KERNEL_IMPORTS):
        if name in imports_along and name.partition(".")[0] not in sys.modules:
            continue
        try:
            importlib.import_module(name)
        except BaseException as error:
            if name in imports or not isinstance(error, ImportError):
                line.send(json.dumps({"module": name, "error": repr(error)}).encode())
                return None
    del builtins.__dict__["get_ipython"], sys.ps1
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads > 1:
        line.send(json.dumps({"error": f"the imports started {threads - 1} threads"}).encode())
        return None
    # Objects that the collector no longer walks stay on pages shared with every kernel.
    gc.collect()
    gc.freeze()
    line.send(b'{"ready": true}')
    return WarmParent(line, isolated=isolated).serve()


def _announce(line: socket.socket) -> None:
    """Tell the builder that a kernel takes requests, once."""
    with line:
        line.send(b'{"ready": true}')


class WarmParent:
    """The loop of the parent, and the kernels it has running."""

    def __init__(self, line: socket.socket, *, isolated: bool) -> None:
        self.line = line
        self.kernels: dict[int, socket.socket] = {}
        self.own_processes = os.open("/proc/self/ns/pid", os.O_RDONLY) if isolated else None
        self.woken, self.waker = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self.waker, warn_on_full_buffer=False)
        self.selector = selectors.DefaultSelector()
        self.selector.register(line, selectors.EVENT_READ)
        self.selector.register(self.woken, selectors.EVENT_READ)

    def serve(self) -> KernelArguments | None:
        """Answer requests, report exits, kill what nobody waits for.

        Returns in each kernel with its arguments, and in the parent when the builder is gone.
        """
        while True:
            for key, _ in self.selector.select():
                if key.fileobj is self.line:
                    message, descriptors, _, _ = socket.recv_fds(self.line, 65536, 2)
                    if not message:
                        return None
                    line, connection = socket.socket(fileno=descriptors[0]), descriptors[1]
                    if self._is_kernel(line):
                        arguments: KernelArguments = json.loads(message)
                        return arguments | {
                            "announce": partial(_announce, line),
                            "connection": connection,
                        }
                    os.close(connection)
                elif key.fileobj == self.woken:
                    self._report_exits()
                elif key.data in self.kernels:
                    self.selector.unregister(key.fileobj)
                    os.kill(key.data, signal.SIGKILL)

    def _is_kernel(self, line: socket.socket) -> bool:
        """Fork, and say in which of the two processes this returns."""
        pid = self._fork()
        if pid == 0:
            linux.die_with_parent(signal.SIGKILL)
            self._leave()
            return True
        self.kernels[pid] = line
        self.selector.register(line, selectors.EVENT_READ, data=pid)
        return False

    def _fork(self) -> int:
        """Fork; the child is the first process of a namespace, and takes all others with it."""
        if self.own_processes is None:
            return os.fork()
        linux.unshare(linux.CLONE_NEWPID)
        pid = os.fork()
        if pid:
            # Otherwise the next child would join the namespace of this one.
            linux.enter_namespace(self.own_processes, linux.CLONE_NEWPID)
        return pid

    def _report_exits(self) -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(self.woken, 4096)
        with contextlib.suppress(ChildProcessError):
            while (exited := os.waitpid(-1, os.WNOHANG))[0]:
                kernel = self.kernels.pop(exited[0])
                code = os.waitstatus_to_exitcode(exited[1])
                with contextlib.suppress(KeyError):
                    self.selector.unregister(kernel)
                with contextlib.suppress(OSError):
                    kernel.send(json.dumps({"exit": code}).encode())
                kernel.close()

    def _leave(self) -> None:
        """Close what belongs to the parent and to the kernels forked before."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self.selector.close()
        self.line.close()
        for other in self.kernels.values():
            other.close()
        for descriptor in (self.woken, self.waker, self.own_processes):
            if descriptor is not None:
                os.close(descriptor)
