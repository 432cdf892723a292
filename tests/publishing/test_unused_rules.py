"""Which rules of a stylesheet stay."""

import pytest

from trueloss.publishing.unused_rules import (
    names_in_page,
    names_in_script,
    parse,
    without_unused_properties,
    without_unused_rules,
    write,
)

PAGE = """<html class="no-js"><body><p id="top" class="one two"><svg class='icon'></svg></p>"""
NAMES = {*names_in_page(PAGE), *names_in_script('element.classList.add("open", `tl-wide`)')}


def kept(css: str) -> str:
    return write(without_unused_rules(parse(css), NAMES))


@pytest.mark.parametrize(
    "css",
    [
        ".one{a:b}",
        "p.one.two>svg.icon{a:b}",
        "#top:hover::before{a:b}",
        "[data-theme=dark] p{a:b}",
        "*,::selection{a:b}",
        "P,.open,.tl-wide{a:b}",
        ":not(.nowhere) p{a:b}",
        ":is(html, .nowhere) p{a:b}",
        r".text-align\:left{a:b}",
        "@font-face{font-family:x;src:url(a;b.woff)}",
        "@keyframes turn{from{a:b}to{a:c}}",
        "@media print{.one{a:b}}",
        "@media print{@supports (a:b){.one{a:b}}}",
        '.one::before{content:"} .two {  ;"}',
        ".one{background:url('data:image/svg+xml;x,<svg>{}')}",
        ".one{color:red;.two &{a:b}}",
    ],
)
def test_what_may_match_stays_as_it_is(css: str) -> None:
    assert kept(css) == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".nowhere{a:b}", ""),
        ("table{a:b}", ""),
        ("#bottom,.one{a:b}", ".one{a:b}"),
        (".one .nowhere:hover,.two{a:b}", ".two{a:b}"),
        ("@media print{.nowhere{a:b}}", ""),
        ("p:is(a,b),table:is(a,b){a:b}", "p:is(a,b){a:b}"),
    ],
)
def test_what_matches_nothing_goes(css: str, left: str) -> None:
    assert kept(css) == left


def test_a_list_that_a_browser_may_not_know_stays_whole() -> None:
    css = "p,table::-moz-focus-inner{a:b}"
    assert kept(css) == css
    assert kept("table,table::-moz-focus-inner{a:b}") == ""


def test_comments_and_blanks_go_and_licences_stay() -> None:
    css = "/*! MIT */\n/* why */\n.one,\n.two {\n  a: b;\n  c:  d;\n}\n"
    assert kept(css) == "/*! MIT */.one,.two{a: b;c: d}"


@pytest.mark.parametrize("css", [".one{", ".one{a:b}}", ".one{a:b}.two"])
def test_a_stylesheet_that_cannot_be_read_is_refused(css: str) -> None:
    with pytest.raises(ValueError, match="braces"):
        parse(css)


def test_a_custom_property_stays_where_something_leads_to_it() -> None:
    sheets = [
        parse(":root{--a:var(--b);--b:1;--c:var(--d);--d:2;--e:3}"),
        parse("@media print{body{--f:4}}p{color:var( --a, red )}"),
    ]
    left = without_unused_properties(sheets, "element.style.getPropertyValue('--e')")
    assert [write(sheet) for sheet in left] == [
        ":root{--a:var(--b);--b:1;--e:3}",
        "p{color:var( --a, red )}",
    ]
