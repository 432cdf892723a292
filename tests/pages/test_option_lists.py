"""The list of options, read from its Markdown."""

import pytest
from myst_parser.config.main import MdParserConfig

from trueloss.pages.markdown_text import markdown_parser, tree_of
from trueloss.pages.option_lists import Option, OptionList, leading_code, option_lists

MARKDOWN = markdown_parser(MdParserConfig())


def lists(text: str) -> list[OptionList]:
    return list(option_lists(tree_of(text, MARKDOWN), text, 10, MARKDOWN))


def options(text: str) -> tuple[Option, ...]:
    (found,) = lists(text)
    return found.options


@pytest.mark.parametrize("bullet", ["- ", "* ", "+ ", "-  ", " - ", "   -   "])
def test_any_bullet_makes_a_list(bullet: str) -> None:
    blank = " " * len(bullet)
    wrong, right = options(f"{bullet}[ ] 12\n{bullet}[x] 7\n{blank}The first\n{blank}loss.")
    assert (wrong.text, wrong.right, wrong.line) == ("12", False, 10)
    assert (right.text, right.right, right.line) == ("7", True, 11)
    assert (right.feedback.line, right.feedback.text) == (12, "The first\nloss.")


def test_feedback_goes_on_with_the_paragraph_and_blocks_follow() -> None:
    (option,) = options("- [X] 7\n  The sum.\n\n  1. Add.\n\n  ```python\n  3 + 4\n  ```\n")
    assert option.feedback.paragraph == "The sum."
    assert option.feedback.blocks.text == "\n1. Add.\n\n```python\n3 + 4\n```"
    assert option.feedback.blocks.line == 12


def test_markup_in_a_label_stays_and_its_text_is_compared() -> None:
    (option,) = options("- [ ] `fit` *alone*, {ran}`1.37 <a>`\n  Trains.")
    assert option.label.text == "`fit` *alone*, {ran}`1.37 <a>`"
    assert option.text == "fit alone, 1.37"


def test_a_listing_may_be_the_label() -> None:
    (option,) = options("- [ ]\n  ```python\n  a = 1\n\n  b = 2\n  ```\n  Two lines.")
    assert option.is_block
    assert option.label.text == "```python\na = 1\n\nb = 2\n```"
    assert option.text == "a = 1 b = 2"
    assert (option.feedback.text, option.feedback.line) == ("Two lines.", 16)


@pytest.mark.parametrize("end", ["\\", "  "])
def test_a_hard_line_break_ends_the_label(end: str) -> None:
    (option,) = options(f"- [x] 7{end}\n  The sum.")
    assert (option.label.text, option.text) == ("7", "7")
    assert option.feedback.text == "The sum."


def test_a_line_that_is_not_indented_goes_on_with_its_paragraph() -> None:
    (option,) = options("- [x] 7\nThe sum.")
    assert option.feedback.paragraph == "The sum."


def test_an_item_without_a_mark_is_told_apart() -> None:
    (found,) = lists("- [x] a\n- b *c*\n- `[x]` d")
    assert [(item.line, item.text) for item in found.unmarked] == [(11, "b c"), (12, "[x] d")]


def test_a_list_without_marks_is_none() -> None:
    assert lists("- first\n- second\n\n1. [x] third") == []


def test_a_list_knows_its_lines_and_the_paragraph_above() -> None:
    first, second = lists("`__1__` asks\nthis.\n\n- [x] `a`\n\nWords.\n\n* [ ] b\n")
    assert (first.above.text, first.above.line) == ("`__1__` asks\nthis.", 10)
    assert (first.line, first.span[0]) == (13, 3)
    assert (second.above.text, second.line) == ("Words.", 17)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`a`", ("a", "")),
        ("`a` is a text.", ("a", "is a text.")),
        ("`` `a` ``", ("`a`", "")),
        ("` a `", ("a", "")),
        ("a `b`", ("", "a `b`")),
        ("`a", ("", "`a")),
    ],
)
def test_code_that_begins_a_text(text: str, expected: tuple[str, str]) -> None:
    assert leading_code(text) == expected
