"""The lines that no test runs, held against those that are named with their reason.

``nox -s coverage`` runs this after the tests. tests/uncovered.toml names each line by its text,
since its number changes with every edit above it.
"""

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from coverage import Coverage

ROOT = Path(__file__).parents[1]
NAMED = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Line:
    """A line of a file; the path starts at the root of the repository."""

    path: str
    text: str
    number: int


@dataclass(frozen=True)
class Named:
    """The lines that may stay without a test, by path; None stands for all of a file.

    Where the list is not ``whole``, what it lacks fails nothing.
    """

    texts: dict[str, set[str] | None]
    whole: bool


def lines_not_run(data: Path = ROOT / ".coverage") -> Iterator[Line]:
    """Yield each line that no test ran, of the measurement in a file."""
    coverage = Coverage(data_file=str(data), config_file=str(ROOT / "pyproject.toml"))
    coverage.load()
    for name in sorted(coverage.get_data().measured_files()):
        _, _, _, missing, _ = coverage.analysis2(name)
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        path = Path(name).relative_to(ROOT).as_posix()
        yield from (Line(path, lines[number - 1].strip(), number) for number in missing)


def read_named(text: str) -> Named:
    """Read the list; raises ValueError where a reason is missing."""
    content = tomllib.loads(text)
    texts: dict[str, set[str] | None] = {}
    for entry in content["lines"]:
        if not entry.get("reason"):
            raise ValueError(f"an entry of {entry['path']} has no reason")
        known = texts.setdefault(entry["path"], set())
        texts[entry["path"]] = (
            known | {*entry["text"]} if known is not None and "text" in entry else None
        )
    return Named(texts, content["whole"])


def not_named(missing: Iterable[Line], named: Named) -> list[Line]:
    """Return the lines that no test runs and nobody has named."""
    return [line for line in missing if line.text not in _named_in(named, line)]


def named_in_vain(missing: Iterable[Line], named: Named) -> list[tuple[str, str]]:
    """Return the lines, each by path and text, that are named and are run, or are no more."""
    seen = {(line.path, line.text) for line in missing}
    listed = [(path, text) for path, texts in named.texts.items() for text in sorted(texts or ())]
    return [entry for entry in listed if entry not in seen]


def as_entries(lines: Iterable[Line]) -> str:
    """Return lines as entries of the list that lack their reasons."""
    return "\n".join(
        "\n".join(
            [
                f'[[lines]]\npath = "{path}"\nreason = ""\ntext = [',
                *(f"  {json.dumps(line.text)},  # {line.number}" for line in found),
                "]\n",
            ]
        )
        for path, found in groupby(lines, key=lambda line: line.path)
    )


def _named_in(named: Named, line: Line) -> set[str]:
    texts = named.texts.get(line.path, set())
    return {line.text} if texts is None else texts


def main() -> int:
    """Print what no test runs, as entries, and what is named in vain; return the exit code."""
    named = read_named(NAMED.read_text(encoding="utf-8"))
    missing = list(lines_not_run())
    lacking, vain = not_named(missing, named), named_in_vain(missing, named)
    print(as_entries(lacking))
    for path, text in vain:
        print(f"{path}: {text!r} is named, and a test runs it or it is gone")
    if lacking or vain:
        print(f"{len(lacking)} lines to test, or to name in tests/{NAMED.name} with a reason.")
        return 1 if named.whole else 0
    print("Every line is run by a test, or named with its reason.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
