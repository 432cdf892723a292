"""The pages of the course against the rules of axe-core, with everything on it unfolded."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from audit.serving import serve
from tests.browser.small_course import keep
from tests.browser.test_store import MESSAGES, REFUSED
from tests.browser.unfolded import UNFOLD
from tests.html_pages import of_each_kind
from tests.published import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
#: WCAG 2.2 A and AA with all that came before, and axe's own best practices.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = {"wide": (1280, 900), "narrow": (360, 800)}

#: What fades in, or from light to dark, has its contrast once it is there.
SETTLE = "() => document.getAnimations().forEach((animation) => animation.cancel())"
#: Best practices that the markup of Furo and of Sphinx's search page does not follow.
OF_THE_THEME = {
    ("landmark-unique", '<aside class="sidebar-drawer">'),
    ("page-has-heading-one", '<html class="" lang="en" data-content_root="./">'),
}
RUN = """([where, rules]) => axe.run(where, {runOnly: rules, resultTypes: ["violations"]})"""


def violations(page: Page, rules: list[str], where: str = "html") -> Iterator[str]:
    found: dict[str, Any] = page.evaluate(RUN, [where, rules])
    for rule in found["violations"]:
        for node in rule["nodes"]:
            if (rule["id"], node["html"]) not in OF_THE_THEME:
                yield f"{rule['id']}: {json.dumps(node['target'])} {node['html'][:120]}"


@pytest.mark.parametrize("size", SIZES)
def test_no_page_breaks_a_rule(browser: Browser, course: Path, size: str) -> None:
    width, height = SIZES[size]
    # axe is put into the page as a script, which the page's own policy forbids.
    context = browser.new_context(
        viewport={"width": width, "height": height}, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    broken = []
    # axe reads the stylesheets once more, which a browser refuses on the disk.
    with serve(course / "html", "/") as address:
        for path in of_each_kind(course / "html"):
            where = path.relative_to(course / "html").as_posix()
            page.emulate_media(color_scheme="light", reduced_motion="reduce")
            page.goto(address + where)
            page.add_script_tag(path=AXE)
            page.evaluate(UNFOLD)
            page.evaluate(SETTLE)
            broken += [f"{where} {size}, light: {found}" for found in violations(page, TAGS)]
            page.emulate_media(color_scheme="dark", reduced_motion="reduce")
            page.evaluate(SETTLE)
            broken += [f"{where} {size}, dark: {found}" for found in violations(page, TAGS)]
    context.close()
    assert broken == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_what_lies_over_a_page_breaks_no_rule(
    browser: Browser, course: Path, size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, bypass_csp=True, reduced_motion="reduce"
    )
    context.add_init_script(REFUSED)
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)
    with serve(course / "html", "/") as address:
        page.goto(f"{address}progress.html")
        page.add_script_tag(path=AXE)
        keep(page, "a-question@0123abcd", {"right": True})
        expect(page.get_by_role("status").filter(has_text=MESSAGES["refused"])).to_be_visible()
        broken = list(violations(page, TAGS, ".tl-notice"))
        page.get_by_role("button", name="Forget everything").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        broken += violations(page, TAGS, "dialog")
    context.close()
    assert broken == []
