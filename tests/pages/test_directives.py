"""Directives as they stand on a page."""

from myst_parser.config.main import MdParserConfig

from trueloss.pages.directives import nested_directives, read_directive
from trueloss.pages.fences import block_parser

BLOCKS = block_parser(MdParserConfig(enable_extensions={"colon_fence"}))


def test_a_directive_with_all_its_parts() -> None:
    (token,) = BLOCKS.parse("```{blank} Add *two*\n:name: add\n:check:\n\nWords.\n```\n")
    found = read_directive(token, 10)
    assert found is not None
    assert (found.name, found.argument, found.line) == ("blank", "Add *two*", 10)
    assert found.options == {"name": "add", "check": ""}
    assert (found.body, found.body_line) == ("Words.", 14)
    assert [line for line in range(9, 18) if found.holds(line)] == [11, 12, 13, 14]


def test_a_listing_is_no_directive() -> None:
    (token,) = BLOCKS.parse("```python\n{1}\n```\n")
    assert read_directive(token) is None


def test_directives_are_found_in_each_other_and_in_lists_and_not_in_listings() -> None:
    text = (
        "::::{note}\n:::{tip}\n```{code-block}\n:::{hint}\n:::\n```\n:::\n::::\n"
        "- ```{math}\n  x\n  ```\n"
    )
    found = nested_directives(BLOCKS.parse(text), BLOCKS)
    assert [(each.name, each.line) for each in found] == [
        ("note", 1),
        ("tip", 2),
        ("code-block", 3),
        ("math", 9),
    ]
