"""Fences that are never closed."""

import pytest
from myst_parser.config.main import MdParserConfig

from trueloss.pages.fences import block_parser, unclosed_fence

BLOCKS = block_parser(MdParserConfig(enable_extensions={"colon_fence"}))


def unclosed(text: str) -> list[int]:
    lines = text.split("\n")
    return [
        diagnostic.line for diagnostic in unclosed_fence(BLOCKS.parse(f"{text}\n"), lines, BLOCKS)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "```py\nx\n```",
        "```py\nx\n`````",
        "~~~\n```\n~~~",
        "> ```\n> x\n> ```",
        "- a\n  ```\n  x\n  ```",
        "::::{question} Q\n:::{hint}\nH\n:::\n::::",
        ":::{code-block} md\n```\n:::",
        "````md\n```{code-cell}\n````",
    ],
)
def test_closed(text: str) -> None:
    assert unclosed(text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("```py\nx\n", [1]),
        ("words\n\n```{code-cell}\nx", [3]),
        ("```", [1]),
        ("````py\nx\n```", [1]),
        ("```py\nx\n~~~", [1]),
        ("- a\n  ```\n  x\n\nwords", [2]),
        ("::::{question} Q\n:::{hint}\nH\n::::", [2]),
        ("::::{question} Q\n:::{hint}\nH\n:::\n", [1]),
        (":::{question} Q\n:::{hint}\nH\n:::\n:::\n\nwords", [1]),
        ("::::{question} Q\nx\n\n::::{question} R\nx\n::::\n", [1]),
    ],
)
def test_open(text: str, lines: list[int]) -> None:
    assert unclosed(text) == lines
