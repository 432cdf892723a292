"""What a cell may not do, from Python and from native code, and what it may."""

import dataclasses
import os
from pathlib import Path

import pytest

from tests.real_kernels import LINUX
from trueloss.execution.pool import run_jobs

OUTSIDE = "/tmp/trueloss-must-not-exist"
#: A service account may have a home that does not exist, in which no guard has to refuse a file.
HOME = Path.home() if Path.home().exists() else Path.cwd()

WRITES = {
    "open": f"open({OUTSIDE!r}, 'w')",
    "pathlib": f"import pathlib\npathlib.Path({OUTSIDE!r}).mkdir()",
    "h5py": f"import h5py\nh5py.File({OUTSIDE!r}, 'w')",
    "tf.io": f"import tensorflow as tf\ntf.io.write_file({OUTSIDE!r}, 'x')",
    "truncate": "import os\nos.truncate(os.__file__, 0)",
    "remove": "import os\nos.remove(os.__file__)",
    "rename": f"import os\nopen('a', 'w').close()\nos.rename('a', {OUTSIDE!r})",
    "link": f"import os\nos.symlink('a', {OUTSIDE!r})",
    "home": f"open({str(HOME / 'trueloss-must-not-exist')!r}, 'w')",
}

NETWORK = {
    "urllib": "import urllib.request\nurllib.request.urlopen('http://192.0.2.1', timeout=5)",
    "name": "import urllib.request\nurllib.request.urlopen('http://example.org', timeout=5)",
    "socket": "import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=5)",
    "datagram": (
        "import socket\nsocket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))"
    ),
}

SILENT_WRITES = {
    "command": f"!touch {OUTSIDE}",
    "subprocess": f"import subprocess\nsubprocess.run(['touch', {OUTSIDE!r}])",
    "native": f"import ctypes\nctypes.CDLL(None).creat({OUTSIDE!r}.encode(), 0o600)",
    "orphan": f"import subprocess\nsubprocess.run('(sleep 0.1; touch {OUTSIDE}) &', shell=True)\n"
    "import time\ntime.sleep(0.5)",
}


@pytest.fixture(autouse=True)
def nothing_was_written():
    assert not os.path.lexists(OUTSIDE)
    yield
    assert not os.path.lexists(OUTSIDE)


@pytest.mark.parametrize("name", WRITES)
def test_writing_outside_fails_the_page(run, name):
    failure = run(WRITES[name]).failure
    assert failure.rule == "guard", failure
    assert failure.message.endswith(
        "A lesson writes to its working folder alone: give a relative path such as 'model.keras', "
        "or one from the tempfile module."
    )


@LINUX
@pytest.mark.parametrize("name", SILENT_WRITES)
def test_what_raises_nothing_writes_nothing(run, name):
    assert run(SILENT_WRITES[name]).failure is None


@pytest.mark.parametrize("name", NETWORK)
def test_the_network_fails_the_page(run, name):
    failure = run(NETWORK[name]).failure
    assert failure.rule == "guard", failure
    assert "Lessons have no network: use data that comes with an installed" in failure.message


@LINUX
def test_native_code_has_no_network(run, text):
    result = run(
        "import ctypes, socket, struct\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "fd = libc.socket(2, 1, 0)\n"
        "address = struct.pack('=HH4s8x', 2, socket.htons(80), socket.inet_aton('192.0.2.1'))\n"
        "print(libc.connect(fd, address, 16), ctypes.get_errno())"
    )
    assert text(result) == "-1 101\n"


def test_what_a_lesson_may_do(run):
    result = run(
        "import os, pathlib, socket, subprocess, tempfile\n"
        "pathlib.Path('model.keras').write_text('x')\n"
        "os.makedirs('a/b')\nos.rename('model.keras', 'a/b/model.keras')\n"
        "with tempfile.NamedTemporaryFile() as file:\n    file.write(b'x')\n"
        "(pathlib.Path.home() / '.cache').mkdir()\n"
        "open(os.devnull, 'w').write('x')",
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(server.getsockname()).close()",
        "import multiprocessing\nlock = multiprocessing.Lock()\nlock.acquire()",
        "subprocess.run('echo x > here; cat here > /dev/null', shell=True, check=True)",
    )
    assert result.failure is None


@LINUX
def test_no_variable_of_the_builder_is_seen(settings, job, text, monkeypatch):
    """Not in the environment, and not in that of the processes above either."""
    monkeypatch.setenv("SECRET_TOKEN", "hunter2-" + "x" * 8)
    look = (
        "import glob, os\n"
        "seen = [os.environ.get('SECRET_TOKEN')]\n"
        f"for path in [*glob.glob('/proc/*/environ'), '/proc/{os.getpid()}/environ']:\n"
        "    try:\n        seen.append('hunter2' in open(path).read())\n"
        "    except OSError:\n        pass\n"
        "print(set(seen))"
    )
    (result,) = run_jobs([job(look)], settings)
    assert text(result) == "{False, None}\n"


@LINUX
def test_the_builder_cannot_be_signalled(run, text):
    result = run(
        f"import os\nfor pid in ({os.getpid()}, {os.getppid()}):\n    try:\n"
        "        os.kill(pid, 0)\n        print('reached')\n    except OSError:\n        pass"
    )
    assert text(result) == ""


class TestAuditHook:
    """Where the system offers nothing, Python code is still held to the rules."""

    @pytest.fixture
    def settings(self, settings):
        return dataclasses.replace(settings, guards="audit-hook")

    @pytest.mark.parametrize("name", ["open", "pathlib", "remove", "rename", "link"])
    def test_writing_outside(self, run, name):
        assert run(WRITES[name]).failure.rule == "guard"

    @pytest.mark.parametrize("name", NETWORK)
    def test_network(self, run, name):
        assert run(NETWORK[name]).failure.rule == "guard"

    def test_what_a_lesson_may_do(self, run):
        result = run(
            "import os, tempfile\nopen('x', 'w').write('x')\nos.mkdir('d')\n"
            "tempfile.TemporaryFile().write(b'x')\nopen(os.devnull, 'w')",
            "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
        )
        assert result.failure is None

    def test_it_is_said_once(self, settings, job, caplog):
        from trueloss.kernels import close_kernels

        close_kernels()
        list(run_jobs([job("1", page=page) for page in "abc"], settings))
        said = [record.message for record in caplog.records if "audit hook" in record.message]
        assert len(said) == 1
        assert "native code and subprocesses are not" in said[0]
