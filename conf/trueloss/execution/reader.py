"""Read a MyST page as a notebook.

myst-nb's own reader stops at the first mistake and wants front matter that a machine can
supply. This one serves every page: it collects all mistakes, knows the line of each cell, and
stamps the notebook with the environment's fingerprint so that the cache can tell two apart.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
import yaml
from docutils.parsers.rst import Directive
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.directives import parse_directive_text
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from trueloss.execution.blanks import Blank, read_blank
from trueloss.execution.fences import block_tokens, unclosed_fences
from trueloss.execution.run import Failure, Limits
from trueloss.execution.source import read_source
from trueloss.execution.tries import Tried
from trueloss.execution.values import DATA_OPTIONS
from trueloss.faults import Fault

#: myst-nb and myst-parser each add one to these lines, which count from 0, where one would do.
SOURCE_MAP_BASE = -1
#: The options of a code cell, each with what it is for.
CELL_OPTIONS = {
    "alt": "what a figure shows, for those who do not see it; every figure needs it",
    **DATA_OPTIONS,
    "label": "a name of its own on the page, by which questions and numbers in prose call it",
    "load": "the path of a program under examples/, from the page's own folder",
    "mystnb": "settings of MyST-NB for this cell, as in {image: {width: 50%}}",
    "tags": "a list of tags, as in [hide-output], [hide-cell] or [raises-exception]",
    "title": "what a chart is called, shown above it",
    "tolerance": "how far its numbers may lie from their record, relative to their size: 1e-3",
}
#: The most that a page may ask for in its front matter, by the name of the limit.
CAPS = {"cell_seconds": 600, "memory_mb": 8192, "output_kb": 8192, "blank_seconds": 60}
SKIP_TAG = "skip-execution"


@dataclass(frozen=True)
class CellPlace:
    """Where a code cell stands: the line of its fence, and the file and line of its source."""

    line: int
    source_path: Path
    source_line: int


@dataclass
class Page:
    """A page as the run phase sees it.

    ``places`` has one entry per code cell, keyed by the cell's index in the notebook, and after
    those one for each of the ``blanks``, the tasks to fill in. ``loaded`` are the files that cells
    and tasks load, absolute. ``refused`` are the lines of tasks that cannot run, and ``tried`` is
    what came of each of the others once it has run, by its name.
    """

    docname: str
    path: Path
    notebook: NotebookNode
    places: dict[int, CellPlace] = field(default_factory=dict)
    blanks: list[Blank] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    tried: dict[str, Tried] = field(default_factory=dict)
    loaded: list[Path] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)

    @property
    def has_code(self) -> bool:
        """Whether the page has a cell or a task to run."""
        return bool(self.places)

    def fault(self, failure: Failure, root: Path) -> Fault:
        """Say where the author has to look: on the page, and in the file that the cell loads."""
        place = self.places[failure.cell]
        if failure.line is None:
            return Fault(failure.rule, place.line, failure.message)
        line = place.source_line + failure.line - 1
        if place.source_path == self.path:
            return Fault(failure.rule, line, failure.message)
        where = f"{place.source_path.relative_to(root.resolve())}:{line}"
        return Fault(failure.rule, place.line, f"{where}: {failure.message}")


def read_page(
    docname: str, path: Path, *, root: Path, config: MdParserConfig, fingerprint: str
) -> Page:
    """Read the page at ``path``; what is wrong with its cells is in ``Page.faults``.

    ``root`` is the folder that no ``:load:`` may leave.
    """
    source = read_source(path)
    lines = source.lines
    blocks = block_tokens(lines, config)
    tokens = [token for token in blocks if token.level == 0 and token.nesting >= 0]
    page = Page(docname, path, new_notebook())
    page.faults.extend(unclosed_fences(blocks, lines, config))
    page.faults.extend([fault] if (fault := source.fault("the page")) else [])
    text_start = 0
    if tokens and tokens[0].type == "front_matter":
        front_matter = tokens.pop(0)
        page.notebook.metadata.update(_front_matter(front_matter, page))
        page.limits = _limits(page)
        text_start = _span(front_matter)[1]
    elif lines[0].rstrip() == "---":
        page.faults.append(
            Fault(
                "front-matter",
                1,
                "the front matter that begins here is never closed; "
                "end it with --- on a line of its own",
            )
        )
    source_map: list[int] = []
    for token in tokens:
        if token.type == "fence" and token.info.split()[:1] == ["{code-cell}"]:
            start, end = _span(token)
            _add_text(page.notebook, lines, text_start, start, source_map)
            source_map.append(start + SOURCE_MAP_BASE)
            page.notebook.cells.append(_code_cell(token, page, root))
            text_start = end
        elif token.info.split()[:1] == ["{blank}"]:
            _add_blank(token, page, root, config)
    _add_text(page.notebook, lines, text_start, len(lines), source_map)
    for place, blank in enumerate(page.blanks, start=len(page.notebook.cells)):
        page.places[place] = CellPlace(blank.line, page.path, blank.line)
    page.faults.extend(_duplicate_labels(page))
    for index, cell in enumerate(page.notebook.cells):
        cell["id"] = f"cell-{index}"
    page.notebook.metadata["source_map"] = source_map
    page.notebook.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3"}
    # jupyter-cache hashes the kernelspec and no other metadata of a notebook.
    page.notebook.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "fingerprint": fingerprint,
    }
    return page


def code_cells(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    """Yield each code cell with its index in the notebook."""
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            yield index, cell


def _span(token: Token) -> tuple[int, int]:
    """Return the first line and the line after the last, from 0."""
    assert token.map is not None
    return token.map[0], token.map[1]


def _add_text(
    notebook: NotebookNode, lines: list[str], start: int, end: int, source_map: list[int]
) -> None:
    while start < end and not lines[start].strip():
        start += 1
    text = "\n".join(lines[start:end]).rstrip()
    if text:
        source_map.append(start + SOURCE_MAP_BASE)
        notebook.cells.append(new_markdown_cell(text))


def _front_matter(token: Token, page: Page) -> dict[str, Any]:
    try:
        values = yaml.safe_load(token.content) or {}
    except (yaml.YAMLError, ValueError) as error:  # the latter for the 40th of a month
        mark = getattr(error, "problem_mark", None)
        line = 2 + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
        page.faults.append(
            Fault("front-matter", line, f"the front matter is no YAML: {problem}; write key: value")
        )
        return {}
    if not isinstance(values, dict):
        page.faults.append(
            Fault("front-matter", 2, f"the front matter is {values!r}; write lines of key: value")
        )
        return {}
    for name, value in list(values.items()):
        if isinstance(name, str) and _is_plain(value):
            continue
        del values[name]
        problem = f"the front matter sets {name}: {value}; put it in quotes"
        page.faults.append(Fault("front-matter", 1, problem))
    for name in ("myst", "mystnb"):
        if not isinstance(values.get(name, {}), dict):
            problem = (
                f"the front matter sets {name}: {values.pop(name)}; write it as {{key: value}}"
            )
            page.faults.append(Fault("front-matter", 1, problem))
    mode = values.get("mystnb", {}).pop("execution_mode", None)
    if mode is not None:
        page.faults.append(
            Fault(
                "cell-skipped",
                1,
                f"the front matter sets mystnb.execution_mode: {mode}; "
                "every page runs, so remove it",
            )
        )
    return values


def _limits(page: Page) -> Limits:
    """Return what the page asks for, as in ``trueloss: {cell_seconds: 120}``, up to the caps."""
    asked = page.notebook.metadata.get("trueloss", {})
    limits: dict[str, Any] = {}
    problems = [] if isinstance(asked, dict) else [f"trueloss: {asked!r}"]
    for name, value in asked.items() if isinstance(asked, dict) else ():
        if name in CAPS and isinstance(value, int | float) and 0 < value <= CAPS[name]:
            limits[name] = value
        else:
            problems.append(f"trueloss: {{{name}: {value}}}")
    known = ", ".join(f"{name} up to {cap}" for name, cap in CAPS.items())
    page.faults.extend(
        Fault("front-matter", 1, f"the front matter sets {problem}; a page may ask for {known}")
        for problem in problems
    )
    return Limits(**limits)


def _text(value: Any) -> str:
    """Return what an author wrote as a text; an option without a value is an empty one."""
    return "" if value is None else str(value)


def _is_readable(name: str, value: Any) -> bool:
    """Tell whether myst-nb can read a cell's option."""
    wanted = {"mystnb": dict, "tags": list}.get(name)
    return _is_plain(value) and (wanted is None or isinstance(value, wanted))


