"""A plain kernel: one process that imports everything itself. Serves where fork is unsafe."""

import os
import sys
from pathlib import Path

from trueloss.execution.kernels import child
from trueloss.execution.kernels.supervise import supervise


def main(folder: str, memory_mb: int, guard_mode: str, parent: int) -> None:
    """Become a kernel, under a supervisor where the system has process namespaces."""
    if sys.platform == "linux":
        supervise(Path(folder), None, parent)
    else:
        # ipykernel then watches its parent by itself.
        os.environ["JPY_PARENT_PID"] = str(parent)
    child.serve(folder, memory_mb, guard_mode, announce=lambda: None)
