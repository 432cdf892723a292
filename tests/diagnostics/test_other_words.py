"""What Sphinx and MyST say, in our words."""

import pytest

from tests.conftest import Built, Site

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n'
WORDS = {
    "{term}`lass`": "the glossary has no term 'lass'; write {term}`lass <loss>`, or add to "
    "docs/words.md a line 'lass' and below it, indented by two blanks, what it means",
    "{term}`optimizer`": "the glossary has no term 'optimizer'; add to docs/words.md",
    "[a](a/secnd.md)": "there is no page a/secnd.md; write a/second.md",
    "[a](a/second.md#secnd)": "the page a/second.md has no heading #secnd; write #second",
    "[a](#frist)": "the page has no heading #frist; write #first",
    "{doc}`a/secnd`": "there is no page a/secnd; write a/second.md",
    "![A square](a/squar.svg)": "there is no picture a/squar.svg; write a/square.svg",
    "![A square](zzz.png)": "there is no picture zzz.png; put the picture there, or mend the path",
    "{download}`a/squar.svg`": "there is no file a/squar.svg; write a/square.svg",
    "{rann}`1 <a>`": "there is no role {rann}; write ran",
    "{xyzzy}`1`": "there is no role {xyzzy}; docs/contributing/reference.md lists",
    ":::{questoin} What?\n:::": "there is no directive {questoin}; write question",
    "```{literalinclud} x\n```": "there is no directive {literalinclud}; write literalinclude",
    "#### Deep": "this heading skips a level, 2 to 4; take away a # before it",
}


@pytest.fixture(scope="module")
def built(module_site: Site) -> Built:
    pages = {
        f"docs/page-{place}.md": f"# A page\n\n## First\n\n{text}\n"
        for place, text in enumerate(WORDS)
    }
    module_site.write(
        {
            **pages,
            "docs/titleless.md": "## A page\n\n## Another\n\n## A third\n",
            "docs/words.md": "# Words\n\n```{glossary}\nloss\n  How wrong.\n```\n",
            "docs/a/second.md": "# Second\n",
            "docs/a/square.svg": SQUARE,
            "docs/index.md": "# All\n\n```{toctree}\n:glob:\n*\na/*\n```\n",
        }
    )
    return module_site.build()


@pytest.mark.parametrize("place", range(len(WORDS)))
def test_a_name_that_does_not_exist_comes_with_what_to_write(built: Built, place: int) -> None:
    text, says = list(WORDS.items())[place]
    (said,) = (one for one in built.warnings if one.startswith(f"docs/page-{place}.md:5: "))
    assert says in said, text


def test_a_page_without_a_title_is_told_so_once(built: Built) -> None:
    (said,) = (one for one in built.warnings if one.startswith("docs/titleless.md:"))
    assert said.startswith("docs/titleless.md:1: the first heading of the page is no title; begin")
