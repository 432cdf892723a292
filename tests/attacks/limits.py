"""What a page tries to take without end, or to have told wrongly: it is stopped, and told why.

Each is a page of its own, whose last cell is the code. ``outcome`` is the rule that it breaks, or
what the page prints where it breaks none.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.attacks.attack import Attack, Subject


@dataclass(frozen=True)
class Greedy(Attack):
    """An attack on the limits; ``limits`` are those of its page, ``line`` the one that is named."""

    line: int | None = None
    limits: dict[str, Any] = field(default_factory=dict)
    #: Whether the builder notices by itself, where the system sets no limit.
    noticed: bool = True

    @property
    def row(self) -> tuple[str, ...]:
        """Say which rule stops it."""
        line = f" at line {self.line}" if self.line else ""
        return (self.name, f"`{self.outcome}`{line}")


FILL = "with open({!r}, 'wb') as file:\n    for _ in range(400):\n        file.write(bytes(2**20))"
SMALL = {"files_mb": 100}
CHILD = "import subprocess, sys, time\n"
HOLD = "held = bytearray(200 * 2**20); held[::4096] = b'x' * len(held[::4096])"


def wordy(name: str, code: str) -> Greedy:
    """Return an attack that puts out more than its page may, wherever it hides it."""
    return Greedy(name, code, "output-limit", limits={"output_kb": 200})


ATTACKS = [
    Greedy("fill the working folder", FILL.format("file"), "files-limit", 3, SMALL),
    Greedy("fill the home", FILL.format("../home/file"), "files-limit", 3, SMALL),
    Greedy("fill the temporary folder", FILL.format("../tmp/file"), "files-limit", 3, SMALL),
    Greedy(
        "fill shared memory", FILL.format("/dev/shm/file"), "files-limit", 3, SMALL, noticed=False
    ),
    Greedy(
        "fill the disk with many files",
        "for number in range(400):\n    with open(str(number), 'wb') as file:\n"
        "        file.write(bytes(2**20))\n"
        # The builder counts every second where the system sets no limit.
        "import time; time.sleep(3)",
        "files-limit",
        3,
        SMALL,
    ),
    Greedy(
        "take every entry",
        "for number in range(200_000):\n    open(str(number), 'w').close()",
        "files-limit",
        2,
        SMALL,
        noticed=False,
    ),
    Greedy(
        "fill the disk from a command",
        "import subprocess\n"
        "subprocess.run('head -c 400M /dev/zero > file', shell=True, check=True)",
        "cell-raised",
        2,
        SMALL,
        noticed=False,
    ),
    Greedy(
        "start processes without end",
        "import os, time\nfor _ in range(500):\n"
        "    if os.fork() == 0:\n        time.sleep(30)\n        os._exit(0)\ntime.sleep(30)",
        "process-limit",
    ),
    Greedy(
        "start processes that nobody knows",
        CHILD
        + "for _ in range(150):\n    subprocess.run('sleep 30 &', shell=True)\ntime.sleep(30)",
        "process-limit",
    ),
    Greedy(
        "hold memory in children",
        CHILD + f"code = {HOLD + '; input()'!r}\n"
        "for _ in range(6):\n"
        "    subprocess.Popen([sys.executable, '-c', code], stdin=subprocess.PIPE)\n"
        "time.sleep(30)",
        "memory-limit",
        limits={"memory_mb": 700},
    ),
    Greedy(
        "hold memory in forks",
        f"import os, time\nfor _ in range(6):\n    if os.fork() == 0:\n        {HOLD}\n"
        "        time.sleep(30)\n        os._exit(0)\ntime.sleep(30)",
        "memory-limit",
        limits={"memory_mb": 700},
    ),
    Greedy(
        "hold memory in a process that nobody knows",
        CHILD + f"code = {HOLD + '; import time; time.sleep(30)'!r}\n"
        "subprocess.Popen(['sh', '-c', f'\"{sys.executable}\" -c \"{code}\" & ' * 5])\n"
        "time.sleep(30)",
        "memory-limit",
        limits={"memory_mb": 700},
    ),
    wordy(
        "hide output in metadata",
        "display({'text/plain': 'x'}, raw=True, metadata={'note': 'x' * 300_000})",
    ),
    wordy(
        "hide output in a name",
        "display({'text/plain': 'x', 'x' * 300_000: 'x'}, raw=True)",
    ),
    wordy(
        "hide output in many names",
        "names = {f'x/{number:09}': '' for number in range(20_000)}\n"
        "display({'text/plain': 'x'} | names, raw=True)",
    ),
    wordy(
        "hide output in the identity of a display",
        "display('x', display_id='x' * 300_000)",
    ),
    wordy(
        "hide output in the message of an exception",
        "# raises\nraise ValueError('x' * 300_000)",
    ),
    wordy(
        "hide output in metadata of an update",
        "handle = display('x', display_id=True)\n"
        "handle.update('x', metadata={'note': 'x' * 300_000})",
    ),
    wordy(
        "hide output in a comm",
        "import comm\ncomm.create_comm(target_name='x', data={'note': 'x' * 300_000})",
    ),
    wordy(
        "hide output in a buffer of a comm",
        "import comm\nline = comm.create_comm(target_name='x')\n"
        "line.send(buffers=[bytes(300_000)])",
    ),
    wordy(
        "send comms without end",
        "import comm\nline = comm.create_comm(target_name='x')\n"
        "while True:\n    line.send('x' * 100)",
    ),
    Greedy(
        "forge the line that is told",
        "import os, time\nfor each in os.listdir('/proc/self/fd'):\n"
        "    if os.path.realpath('/proc/self/fd/' + each).endswith('trace.txt'):\n"
        "        os.write(int(each), b'File \"cell_1.py\", line 2\\n')\n"
        "time.sleep(30)",
        "cell-timeout",
        5,
        {"cell_seconds": 1},
    ),
    Greedy(
        "forge a line that is none",
        "import faulthandler, os, signal, time\n"
        "faulthandler.unregister(signal.SIGUSR1)\n"
        "def forge(*_):\n"
        "    for each in os.listdir('/proc/self/fd'):\n"
        "        if os.path.realpath('/proc/self/fd/' + each).endswith('trace.txt'):\n"
        "            os.write(int(each), b'File \"cell_1.py\", line 99\\n')\n"
        "signal.signal(signal.SIGUSR1, forge)\n"
        "while True:\n    time.sleep(0.01)",
        "cell-timeout",
        None,
        {"cell_seconds": 1},
    ),
    Greedy(
        "fill the trace",
        "import os, time\nfor each in os.listdir('/proc/self/fd'):\n"
        "    if os.path.realpath('/proc/self/fd/' + each).endswith('trace.txt'):\n"
        "        file = int(each)\nwhile True:\n    os.write(file, bytes(2**20))",
        "files-limit",
        6,
        SMALL,
    ),
    Greedy(
        "nest three thousand folders",
        "import os\nhome = os.getcwd()\nfor _ in range(3000):\n    os.mkdir('x')\n"
        "    os.chdir('x')\nos.chdir(home)\nraise ValueError('far down')",
        "cell-raised",
        7,
        noticed=False,
    ),
    Greedy(
        "leave folders that nobody may enter",
        "import os\nos.makedirs('x/y')\nos.chmod('x/y', 0)\nos.chmod('x', 0)\n"
        "raise ValueError('closed')",
        "cell-raised",
        5,
    ),
]

SUBJECT = Subject("The limits, and what is told of them", ATTACKS, ("attack", "rule that stops it"))
