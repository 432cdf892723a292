"""The floor: one import, then the cells of each page in a bare fork.

``python -m bench.floor PAGES.json WORKERS`` is what no way of running the pages can go below as
long as each page has a process of its own. It imports exactly what the pages import, nothing
else, and stores no output, but draws each figure, since that is the cells' own work.
"""

import ast
import contextlib
import importlib
import io
import json
import linecache
import os
import sys
import tempfile
import traceback
import types
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from bench.corpus import Cell


def main(pages: list[list["Cell"]], workers: int) -> None:
    """Run all pages, ``workers`` at a time; raise RuntimeError when one fails."""
    for name in sorted(imported_modules(cell for page in pages for cell in page)):
        importlib.import_module(name)
    for number, page in enumerate(pages):
        if number >= workers:
            _wait_for_one()
        if os.fork() == 0:
            _become(page)
    for _ in pages[-workers:]:
        _wait_for_one()


def imported_modules(cells: Iterable["Cell"]) -> set[str]:
    """Return the modules that the cells name in import statements."""
    names = set()
    for cell in cells:
        for node in ast.walk(ast.parse(cell["source"])):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return names


def run_cells(cells: Iterable["Cell"]) -> dict[str, object]:
    """Run cells as one program and return its names."""
    program = types.ModuleType("__main__")
    sys.modules["__main__"] = program
    # The one name of IPython's that lessons use without an import.
    vars(program)["display"] = print
    for number, cell in enumerate(cells, 1):
        name = f"cell_{number}.py"
        # TensorFlow reads the source of functions that it turns into graphs.
        lines = cell["source"].splitlines(keepends=True)
        linecache.cache[name] = len(cell["source"]), None, lines, name
        with contextlib.suppress(Exception) if cell["may_raise"] else contextlib.nullcontext():
            exec(compile(cell["source"], name, "exec"), vars(program))
        _draw_figures()
    return vars(program)


def _draw_figures() -> None:
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        for number in pyplot.get_fignums():
            pyplot.figure(number).savefig(io.BytesIO(), format="png", bbox_inches="tight")
        pyplot.close("all")


def _become(cells: list["Cell"]) -> NoReturn:
    code = 1
    try:
        with (
            tempfile.TemporaryDirectory(prefix="trueloss-floor-") as folder,
            Path(os.devnull).open("w", encoding="utf-8") as nowhere,
            contextlib.redirect_stdout(nowhere),
        ):
            os.chdir(folder)
            run_cells(cells)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _wait_for_one() -> None:
    _, status = os.wait()
    if status:
        raise RuntimeError(f"a page of the floor ended with status {status}")


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), int(sys.argv[2]))
