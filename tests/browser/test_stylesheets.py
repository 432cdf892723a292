"""What was left out of the stylesheets of others is missed on no page, as Chromium sees it."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from furo import get_pygments_stylesheet
from playwright.sync_api import Browser

from tests.html_pages import of_each_kind
from trueloss.publishing.unused_rules import Block, parse

#: States and elements that are none of the page's tree; what they belong to is looked for.
_STATE = re.compile(r"::?[\w-]+(?:\([^()]*\))?")
_MATCHING = """selectors => selectors.filter(selector => {
  try { return document.querySelector(selector) } catch { return false }
})"""


def sources() -> Iterator[tuple[str, str]]:
    """Yield the stylesheets of others as they come, each with its name in the site."""
    furo = files("furo") / "theme" / "furo" / "static" / "styles"
    for name in ("furo.css", "furo-extensions.css"):
        yield f"styles/{name}", (furo / name).read_text(encoding="utf-8")
    design = files("sphinx_design") / "static" / "sphinx-design.min.css"
    yield "sphinx-design.min.css", design.read_text(encoding="utf-8")
    notebook = files("myst_nb") / "static" / "mystnb.css"
    yield "mystnb.css", notebook.read_text(encoding="utf-8")


def selectors(sheet: Block) -> Iterator[str]:
    for part in sheet.body:
        if isinstance(part, Block) and part.prelude.startswith(("@media", "@supports")):
            yield from selectors(part)
        elif isinstance(part, Block) and not part.prelude.startswith("@"):
            yield from (one.strip() for one in re.split(r",(?![^(]*\))", part.prelude))


def test_no_page_matches_a_rule_that_was_left_out(browser: Browser, course: Path) -> None:
    left_out: set[str] = set()
    for name, css in (*sources(), ("pygments.css", get_pygments_stylesheet())):
        kept = (course / "html" / "_static" / name).read_text(encoding="utf-8")
        left_out |= set(selectors(parse(css))) - set(selectors(parse(kept)))
    plain = sorted({_STATE.sub("", selector).strip() for selector in left_out})
    assert len(plain) > 1000
    page = browser.new_page()
    for path in of_each_kind(course / "html"):
        page.goto(path.as_uri())
        assert page.evaluate(_MATCHING, plain) == [], path
    page.close()
