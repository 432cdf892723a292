"""Start a warm parent or a plain kernel: ``python bootstrap.py warm|alone JSON``.

Run by path. The packages above this folder import Sphinx, which no kernel needs; bare packages
of the same names take their place.
"""

import json
import os
import sys
import traceback
import types
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Run the program named by the first argument; become the kernel it returns, if any."""
    # Importing this costs a third of a second in every kernel, and no lesson is debugged.
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    folder = Path(__file__).parent
    for name, path in {
        "trueloss": folder.parent,
        "trueloss.kernels": folder,
    }.items():
        package = types.ModuleType(name)
        package.__path__ = [str(path)]
        sys.modules[name] = package
    sys.path.remove(str(folder))
    from trueloss.kernels import alone, child, warm

    programs: dict[str, Callable[..., dict[str, Any] | None]]
    programs = {"warm": warm.main, "alone": alone.main}
    arguments = programs[sys.argv[1]](**json.loads(sys.argv[2]))
    if arguments is None:
        return
    code = 1
    try:
        child.serve(**arguments)
        code = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        # Nothing that a parent registered may run at the end of a kernel.
        os._exit(code)


if __name__ == "__main__":
    main()
