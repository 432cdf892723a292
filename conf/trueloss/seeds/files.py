"""The files beside the records that keep what pages printed with other seeds, one a page.

A file is JSON with a line for each line of an output that is not the same with all seeds::

    {
     "page": "lessons/optimizers/experiment",
     "digest": "5f0c9a1b2c3d",
     "runs": 3,
     "charts": true,
     "failed": {},
     "passes": {},
     "cells": {
      "solution": [
       {"line": 2, "shown": "SGD rate 1.0: mean 87.2%", "numbers": {"2": "88.4 92.0 85.8"}}
      ]
     }
    }
"""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from trueloss.records.record_files import recorded_pages, write_if_other
from trueloss.seeds.observed import Line, Observed

SUFFIX = ".seeds.json"


def seeds_path(folder: Path, page: str) -> Path:
    """Return the file of a page in the folder of records."""
    return folder / PurePosixPath(page + SUFFIX)


def pages_with_seeds(folder: Path) -> list[str]:
    """Return the docnames of all pages that have a file, sorted."""
    return recorded_pages(folder, SUFFIX)


def write_seeds(observed: Observed, folder: Path) -> bool:
    """Write the file of a page; say whether it is another one now."""
    return write_if_other(seeds_path(folder, observed.page), seeds_text(observed))


def read_seeds(folder: Path, page: str) -> Observed | None:
    """Return what the file of a page holds; ``None`` where there is none, or none of this form."""
    try:
        return parse_seeds(seeds_path(folder, page).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def seeds_text(observed: Observed) -> str:
    """Return the text of a file."""
    return "\n".join(_lines(observed)) + "\n"


def parse_seeds(text: str) -> Observed:
    """Read the text of a file; raise ValueError, KeyError or TypeError where it is none."""
    data = json.loads(text)
    return Observed(
        data["page"],
        data["digest"],
        data["runs"],
        {label: tuple(map(_line, lines)) for label, lines in data["cells"].items()},
        {name: tuple(found) for name, found in data["passes"].items()},
        {int(run): message for run, message in data["failed"].items()},
        data.get("charts", False),
    )


def _lines(observed: Observed) -> Iterator[str]:
    yield "{"
    for name in ("page", "digest", "runs", "charts"):
        yield f" {_json(name)}: {_json(getattr(observed, name))},"
    yield from _block(
        "failed", [f"{_json(str(n))}: {_json(m)}" for n, m in observed.failed.items()]
    )
    passes = observed.passes.items()
    yield from _block("passes", [f"{_json(name)}: {_json(list(found))}" for name, found in passes])
    yield ' "cells": {'
    for place, (label, lines) in enumerate(observed.cells.items(), start=1):
        yield f"  {_json(label)}: ["
        yield ",\n".join(f"   {_json(_data(line))}" for line in lines)
        yield "  ]" + ("," if place < len(observed.cells) else "")
    yield " }"
    yield "}"


def _block(name: str, items: list[str]) -> Iterator[str]:
    inner = ",\n".join(f"  {item}" for item in items)
    yield f" {_json(name)}: {{\n{inner}\n }}," if inner else f" {_json(name)}: {{}},"


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _data(line: Line) -> dict[str, Any]:
    data: dict[str, Any] = {"line": line.number, "shown": line.shown}
    if line.texts:
        return data | {"texts": list(line.texts)}
    return data | {"numbers": {str(place): " ".join(row) for place, row in line.numbers.items()}}


def _line(data: dict[str, Any]) -> Line:
    numbers = data.get("numbers", {})
    return Line(
        data["line"],
        data["shown"],
        {int(place): tuple(row.split()) for place, row in numbers.items()},
        tuple(data.get("texts", ())),
    )
