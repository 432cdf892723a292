"""Two kernels share nothing but the code they imported."""

import json
import re

import pytest

from tests.real_kernels import LINUX
from trueloss.execution.pool import run_jobs

SEEDS = """
import json, os, random, tempfile, uuid
import numpy as np
print(json.dumps([random.random(), float(np.random.random()), uuid.uuid4().hex, os.getcwd()]))
"""

OPEN_FILES = """
import os
print(sorted(os.readlink(f"/proc/self/fd/{n}").split(":")[0] for n in os.listdir("/proc/self/fd")
             if os.path.exists(f"/proc/self/fd/{n}")))
"""


def run_pages(settings, job, *cells):
    runs = run_jobs([job(cell, page=f"page-{i}") for i, cell in enumerate(cells)], settings)
    return [run for _, run in sorted((run.page, run) for run in runs)]


def test_seeds_and_folders_are_each_kernel_s_own(settings, job, text):
    drawn = [json.loads(text(run)) for run in run_pages(settings, job, *[SEEDS] * 3)]
    for values in zip(*drawn, strict=True):
        assert len(set(values)) == 3


@LINUX  # for its /dev/shm
def test_no_state_goes_from_one_page_to_the_next(settings, job, text):
    leave = (
        "import builtins, os, sys\nbuiltins.left = sys.left = os.environ['LEFT'] = 'here'\n"
        "import numpy\nnumpy.left = 1\nopen('left.txt', 'w').close()\n"
        "open('/dev/shm/left', 'w').close()"
    )
    look = (
        "import builtins, numpy, os, sys\n"
        "print(hasattr(builtins, 'left'), hasattr(sys, 'left'), 'LEFT' in os.environ, "
        "hasattr(numpy, 'left'), os.listdir(), os.path.exists('/dev/shm/left'))"
    )
    run_pages(settings, job, leave)
    (run,) = run_pages(settings, job, look)
    assert text(run) == "False False False False [] False\n"


@LINUX
def test_no_open_file_is_inherited(settings, job, text):
    """A kernel forked while others run opens the same files as one alone."""

    def files(run):
        return re.sub(r"/tmp/trueloss-\d+/(?:\w+/)+", "folder/", text(run))

    alone = files(run_pages(settings, job, OPEN_FILES)[0])
    wait = "import time\nkept = open('/dev/zero')\ntime.sleep(1)\n"
    together = run_pages(settings, job, wait, OPEN_FILES)
    assert files(together[1]) == alone
    assert "'/dev/zero'" not in alone
    assert "warm.log" not in alone


@LINUX
def test_processes_of_others_are_out_of_sight(settings, job, text):
    """The pid is not for every eye either: a number that changes would make pages differ."""
    look = "import os\nprint(os.getpid(), [p for p in os.listdir('/proc') if p.isdigit()])"
    (run,) = run_pages(settings, job, look)
    assert text(run) == "1 ['1']\n"


@pytest.mark.parametrize("module", ["trueloss", "sphinx", "nbclient"])
def test_the_build_s_own_modules_are_not_loaded(settings, job, text, module):
    (run,) = run_pages(
        settings,
        job,
        f"import sys\nprint([m for m in sys.modules if m.split('.')[0] == {module!r}])",
    )
    assert text(run) == "[]\n"


def test_the_repository_cannot_be_imported(settings, job):
    (run,) = run_pages(settings, job, "import trueloss")
    assert run.failure.message.startswith("ModuleNotFoundError: No module named 'trueloss'")
