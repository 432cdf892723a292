"""Read a MyST page as a notebook.

myst-nb's own reader stops at the first mistake and wants front matter that a machine can
supply. This one serves every page: it collects all mistakes, knows the line of each cell, and
stamps the notebook with the environment's fingerprint so that the cache can tell two apart.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import nbformat
from markdown_it import MarkdownIt
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.execution.jobs import Failure
from trueloss.kernels.limits import Limits
from trueloss.pages.blanks import Blank, read_blank, runs_options
from trueloss.pages.cards import WrittenCard, read_cards
from trueloss.pages.cell_options import read_cell
from trueloss.pages.directives import WrittenDirective, nested_directives, read_directive
from trueloss.pages.fences import block_parser, unclosed_fence
from trueloss.pages.front_matter import limits_of, read_front_matter
from trueloss.pages.loading import find_program
from trueloss.pages.markdown_text import markdown_parser
from trueloss.pages.questions import WrittenQuestion, read_questions
from trueloss.pages.ran_numbers import RanNumber, ran_numbers
from trueloss.pages.sources import read_source
from trueloss.pages.tolerance import Tolerance, read_tolerance
from trueloss.pages.tries import Tried
from trueloss.text.python_source import ends_in_string
from trueloss.text.slugs import second_uses

_FETCHES = re.compile(
    r"\s*[!%]{1,2}\s*(?:(?:python3? -m )?pip|conda|uv|apt|apt-get|curl|wget|git)\s"
)

#: These lines count from 0, but myst-nb and myst-parser each add one: one too many.
SOURCE_MAP_BASE = -1


@dataclass(frozen=True)
class CellPlace:
    """Where a code cell or a task stands: the line of its fence, and file and line of its source.

    ``label`` is empty where a cell has none; a ``task`` has its name there. ``looks`` are options
    for how its program is shown.
    """

    line: int
    source_path: Path
    source_line: int
    label: str
    tolerance: Tolerance = field(default_factory=Tolerance)
    task: bool = False
    looks: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What its author knows it by, empty where it has no label."""
        return f"the {'task' if self.task else 'cell'} {self.label!r}" if self.label else ""


@dataclass
class Page:
    """A page as the run phase sees it.

    ``places`` has one entry per code cell, keyed by the cell's index in the notebook, and after
    those one for each of the ``blanks``, the tasks to fill in and the questions whose options are
    run. ``loaded`` are the files that cells and tasks load, absolute. ``refused`` are the lines of
    tasks that cannot run, and ``tried`` is what came of each of the others once it has run, by its
    name. ``shown`` is the notebook as its readers see it.
    """

    docname: str
    path: Path
    notebook: NotebookNode
    places: dict[int, CellPlace] = field(default_factory=dict)
    blanks: list[Blank] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    tried: dict[str, Tried] = field(default_factory=dict)
    loaded: list[Path] = field(default_factory=list)
    questions: list[WrittenQuestion] = field(default_factory=list)
    cards: list[WrittenCard] = field(default_factory=list)
    ran: list[RanNumber] = field(default_factory=list)
    shown: NotebookNode | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)
    tolerance: Tolerance = field(default_factory=Tolerance)

    @property
    def may_run(self) -> bool:
        """Whether all its code is known: an option that no cell has keeps none from running."""
        return all(each.rule == "cell-options" for each in self.diagnostics)

    @property
    def has_code(self) -> bool:
        """Whether the page has a cell or a task to run."""
        return bool(self.places)

    def blank_at(self, line: int) -> Blank | None:
        """Return the task, or question with a program, that begins at a line."""
        return next((blank for blank in self.blanks if blank.line == line), None)

    def question(self, body: str, near: int) -> WrittenQuestion | None:
        """Return the question with a body; of several, the one nearest to a line.

        MyST counts the lines of some nested directives one too far.
        """
        return _nearest(self.questions, body, near)

    def card(self, title: str, body: str, near: int) -> WrittenCard | None:
        """Return the card with a front and a back; of several, the one nearest to a line."""
        return _nearest([card for card in self.cards if card.title == title], body, near)

    def diagnostic(self, failure: Failure, root: Path) -> Diagnostic:
        """Turn a failure into a diagnostic that names line, cell and loaded file."""
        place = self.places[failure.cell]
        where = [place.name] if place.name else []
        line, program = place.line, ""
        if failure.line is not None:
            line = place.source_line + failure.line - 1
            if place.source_path != self.path:
                program = place.source_path.relative_to(root.resolve()).as_posix()
                where.append(f"{program}:{line}")
                line = place.line
        said = f"{', '.join(where)}: {failure.message}" if where else failure.message
        return Diagnostic(failure.rule, line, said, about=program)


