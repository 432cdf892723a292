"""Start a warm parent or a plain kernel: ``python bootstrap.py warm|plain JSON``.

Run by path. The packages above this folder import Sphinx, which no kernel needs; bare packages
of the same names take their place.
"""

import json
import sys
import types
from pathlib import Path


def main() -> None:
    """Import the program named by the first argument and run it with the second."""
    # Importing this costs a third of a second in every kernel, and no lesson is debugged.
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    folder = Path(__file__).parent
    for name, path in {
        "trueloss": folder.parents[1],
        "trueloss.execution": folder.parent,
        "trueloss.execution.kernels": folder,
    }.items():
        package = types.ModuleType(name)
        package.__path__ = [str(path)]
        sys.modules[name] = package
    sys.path.remove(str(folder))
    program, arguments = sys.argv[1], json.loads(sys.argv[2])
    if program == "warm":
        from trueloss.execution.kernels import warm

        warm.main(**arguments)
    else:
        from trueloss.execution.kernels import alone

        alone.main(**arguments)


if __name__ == "__main__":
    main()