def _is_plain(value: Any) -> bool:
    """Tell whether a notebook can hold a value; it cannot hold a date."""
    try:
        json.dumps(value, sort_keys=True)
    except (TypeError, ValueError):
        return False
    return True


class _CellDirective(Directive):
    """Tells the MyST option parser that a cell takes options and a body."""

    option_spec = {"options": str}  # noqa: RUF012 (docutils declares it so)
    optional_arguments = 1
    has_content = True


def _code_cell(token: Token, page: Page, root: Path) -> NotebookNode:
    start, _ = _span(token)
    line = start + 1
    parsed = parse_directive_text(_CellDirective, "", token.content, validate_options=False)
    page.faults.extend(
        Fault("cell-options", line, f"the options of this cell: {warning.msg}; write :name: value")
        for warning in parsed.warnings
    )
    options: dict[str, Any] = {str(name): value for name, value in parsed.options.items()}
    if "label" in options:
        options["label"] = _text(options["label"])
    page.faults.extend(_option_faults(options, line))
    options = {name: value for name, value in options.items() if _is_readable(name, value)}
    source = "\n".join(parsed.body)
    source_path, source_line = page.path, line + 1 + parsed.body_offset
    if "load" in options:
        example = _load(_text(options["load"]), line, page, root)
        if source.strip():
            page.faults.append(
                Fault(
                    "load-with-body",
                    line,
                    f"this cell loads {options['load']} and has lines of its own; "
                    "keep one of the two",
                )
            )
        source = ""
        if example is not None:
            loaded = read_source(example)
            source = loaded.text.rstrip("\n")
            source_path, source_line = example, 1
            if fault := loaded.fault(f"{example.relative_to(root.resolve())}:{loaded.bad_line}"):
                page.faults.append(Fault(fault.rule, line, fault.message))
            page.loaded.append(example)
    page.places[len(page.notebook.cells)] = CellPlace(line, source_path, source_line)
    cell: NotebookNode = new_code_cell(source, metadata=nbformat.from_dict(options))
    return cell


