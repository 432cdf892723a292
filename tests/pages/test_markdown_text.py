"""The words of Markdown are those that docutils' ``astext`` gives: answers are kept under them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import roles
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.docutils_ import Parser

from tests.published import ROOT
from trueloss.pages.directives import nested_directives
from trueloss.pages.fences import block_parser
from trueloss.pages.markdown_text import block_text, line_text, markdown_parser, role_text, tree_of
from trueloss.pages.questions import WrittenQuestion, read_questions

EXTENSIONS = ["attrs_block", "colon_fence", "deflist", "dollarmath"]
CONFIG = MdParserConfig(enable_extensions=set(EXTENSIONS))
MARKDOWN = markdown_parser(CONFIG)
CONSTRUCTED = [
    "A line,\nand *another* **line**.",
    "Code `a  b`, `` `c` ``, math $x^2$, a [link](https://example.org) and <https://example.org>.",
    "A hard\\\nbreak and  \nanother, \\*escaped\\* &amp; decoded.",
    "An ![image *of* it](a.png).",
    "- one\n- two\n\n  more\n  - three\n\n1. first\n2. second",
    "> quoted\n> twice\n\nand on",
    "    indented\n    code",
    "$$\nx = 1\n$$",
    "| a | b |\n|---|---|\n| 1 | *2* |\n| 3 | `4` |",
    "term\n: what it means\n\n  in two blocks",
    "a\n\n---\n\nb",
    "% a comment\n\nwords",
    "<b>raw</b> in a line\n\n<div>\nraw\n</div>",
    ":::{note}\nMind *this*.\n\nAnd that.\n:::",
    ":::{admonition} A *title*\nIts body.\n:::",
    "```{math}\nx = 1\n```",
    "```{code-block} python\na = 1\n```",
]


def docutils_text(markdown: str) -> str:
    document = publish_doctree(
        markdown,
        parser=Parser(),
        settings_overrides={
            "myst_enable_extensions": EXTENSIONS,
            "doctitle_xform": False,
            "report_level": 5,
        },
    )
    return "\n".join(child.astext() for child in document.children)


def text(markdown: str) -> str:
    return "\n".join(block_text(node, MARKDOWN) for node in tree_of(markdown, MARKDOWN))


@pytest.fixture(scope="module", autouse=True)
def roles_of_ours() -> Iterator[None]:
    """Give docutils the roles that Sphinx and this project would: each shows its title."""

    def show(name: str, _raw: str, content: str, *_: Any, **__: Any) -> Any:
        return [nodes.inline("", role_text(name, content))], []

    before = roles._roles.copy()  # type: ignore[attr-defined]
    for name in ("doc", "literal", "ran", "ref", "term"):
        roles.register_local_role(name, show)
    yield
    roles._roles.clear()  # type: ignore[attr-defined]
    roles._roles.update(before)  # type: ignore[attr-defined]


@pytest.mark.parametrize("markdown", CONSTRUCTED)
def test_text_of_blocks(markdown: str) -> None:
    assert text(markdown) == docutils_text(markdown)


def test_code_keeps_its_last_line_break_as_under_sphinx() -> None:
    assert text("```python\n    a = 1\n\nb = 2\n```\n\nand on") == "    a = 1\n\nb = 2\n\nand on"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("ran", "1.37 <one-step>", "1.37"),
        ("term", "loss", "loss"),
        ("literal", "3 <4>", "3 <4>"),
        ("math", "a <b>", "a <b>"),
    ],
)
def test_text_of_roles(name: str, content: str, expected: str) -> None:
    assert role_text(name, content) == expected
    assert line_text(f"So {{{name}}}`{content}`.", MARKDOWN) == f"So {expected}."


def questions() -> Iterator[WrittenQuestion]:
    for path in sorted((ROOT / "docs" / "lessons").rglob("*.md")):
        blocks = block_parser(CONFIG)
        directives = nested_directives(blocks.parse(path.read_text(encoding="utf-8")), blocks)
        yield from read_questions(directives, MARKDOWN)


def test_every_question_of_the_course() -> None:
    asked = list(questions())
    assert len(asked) > 50
    for question in asked:
        body = question.body.split("\n")
        start, end = question.span
        help_ = next(number for number, line in enumerate(body) if line.startswith(":::{"))
        stem = "\n".join([*body[:start], "", *body[end:help_]])
        stem = re.sub(r"\]\([\w-]+\.md\)", "](https://example.org)", stem)  # Sphinx finds pages
        assert question.stem == docutils_text(stem), question
        assert question.asks == docutils_text(question.title), question
        for option in question.options:
            assert option.text == " ".join(docutils_text(option.label.text).split()), option
