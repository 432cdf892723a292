"""Turn the Markdown of a page into what a notebook shows: no directives, no roles.

A question becomes its options and, in ``<details>``, its answer, hint, solution and mistakes.
"""

import dataclasses
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping

from myst_parser.config.main import MdParserConfig

from trueloss.lessons.questions.question_nodes import letter
from trueloss.pages.directives import WrittenDirective, read_directive
from trueloss.pages.markdown_text import markdown_parser, role_text, tree_of
from trueloss.pages.option_lists import option_lists

_CODE = re.compile(r"(?:\{(?P<role>[\w:-]+)\})?(?P<ticks>`+)(?P<text>.+?)(?<!`)(?P=ticks)(?!`)")
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<target>[^)\s]+)\)")
#: Link targets, attributes and comments, which only the build needs.
_FOR_THE_BUILD = re.compile(r"\([\w-]+\)=\s*|\{[#.][^}]*\}\s*|%.*")
_ADMONITIONS = ("note", "tip", "important", "warning", "caution", "danger", "seealso", "admonition")
_SILENT = ("toctree", "contents", "tableofcontents")
_TITLES = {"hint": "Hint", "solution": "Solution", "mistakes": "Common mistakes"}


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
        self._parser = markdown_parser(config)
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
            block = read_directive(token)
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

    def _block(self, block: WrittenDirective) -> str:
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

    def _question(self, block: WrittenDirective) -> str:
        level = block.options.get("level")
        parts = [f"**{self.inline(block.argument)}**" + (f" ({level})" if level else "")]
        if "program" in block.options:
            program = self._place.program(block.options["program"]).rstrip()
            parts.append(f"```python\n{program}\n```")
        body, answer = self._take_options(block)
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

    def _take_options(self, block: WrittenDirective) -> tuple[str, str]:
        """Return a body with options cut to labels, and the options with feedback."""
        lines = block.body.split("\n")
        shown: list[str] = []
        answer: list[str] = []
        end = 0
        blocks = tree_of(block.body, self._parser)
        for found in option_lists(blocks, block.body, block.body_line, self._parser):
            shown += lines[end : found.span[0]]
            end = found.span[1]
            for place, option in enumerate(found.options):
                name, right = letter(place), " (right)" if option.right else ""
                label, feedback = option.label.text, option.feedback.text
                shown += [*_item(f"**{name}.**", label), ""]
                # Directives in feedback are converted here, those in labels with the body.
                said = self.text(f"{label}\n\n{feedback}".strip())
                answer += _item(f"**{name}{right}.**", said)
        return "\n".join(shown + lines[end:]), "\n".join(answer)


def _role(found: re.Match[str]) -> str:
    if found["role"] is None:
        return found[0]
    text = role_text(found["role"], found["text"])
    return f"${text}$" if found["role"] == "math" else text


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
