"""A plain kernel: one process that imports everything itself. Serves where fork is unsafe."""

import os
import sys
from pathlib import Path
from typing import Any

from trueloss.kernels.supervise import supervise


def main(folder: str, memory_mb: int, guard_mode: str, parent: int) -> dict[str, Any]:
    """Return the arguments of the kernel, under a supervisor where the system is Linux."""
    if sys.platform == "linux":
        supervise(Path(folder), None, parent)
    else:
        # ipykernel then watches its parent by itself.
        os.environ["JPY_PARENT_PID"] = str(parent)
    return {
        "folder": folder,
        "memory_mb": memory_mb,
        "guard_mode": guard_mode,
        # Its facts in the folder are enough.
        "announce": lambda: None,
    }
