"""A system that grants a user namespace and refuses its maps, as Ubuntu from 24.04 on does."""

import json
import os
import subprocess
import sys

import pytest

from trueloss.kernels import linux

#: Landlock refuses the write of a map like any other write outside the folder.
BUILDER = """
import json, os, sys
from pathlib import Path
import nbformat.v4
from trueloss.kernels import linux
from trueloss.execution.pool import run_jobs
from trueloss.execution.jobs import Job
from trueloss.execution.run_settings import Settings

folder, kernels = sys.argv[1:]
linux.allow_writes_only([Path(folder)], [Path("/dev/null")], no_tcp=False)
look = '''
import json, os
names = [os.readlink(f"/proc/self/ns/{kind}") for kind in ("user", "pid", "pid_for_children")]
print(json.dumps([os.getuid(), os.getgid(), names]))
'''
network = "import urllib.request\\nurllib.request.urlopen('http://192.0.2.1', timeout=5)"
jobs = [
    Job(page, nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)]))
    for page, source in {"look": look, "network": network}.items()
]
runs = {run.page: run for run in run_jobs(jobs, Settings(kernels=kernels, imports=()))}
exec(look)
print(runs["look"].notebook.cells[0].outputs[0].text, end="")
print(json.dumps(runs["network"].failure.rule))
"""


@pytest.mark.skipif(not linux.landlock_version(), reason="nothing here can refuse the map")
@pytest.mark.parametrize("kernels", ["forked", "plain"])
def test_a_kernel_stays_in_the_namespaces_of_its_builder(folder, kernels):
    """Nothing is left of the attempt, and the audit hook guards it."""
    ran = subprocess.run(
        [sys.executable, "-c", BUILDER, str(folder), kernels],
        env=os.environ | {"TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    builder, kernel, rule = map(json.loads, ran.stdout.splitlines())
    assert kernel == builder
    assert rule == "guard"
    assert ran.stderr.count("so an audit hook guards the kernels") == 1
