"""Front matter: what a page says of itself before its first line, and what it may ask for."""

from collections.abc import Iterator
from typing import Any

import yaml

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.kernels.limits import CAPS, LEAST, Limits
from trueloss.text.json_values import fits_a_notebook
from trueloss.text.numerals import is_number


def read_front_matter(text: str) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Return the values of a page's front matter, and what is wrong with it."""
    try:
        values = yaml.safe_load(text) or {}
    except (yaml.YAMLError, ValueError) as error:  # the latter for the 40th of a month
        mark = getattr(error, "problem_mark", None)
        line = 2 + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
        message = f"the front matter is not YAML: {problem}; write key: value"
        return {}, [Diagnostic("front-matter", line, message)]
    if not isinstance(values, dict):
        message = f"the front matter is {values!r}; write lines of key: value"
        return {}, [Diagnostic("front-matter", 2, message)]
    return values, list(_remove_bad_values(values))


def _remove_bad_values(values: dict[str, Any]) -> Iterator[Diagnostic]:
    for name, value in list(values.items()):
        if not isinstance(name, str) or not fits_a_notebook(value):
            del values[name]
            yield _diagnostic(f"{name}: {value}; put it in quotes")
    for name in ("myst", "mystnb"):
        if not isinstance(values.get(name, {}), dict):
            yield _diagnostic(f"{name}: {values.pop(name)}; write it as {{key: value}}")
    if names := values.get("myst", {}).pop("substitutions", None):
        shown = f"substitutions: {names}; a page has none, so write each value where it belongs"
        yield _diagnostic(shown)
    mode = values.get("mystnb", {}).pop("execution_mode", None)
    if mode is not None:
        problem = f"mystnb.execution_mode: {mode}; every page runs, so remove it"
        yield Diagnostic("cell-skipped", 1, f"the front matter sets {problem}")


def limits_of(values: dict[str, Any]) -> tuple[Limits, list[Diagnostic]]:
    """Return what a page asks for, as in ``trueloss: {cell_seconds: 120}``, up to the caps."""
    asked = values.get("trueloss", {})
    if not isinstance(asked, dict):
        return Limits(), [_beyond(f"trueloss: {asked!r}")]
    limits: dict[str, Any] = {}
    diagnostics = []
    for name, value in asked.items():
        if (
            name in CAPS
            and is_number(value)
            and 0 < value <= CAPS[name]
            and value >= LEAST.get(name, 0)
        ):
            limits[name] = int(value) if name == "memory_mb" else value
        else:
            diagnostics.append(_beyond(f"trueloss: {{{name}: {value}}}"))
    return Limits(**limits), diagnostics


def _beyond(asked: str) -> Diagnostic:
    known = ", ".join(
        f"{name} {f'from {LEAST[name]} ' if name in LEAST else ''}up to {cap}"
        for name, cap in CAPS.items()
    )
    return _diagnostic(f"{asked}; a page may ask for {known}")


def _diagnostic(problem: str) -> Diagnostic:
    return Diagnostic("front-matter", 1, f"the front matter sets {problem}")
