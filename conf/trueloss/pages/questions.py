"""Questions as an author writes them, read from the Markdown of a page."""

import itertools
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from trueloss.pages.directives import WrittenDirective, read_directive
from trueloss.pages.markdown_text import all_blocks, block_text, line_text, tree_of
from trueloss.pages.option_lists import Option, OptionList, Piece, is_option, option_lists

#: The options of the directive, each with what it is for.
QUESTION_OPTIONS = {
    "name": "a name of its own, over all pages: training-one-step",
    "kind": "what the question asks for: predict-output",
    "level": "how hard it is: easy, medium, hard, or intermediate to expert",
    "time": "the time for it, in minutes and seconds: 2:00",
    "cell": "the label of the cell whose program is shown, its output held back",
    "evidence": "the label of the cell whose last line is the right option",
    "reference": "the address of what settles a pure concept",
    "about": "what the key holds for where other seeds give another: one start",
    "program": "the path of a program under examples/ with one gap, in which every option is run",
    "check": "with a program: an expression over its names, true for the right option alone",
}
LEVELS = ("easy", "medium", "hard", "intermediate", "advanced", "expert")
#: The tiers by which a score is told; every level belongs to one.
TIERS = ("easy", "medium", "hard")
_TIER_OF = dict(zip(LEVELS, (*TIERS, "medium", "hard", "hard"), strict=True))
#: What the last step of a solution begins with.
QUICK_CHECK = "Quick check."

#: The options that questions and tasks have alike.
_ALIKE = ("name", "level", "about")
_HELPS = ("hint", "solution", "mistakes")
_NO_LIST = OptionList((0, 0), (), (), Piece(0, ""), 0)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a question and a task to fill in have alike, as their page has it.

    ``line`` is where they begin. What the author left out is ``None``.
    """

    line: int
    title: str = ""
    name: str | None = None
    level: str | None = None
    about: str | None = None
    has_hint: bool = False
    has_solution: bool = False

    @property
    def tier(self) -> str | None:
        """Which of the three tiers the level belongs to, where it is one."""
        return _TIER_OF.get(self.level or "")


NOTHING_ASKED = Asked(line=0)


@dataclass(frozen=True, kw_only=True)
class WrittenQuestion(Asked):
    """A question as its page has it.

    ``cell`` and ``evidence`` are labels of cells, and ``time`` is as the author wrote it.
    ``has_steps`` and ``has_quick_check`` are about the solution. ``asks`` is the title and
    ``stem`` what stands around the options, both without markup. ``span`` are the lines of the
    options in the ``body`` of the directive, from 0.

    What does not fit: items ``unmarked`` among the options, marked ones ``apart`` from their list,
    options of the directive that are ``repeated`` or ``unknown``, and the line of the question
    ``within`` which this one stands.
    """

    kind: str | None
    options: tuple[Option, ...]
    has_steps: bool = False
    has_quick_check: bool = False
    has_mistakes: bool = False
    time: str | None = None
    cell: str | None = None
    evidence: str | None = None
    reference: str | None = None
    program: str | None = None
    check: str | None = None
    asks: str = ""
    stem: str = ""
    body: str = ""
    span: tuple[int, int] = (0, 0)
    unmarked: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    within: int | None = None


def read_questions(
    found: Iterable[WrittenDirective], markdown: MarkdownIt
) -> Iterator[WrittenQuestion]:
    """Yield the questions among the directives of a page."""
    written = [directive for directive in found if directive.name == "question"]
    for question in written:
        around = [each.line for each in written if each.holds(question.line)]
        yield _read(question, markdown, max(around, default=None))


def _read(written: WrittenDirective, markdown: MarkdownIt, within: int | None) -> WrittenQuestion:
    """Read a question; ``within`` is the line of the one that it stands in, if it does."""
    blocks = tree_of(written.body, markdown)
    found = option_lists(blocks, written.body, written.body_line, markdown)
    options = next(found, _NO_LIST)
    others = [node for node in blocks if node.map != options.span or node.type != "bullet_list"]
    helps = _helps(others, markdown)
    solution = [] if "solution" not in helps else tree_of(helps["solution"].body, markdown)
    stem = [node for node in others if _name(node) not in _HELPS]
    return WrittenQuestion(
        **_asked(written, helps, QUESTION_OPTIONS),
        options=options.options,
        has_steps=any(node.type == "ordered_list" for node in all_blocks(solution, markdown)),
        has_quick_check=any(QUICK_CHECK in block_text(node, markdown) for node in solution),
        has_mistakes="mistakes" in helps,
        asks=line_text(written.argument, markdown),
        stem="\n".join(block_text(node, markdown) for node in stem),
        body=written.body,
        span=options.span,
        unmarked=tuple(item.text for item in options.unmarked),
        apart=tuple(_apart(blocks, others, markdown)),
        repeated=tuple(_repeated(written.content)),
        unknown=tuple(sorted(written.options.keys() - QUESTION_OPTIONS.keys())),
        within=within,
    )


def read_task(written: WrittenDirective, markdown: MarkdownIt) -> Asked:
    """Read what a task has that a question has too."""
    blocks = tree_of(written.body, markdown)
    spans = [each.span for each in option_lists(blocks, written.body, 1, markdown)]
    others = [node for node in blocks if node.map not in spans]
    return Asked(**_asked(written, _helps(others, markdown), _ALIKE))


def _asked(
    written: WrittenDirective, helps: Container[str], options: Iterable[str]
) -> dict[str, Any]:
    return {
        "line": written.line,
        "title": written.argument,
        "has_hint": "hint" in helps,
        "has_solution": "solution" in helps,
        **{name: written.options.get(name) for name in options},
    }


def _name(node: SyntaxTreeNode) -> str:
    directive = read_directive(node)
    return directive.name if directive else ""


def _helps(nodes: list[SyntaxTreeNode], markdown: MarkdownIt) -> dict[str, WrittenDirective]:
    """Return the first hint, solution and mistakes below the nodes."""
    found: dict[str, WrittenDirective] = {}
    for node in all_blocks(nodes, markdown):
        directive = read_directive(node)
        if directive and directive.name in _HELPS:
            found.setdefault(directive.name, directive)
    return found


def _apart(
    blocks: list[SyntaxTreeNode], others: list[SyntaxTreeNode], markdown: MarkdownIt
) -> Iterator[str]:
    """Yield the text of each marked item among the blocks ``others`` than the list of options."""
    items = (item for node in blocks if node not in others for item in node.children)
    feedback = [below for item in items for below in item.children]
    for node in all_blocks([*others, *feedback], markdown):
        if is_option(node):
            yield block_text(node, markdown)


def _repeated(content: str) -> list[str]:
    """Return the options that a directive's content sets more than once, sorted."""
    lines = itertools.takewhile(lambda line: line.startswith(":"), content.split("\n"))
    names = Counter(line.split(":")[1].strip() for line in lines)
    return sorted(name for name, count in names.items() if count > 1)