def read_page(
    docname: str, path: Path, *, root: Path, config: MdParserConfig, fingerprint: str
) -> Page:
    """Read the page at ``path``; what is wrong with its cells is in ``Page.diagnostics``.

    ``root`` is the folder that no ``:load:`` may leave.
    """
    source = read_source(path)
    lines = source.lines
    parser, markdown = block_parser(config), markdown_parser(config)
    text = "\n".join(lines)
    blocks = parser.parse(text + "\n")
    tokens = [token for token in blocks if token.level == 0 and token.nesting >= 0]
    page = Page(docname, path, new_notebook())
    page.diagnostics.extend(unclosed_fence(blocks, lines, parser))
    page.diagnostics.extend([diagnostic] if (diagnostic := source.diagnostic("the page")) else [])
    text_start = _take_front_matter(tokens, lines, page)
    source_map: list[int] = []
    for token in tokens:
        if token.type == "fence" and token.info.split()[:1] == ["{code-cell}"]:
            start, end = _span(token)
            _add_text(page.notebook, lines, text_start, start, source_map)
            source_map.append(start + SOURCE_MAP_BASE)
            _add_cell(token, page, root)
            text_start = end
        elif (written := read_directive(token)) and runs_options(written):
            _add_blank(written, page, root, markdown)
    _add_text(page.notebook, lines, text_start, len(lines), source_map)
    directives = list(nested_directives(blocks, parser))
    page.cards.extend(read_cards(directives, markdown))
    page.ran.extend(ran_numbers(text, directives, markdown))
    page.questions.extend(read_questions(directives, markdown))
    for place, blank in enumerate(page.blanks, start=len(page.notebook.cells)):
        page.places[place] = CellPlace(
            blank.line, page.path, blank.line, blank.name, page.tolerance, task=True
        )
    page.diagnostics.extend(_duplicate_labels(page))
    _stamp(page.notebook, source_map, fingerprint)
    return page


Asked = TypeVar("Asked", WrittenQuestion, WrittenCard)


def _nearest(asked: Iterable[Asked], body: str, line: int) -> Asked | None:
    found = [each for each in asked if each.body == body]
    return min(found, key=lambda each: abs(each.line - line), default=None)


def code_cells(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    """Yield each code cell with its index in the notebook."""
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            yield index, cell


def _span(token: Token) -> tuple[int, int]:
    """Return the first line and the line after the last, from 0."""
    assert token.map is not None
    return token.map[0], token.map[1]


def _take_front_matter(tokens: list[Token], lines: list[str], page: Page) -> int:
    """Take the front matter, where there is one, off the tokens; return where the text begins."""
    if tokens and tokens[0].type == "front_matter":
        front_matter = tokens.pop(0)
        values, diagnostics = read_front_matter(front_matter.content)
        page.limits, beyond = limits_of(values)
        page.tolerance, bad = read_tolerance(values, 1, page.tolerance)
        page.notebook.metadata.update(values)
        page.diagnostics.extend(diagnostics + beyond + bad)
        return _span(front_matter)[1]
    if lines[0].rstrip() == "---":
        problem = (
            "the front matter that begins here is never closed; "
            "end it with --- on a line of its own"
        )
        page.diagnostics.append(Diagnostic("front-matter", 1, problem))
    return 0


def _stamp(notebook: NotebookNode, source_map: list[int], fingerprint: str) -> None:
    """Add to a notebook the ids and metadata that myst-nb and the cache need."""
    for index, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{index}"
    notebook.metadata["source_map"] = source_map
    notebook.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3"}
    # jupyter-cache hashes the kernelspec and no other metadata of a notebook.
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "fingerprint": fingerprint,
    }


