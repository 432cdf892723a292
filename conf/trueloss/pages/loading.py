"""Programs that cells and tasks load."""

import os
from dataclasses import replace
from pathlib import Path

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.text.nearest import nearest


def find_program(
    target: str, page: Path, line: int, root: Path, *, option: str
) -> Path | Diagnostic:
    """Return the program at the path ``target``, seen from the folder of ``page``.

    ``option`` of the directive at ``line`` names it, and it may not leave ``root``. Where it
    cannot be loaded, the diagnostic says why.
    """

    def refuse(rule: str, problem: str) -> Diagnostic:
        return Diagnostic(rule, line, f":{option}: {problem}")

    if not target:
        advice = "is empty; write the path of a program, from the page's own folder"
        return refuse("load-missing", advice)
    root = root.resolve()
    try:
        path = (page.parent / target).resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL
        advice = f"{target!r} is not a path ({error}); write one from the page's own folder"
        return refuse("load-missing", advice)
    if not path.is_relative_to(root):
        advice = f"{target} leaves the repository; move the program into examples/"
        return refuse("load-outside", advice)
    if not path.is_file():
        where = path.relative_to(root).as_posix()
        programs = (each.relative_to(root).as_posix() for each in root.glob("examples/**/*.py"))
        near = None if path.is_dir() else nearest(where, programs)
        advice = f"{target} is not a file (looked for {where}); "
        advice += (
            f"write {os.path.relpath(root / near, page.parent.resolve())}"
            if near
            else "the path starts at the page's own folder"
        )
        return replace(refuse("load-missing", advice), about=near or "")
    return path
