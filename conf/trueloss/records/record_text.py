"""A page's record: what each of its cells put out, as one text file that reads well in a diff.

The file, for a page with two cells::

    # lessons/training/index: what its cells put out when it was last accepted
    # digest 5f0c9a1b2c3d (written by `nox -s record`, not by hand)

    cell one-step
      stdout
        | 1.37

    cell #2
      image/png 640 x 480

Each line of an output stands behind a bar, so no output can pass for a part of the record.
Characters that a diff does not show are written as Python escapes.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator

from trueloss.records.outputs import STREAMS, CellRecord, Output, Record

_PLAIN_NAME = re.compile(r"#?[\w.+/-]+", re.ASCII)
_OUTPUT = re.compile(r'  ("(?:[^"\\]|\\.)*"|\S+)(?: (\S+) x (\S+))?')
_UNENDED = "    \\ no line break at the end"
#: Categories of characters that a diff does not show: controls, formats, separators of lines.
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_ESCAPE = re.compile(r"\\(?:\\|[nrt]|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")


class RecordError(ValueError):
    """A file is no record; ``line`` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def record_text(record: Record) -> str:
    """Return the text of a record's file."""
    body = "".join(f"\n{line}" if line.startswith("cell ") else line for line in _lines(record))
    return (
        f"# {record.page}: what its cells put out when it was last accepted\n"
        f"# digest {_digest(body)} (written by `nox -s record`, not by hand)\n"
        f"{body}"
    )


def _lines(record: Record) -> Iterator[str]:
    for cell in record.cells:
        yield f"cell {_quoted(cell.name)}\n"
        for output in cell.outputs:
            size = f" {output.size[0]} x {output.size[1]}" if output.size else ""
            yield f"  {_quoted(output.kind)}{size}\n"
            lines = output.text.split("\n") if output.size is None else []
            ends = output.kind in STREAMS and lines[-1:] == [""]
            for line in lines[:-1] if ends else lines:
                yield f"    | {escape(line)}\n" if line else "    |\n"
            if output.kind in STREAMS and not ends:
                yield f"{_UNENDED}\n"


def _quoted(name: str) -> str:
    return name if _PLAIN_NAME.fullmatch(name) else json.dumps(name)


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:12]


def escape(line: str) -> str:
    """Write what a diff would not show as Python escapes, and backslashes twice."""
    return "".join(
        char.encode("unicode_escape").decode()
        if char == "\\" or (char != "\t" and unicodedata.category(char) in _UNSEEN)
        else char
        for char in line
    )


def _unescape(line: str) -> str:
    return _ESCAPE.sub(lambda found: found[0].encode("ascii").decode("unicode_escape"), line)


def parse_record(page: str, text: str) -> Record:
    """Read the text of a record's file; raise RecordError with the line that makes no sense."""
    lines = text.split("\n")
    if not lines[0].startswith(f"# {page}:"):
        raise RecordError(1, f"the record does not begin with '# {page}:'")
    cells: list[tuple[str, list[Output]]] = []
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        try:
            if line.startswith("cell "):
                cells.append((_unquoted(line.removeprefix("cell ")), []))
            else:
                _take(line, cells[-1][1])
        except (IndexError, ValueError) as error:
            raise RecordError(number, f"the record cannot hold the line {line!r}") from error
        if len(dict(cells)) < len(cells):
            raise RecordError(number, f"the record has the cell {cells[-1][0]!r} twice")
    return Record(page, tuple(CellRecord(name, tuple(map(_end, out))) for name, out in cells))


def _unquoted(name: str) -> str:
    return str(json.loads(name)) if name.startswith('"') else name


def _take(line: str, outputs: list[Output]) -> None:
    """Add what a line says to the outputs of its cell; raise ValueError or IndexError."""
    if line.startswith("    "):
        last = outputs[-1]
        if line == _UNENDED:
            text = last.text.removesuffix("\n")
        elif last.size is None and (line == "    |" or line.startswith("    | ")):
            text = last.text + _unescape(line[6:]) + "\n"
        else:
            raise ValueError(line)
        outputs[-1] = Output(last.kind, text)
        return
    found = _OUTPUT.fullmatch(line)
    if found is None:
        raise ValueError(line)
    size = (found[2], found[3]) if found[2] else None
    outputs.append(Output(_unquoted(found[1]), size=size))


def _end(output: Output) -> Output:
    """Take off the line break after the last line, which only streams have."""
    if output.kind in STREAMS:
        return output
    return Output(output.kind, output.text.removesuffix("\n"), output.size)