def _add_text(
    notebook: NotebookNode, lines: list[str], start: int, end: int, source_map: list[int]
) -> None:
    while start < end and not lines[start].strip():
        start += 1
    text = "\n".join(lines[start:end]).rstrip()
    if text:
        source_map.append(start + SOURCE_MAP_BASE)
        notebook.cells.append(new_markdown_cell(text))


def _add_cell(token: Token, page: Page, root: Path) -> None:
    line = _span(token)[0] + 1
    text = read_cell(token.content, line)
    tolerance, bad = read_tolerance(text.options, line, page.tolerance)
    page.diagnostics.extend([*text.diagnostics, *bad])
    label = text.options.get("label", "")
    source = text.body
    page.diagnostics.extend(_source_diagnostics(source, token, line + text.body_line))
    place = CellPlace(line, page.path, line + text.body_line, label, tolerance, looks=text.looks)
    if "load" in text.options:
        if source.strip():
            problem = (
                f"this cell loads {text.options['load']} and has lines of its own; "
                "keep one of the two"
            )
            page.diagnostics.append(Diagnostic("load-with-body", line, problem))
        source = ""
        program = _load(text.options["load"], line, page, root, option="load")
        if program is not None:
            loaded = read_source(program)
            source = loaded.text.rstrip("\n")
            place = dataclasses.replace(place, source_path=program, source_line=1)
            if diagnostic := loaded.diagnostic(
                f"{program.relative_to(root.resolve())}:{loaded.bad_line}"
            ):
                page.diagnostics.append(Diagnostic(diagnostic.rule, line, diagnostic.message))
    page.places[len(page.notebook.cells)] = place
    page.notebook.cells.append(new_code_cell(source, metadata=nbformat.from_dict(text.options)))


def _source_diagnostics(source: str, token: Token, first_line: int) -> Iterator[Diagnostic]:
    """Yield what shows in the source of a cell before it runs."""
    for number, text in enumerate(source.split("\n"), start=first_line):
        if _FETCHES.match(text):
            message = (
                f"{text.strip()!r} fetches something, and cells have no network; use what is "
                "installed, or have the package added to trueloss_packages in conf.py"
            )
            yield Diagnostic("guard", number, message)
    if ends_in_string(source):
        message = (
            f"a text in this cell is still open at line {_span(token)[1]}, where {token.markup} "
            f"ends the cell; begin and end the cell with {token.markup}{token.markup[0]}"
        )
        yield Diagnostic("fence-unclosed", _span(token)[0] + 1, message)


def _add_blank(written: WrittenDirective, page: Page, root: Path, markdown: MarkdownIt) -> None:
    load = partial(_load, line=written.line, page=page, root=root, option="program")
    blank, diagnostics = read_blank(written, markdown, root, load)
    page.diagnostics.extend(diagnostics)
    if blank is None:
        page.refused.append(written.line)
    else:
        page.blanks.append(blank)


def _load(target: str, line: int, page: Page, root: Path, *, option: str) -> Path | None:
    """Return the program that a page loads, and note it, even where a cell or task is refused."""
    program = find_program(target, page.path, line, root, option=option)
    if isinstance(program, Diagnostic):
        page.diagnostics.append(program)
        return None
    page.loaded.append(program)
    return program


def _duplicate_labels(page: Page) -> Iterator[Diagnostic]:
    """Yield the labels and names of tasks that another cell or task of the page has."""
    named = ((place.label or None, place) for place in page.places.values())
    for label, first, again in second_uses(named):
        message = (
            f"the name {label!r} already belongs to the cell or task at line {first.line}; "
            "give this task another"
            if again.task
            else f"the label {label!r} already belongs to the cell at line {first.line}; "
            "give this cell another"
        )
        yield Diagnostic("label-twice", again.line, message)
