"""Turn the Markdown of a page into what a notebook shows: no directives, no roles.

A question becomes its options and, in ``<details>``, its answer, hint, solution and mistakes.
"""

import dataclasses
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from docutils.parsers.rst import Directive
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.directives import parse_directive_text

from trueloss.lessons.questions.question_nodes import letter
from trueloss.pages.fences import block_parser

_CODE = re.compile(r"(?:\{(?P<role>[\w:-]+)\})?(?P<ticks>`+)(?P<text>.+?)(?<!`)(?P=ticks)(?!`)")
_TITLED = re.compile(r"(?P<title>.+?)\s*<[^<>]+>", re.DOTALL)
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<target>[^)\s]+)\)")
_OPTION = re.compile(r"- \[(?P<mark>[ xX])\] ?(?P<label>.*)")
#: Names of places and attributes, which say something to the build alone.
_FOR_THE_BUILD = re.compile(r"\([\w-]+\)=\s*|\{[#.][^}]*\}\s*|%.*")
_ADMONITIONS = ("note", "tip", "important", "warning", "caution", "danger", "seealso", "admonition")
_SILENT = ("toctree", "contents", "tableofcontents")
_TITLES = {"hint": "Hint", "solution": "Solution", "mistakes": "Common mistakes"}


class _AnyDirective(Directive):
    """Tells the MyST parser that a directive may have arguments, options and a body."""

    option_spec = {"options": str}  # noqa: RUF012 (docutils declares it so)
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True


