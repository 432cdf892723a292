"""Questions as the run phase reads them from a page, wherever on it they stand."""

from pathlib import Path

from myst_parser.config.main import MdParserConfig

from trueloss.pages.questions import WrittenQuestion
from trueloss.pages.reader import Page, read_page

QUESTION = """\
::::{question} What is *printed*?
:name: sum
:kind: predict-output
:level: easy
:mood: good

A sum of {ran}`7 <sum>`.

* [x] 7
  That is the sum.
* [ ] `12`
* 13

Look **twice**.

:::{hint}
Add.
:::
:::{solution}
1. **Add.**

**Quick check.** Take away.
:::
::::
"""


def read(folder: Path, text: str) -> Page:
    path = folder / "page.md"
    path.write_text(text, encoding="utf-8")
    config = MdParserConfig(enable_extensions={"colon_fence"})
    return read_page("page", path, root=folder, config=config, fingerprint="f")


def question(folder: Path, text: str) -> WrittenQuestion:
    (found,) = read(folder, text).questions
    return found


def test_a_question_is_read_whole(tmp_path: Path) -> None:
    found = question(tmp_path, f"# A page\n\n{QUESTION}")
    assert (found.line, found.title, found.asks) == (3, "What is *printed*?", "What is printed?")
    assert (found.name, found.kind, found.time) == ("sum", "predict-output", None)
    assert found.stem == "A sum of 7.\nLook twice."
    assert [(each.text, each.right, each.line) for each in found.options] == [
        ("7", True, 11),
        ("12", False, 13),
    ]
    assert (found.has_hint, found.has_solution, found.has_mistakes) == (True, True, False)
    assert (found.has_steps, found.has_quick_check) == (True, True)
    assert (found.unmarked, found.unknown, found.within) == (("13",), ("mood",), None)


def test_a_question_is_found_inside_other_directives(tmp_path: Path) -> None:
    tab = f"::::::{{tab-set}}\n:::::{{tab-item}} One\n{QUESTION}:::::\n::::::\n"
    assert question(tmp_path, f"# A page\n\n{tab}").line == 5
    note = f"`````{{note}}\n{QUESTION}`````\n"
    assert (
        question(
            tmp_path, f"# A page\n\n- In a list:\n\n  {note.replace(chr(10), chr(10) + '  ')}"
        ).line
        == 6
    )
    shown = f"`````{{code-block}} markdown\n{QUESTION}`````\n"
    assert read(tmp_path, f"# A page\n\n{shown}").questions == []


def test_a_question_inside_another_knows_it(tmp_path: Path) -> None:
    outer = QUESTION.replace("::::\n", f"{QUESTION}::::\n").replace("::::{q", ":::::{q", 1)
    outer = outer.removesuffix("::::\n") + ":::::\n"
    found = read(tmp_path, f"# A page\n\n{outer}").questions
    assert [each.within for each in found] == [None, 3]
    assert found[0].apart == ()


def test_options_may_stand_apart_or_twice(tmp_path: Path) -> None:
    apart = QUESTION.replace("That is the sum.", "  - [x] 8").replace("Add.", "- [ ] 9")
    found = question(tmp_path, apart.replace(":level: easy", ":level: easy\n:level: hard"))
    assert found.apart == ("[ ] 9", "[x] 8")
    assert found.repeated == ("level",)


def test_of_two_questions_with_one_body_the_nearest_is_meant(tmp_path: Path) -> None:
    page = read(tmp_path, f"# A page\n\n{QUESTION}\n{QUESTION}")
    first, second = page.questions
    assert page.question(first.body, first.line + 1) is first
    assert page.question(second.body, second.line) is second
    assert page.question("another", 3) is None