def _option_faults(options: dict[str, Any], line: int) -> Iterator[Fault]:
    for name in options.keys() - set(CELL_OPTIONS):
        yield Fault(
            "cell-options",
            line,
            f"a cell has no option {name!r}; use one of {', '.join(sorted(CELL_OPTIONS))}",
        )
    if options.get("label") == "":
        yield Fault("cell-options", line, "the label is empty; write a name after :label:")
    for name, value in options.items():
        if not _is_plain(value):
            yield Fault("cell-options", line, f"{name} is {value}; put the value in quotes")
        elif name == "mystnb" and not isinstance(value, dict):
            yield Fault("cell-options", line, f"{name} is {value}; write it as {{key: value}}")
    tags = options.get("tags") or []
    if not isinstance(tags, list):
        yield Fault("cell-options", line, f"the tags are {tags!r}; write them as a list: [{tags}]")
    elif SKIP_TAG in tags:
        yield Fault(
            "cell-skipped",
            line,
            f"this cell is tagged {SKIP_TAG}; every cell of a page runs, so remove the tag, "
            "or remove the cell",
        )


def _add_blank(token: Token, page: Page, root: Path, config: MdParserConfig) -> None:
    line = _span(token)[0] + 1

    def load(target: str) -> Path | None:
        program = _load(target, line, page, root, option="program")
        # Even where the task is refused: an edit of its program may mend it.
        page.loaded += [program] if program else []
        return program

    blank, faults = read_blank(token.content, line, config, root, load)
    page.faults.extend(faults)
    if blank is None:
        page.refused.append(line)
    else:
        page.blanks.append(blank)


def _load(target: str, line: int, page: Page, root: Path, *, option: str = "load") -> Path | None:
    if not target:
        problem = f":{option}: is empty; write the path of a program, from the page's own folder"
        page.faults.append(Fault("load-missing", line, problem))
        return None
    try:
        path = (page.path.parent / target).resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL
        problem = (
            f":{option}: {target!r} is no path ({error}); write one from the page's own folder"
        )
        page.faults.append(Fault("load-missing", line, problem))
        return None
    if not path.is_relative_to(root.resolve()):
        page.faults.append(
            Fault(
                "load-outside",
                line,
                f":{option}: {target} leaves the repository; move the program into examples/",
            )
        )
        return None
    if not path.is_file():
        page.faults.append(
            Fault(
                "load-missing",
                line,
                f":{option}: {target} is no file (looked for {path.relative_to(root.resolve())}); "
                "the path starts at the page's own folder",
            )
        )
        return None
    return path


def _duplicate_labels(page: Page) -> Iterator[Fault]:
    first_use: dict[str, int] = {}
    for index, cell in code_cells(page.notebook):
        label = cell.metadata.get("label")
        line = page.places[index].line
        if label in first_use:
            yield Fault(
                "label-twice",
                line,
                f"the label {label!r} belongs to the cell at line {first_use[label]} already; "
                "give this cell another",
            )
        elif label is not None:
            first_use[label] = line
    for blank in page.blanks:
        if blank.name in first_use:
            yield Fault(
                "label-twice",
                blank.line,
                f"the name {blank.name!r} belongs to the cell or task at line "
                f"{first_use[blank.name]} already; give this task another",
            )
        else:
            first_use[blank.name] = blank.line