@dataclasses.dataclass(frozen=True)
class _Block:
    """A directive as its author wrote it."""

    name: str
    argument: str
    options: dict[str, str]
    body: str


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a page stands, to find what it points to.

    ``base`` is the address of the site, or empty. ``program`` returns the text of a file that
    the page names by its path, ``printed`` holds what each labelled cell printed.
    """

    docname: str
    base: str = ""
    program: Callable[[str], str] = str
    printed: Mapping[str, str] = dataclasses.field(default_factory=dict)


class Plain:
    """Turns texts of one page into plain Markdown."""

    def __init__(self, config: MdParserConfig, place: Place) -> None:
        self._parser = block_parser(config)
        self._place = place

    def text(self, markdown: str) -> str:
        """Return a text without directives and roles."""
        lines = markdown.splitlines()
        parts: list[str] = []
        start = 0
        for token in self._parser.parse(markdown + "\n"):
            if token.level or not token.map or token.nesting < 0:
                continue
            first, last = token.map
            block = _directive(token)
            if block is None and token.type not in ("fence", "code_block"):
                continue
            parts.append(self._prose(lines[start:first]))
            parts.append(self._block(block) if block else "\n".join(lines[first:last]).rstrip())
            start = last
        parts.append(self._prose(lines[start:]))
        return "\n\n".join(part for part in parts if part.strip())

    def _prose(self, lines: list[str]) -> str:
        kept = [line for line in lines if not _FOR_THE_BUILD.fullmatch(line)]
        return self.inline("\n".join(kept)).strip("\n")

    def inline(self, text: str) -> str:
        """Return a line or paragraph without roles, its links leading to the site."""
        parts: list[str] = []
        end = 0
        for found in _CODE.finditer(text):
            parts += [self._links(text[end : found.start()]), _role(found)]
            end = found.end()
        # A link may hold code, so links are looked for once more in the whole.
        return self._links("".join([*parts, self._links(text[end:])]))

    def _links(self, text: str) -> str:
        return _LINK.sub(self._link, text)

    def _link(self, found: re.Match[str]) -> str:
        target = found["target"]
        path, _, fragment = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            return found[0]
        if not self._place.base:
            return found["text"]
        folder = posixpath.dirname(self._place.docname)
        page = posixpath.normpath(posixpath.join(folder, path)) if path else self._place.docname
        address = f"{self._place.base}{page.removesuffix('.md')}.html"
        return f"[{found['text']}]({address}{'#' + fragment if fragment else ''})"

    def _block(self, block: _Block) -> str:
        if block.name in _SILENT:
            return ""
        if block.name in ("question", "blank"):
            return self._question(block)
        if block.name in _TITLES:
            return _details(_TITLES[block.name], self.text(block.body))
        if block.name in ("dropdown", "flashcard"):
            return _details(self.inline(block.argument), self.text(block.body))
        if block.name in _ADMONITIONS:
            title = self.inline(block.argument) or block.name.capitalize()
            return _quoted(f"**{title}**\n\n{self.text(block.body)}")
        if block.name == "math":
            return f"$$\n{block.body.strip()}\n$$"
        if block.name in ("code", "code-block", "sourcecode"):
            return f"```{block.argument}\n{block.body}\n```"
        title = f"**{self.inline(block.argument)}**\n\n" if block.argument else ""
        return title + self.text(block.body)

    def _question(self, block: _Block) -> str:
        level = block.options.get("level")
        parts = [f"**{self.inline(block.argument)}**" + (f" ({level})" if level else "")]
        if "program" in block.options:
            program = self._place.program(block.options["program"]).rstrip()
            parts.append(f"```python\n{program}\n```")
        body, answer = self._take_options(block.body)
        parts.append(self.text(body))
        labels = dict.fromkeys(block.options[n] for n in ("cell", "evidence") if n in block.options)
        for label in labels:
            printed = self._place.printed.get(label, "").rstrip()
            if printed:
                answer += f"\n\nThe cell `{label}` printed:\n\n```\n{printed}\n```"
        tried = self._place.printed.get(block.options.get("name", ""), "").rstrip()
        if "program" in block.options and tried:
            answer += f"\n\nEvery combination was run:\n\n```\n{tried}\n```"
        if "reference" in block.options:
            answer += f"\n\nSource: <{block.options['reference']}>"
        parts.append(_details("Answer", answer))
        return "\n\n".join(part for part in parts if part.strip())

    def _take_options(self, body: str) -> tuple[str, str]:
        """Return a body in which only the labels of options are left, and what they say."""
        shown: list[str] = []
        answer: list[str] = []
        lines = body.splitlines()
        number = 0
        while lines:
            found = _OPTION.match(lines[0])
            if found is None:
                number = number if lines[0].strip() == "" else 0
                shown.append(lines.pop(0))
                continue
            lines.pop(0)
            rest: list[str] = []
            while lines and (lines[0].startswith("  ") or not lines[0].strip()):
                rest.append(lines.pop(0)[2:])
            label, explanation = _label(found["label"], "\n".join(rest).strip("\n"))
            name = letter(number)
            number += 1
            right = " (right)" if found["mark"] != " " else ""
            shown += [*_item(f"**{name}.**", label), ""]
            # Directives of an explanation are turned here; the labels are, with the body.
            answer += _item(f"**{name}{right}.**", self.text(f"{label}\n\n{explanation}".strip()))
        return "\n".join(shown), "\n".join(answer)


def _directive(token: Token) -> _Block | None:
    if token.type not in ("fence", "colon_fence"):
        return None
    name = re.match(r"\{([\w:-]+)\}\s*(.*)", token.info.strip())
    if name is None:
        return None
    parsed = parse_directive_text(_AnyDirective, name[2], token.content, validate_options=False)
    return _Block(
        name[1],
        " ".join(parsed.arguments),
        {str(option): str(value) for option, value in parsed.options.items()},
        "\n".join(parsed.body),
    )


def _role(found: re.Match[str]) -> str:
    if found["role"] is None:
        return found[0]
    if found["role"] == "math":
        return f"${found['text']}$"
    titled = _TITLED.fullmatch(found["text"])
    return titled["title"] if titled else found["text"]


def _label(first: str, rest: str) -> tuple[str, str]:
    """Return the label of an option and its explanation; a bare mark has its label in a block."""
    if first.strip() or not rest.startswith("```"):
        return first.strip(), rest
    block, _, explanation = rest[3:].partition("\n```")
    return f"```{block}\n```", explanation.strip("\n")


def _item(mark: str, text: str) -> Iterator[str]:
    """Yield the lines of a list item."""
    gap = "\n\n" if text.startswith("```") else " "
    first, *others = f"{mark}{gap}{text}".splitlines()
    yield f"- {first}"
    for line in others:
        yield f"  {line}".rstrip()


def _details(title: str, body: str) -> str:
    return f"<details>\n<summary>{title}</summary>\n\n{body.strip()}\n\n</details>"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
