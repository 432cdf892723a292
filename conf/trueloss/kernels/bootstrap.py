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
    from trueloss.kernels import child, warm

    programs: dict[str, Callable[..., dict[str, Any] | None]]
    programs = {"warm": warm.main, "alone": _alone}
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


def _alone(folder: str, parent: int, **guarded: Any) -> dict[str, Any]:
    """Return the arguments of a plain kernel, under a supervisor where the system is Linux.

    It is one process that imports everything itself, and serves where fork is unsafe.
    """
    from trueloss.kernels.supervise import supervise

    # What came as the input of this process is no cell's.
    connection = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    if sys.platform == "linux":
        supervise(Path(folder), None, parent, guarded["mode"])
    else:
        # ipykernel then watches its parent by itself.
        os.environ["JPY_PARENT_PID"] = str(parent)
    # Its facts in the folder are enough of an announcement.
    more = {"connection": connection, "announce": lambda: None}
    return {"folder": folder, **guarded, **more}


if __name__ == "__main__":
    main()
