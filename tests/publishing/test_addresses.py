"""Sitemap, robots, redirects: the rules."""

from xml.etree import ElementTree as ET

from trueloss.publishing.addresses import base_address, redirect_diagnostics, robots
from trueloss.publishing.notebook_links import colab_address
from trueloss.publishing.sharing import LENGTH, description, plain
from trueloss.text.filled import filled


def test_a_sitemap_lists_whole_addresses() -> None:
    addresses = ["https://example.org/a.html", "https://example.org/b&c.html"]
    tree = ET.fromstring(filled("sitemap.xml", addresses=addresses))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert [entry.text for entry in tree.iter(f"{space}loc")] == [
        "https://example.org/a.html",
        "https://example.org/b&c.html",
    ]


def test_robots_name_the_sitemap_where_there_is_one() -> None:
    assert robots("") == "User-agent: *\nAllow: /\n"
    assert robots("https://example.org/").endswith("Sitemap: https://example.org/sitemap.xml\n")


def test_a_base_address_ends_with_a_slash() -> None:
    assert [base_address(base) for base in ("", "https://a.b/c", "https://a.b/c/")] == [
        "",
        "https://a.b/c/",
        "https://a.b/c/",
    ]


def test_a_redirect_leads_from_no_page_to_a_page() -> None:
    assert list(redirect_diagnostics({"old": "new"}, {"new"})) == []
    assert list(redirect_diagnostics({"new": "old"}, {"new"})) == [
        "trueloss_redirects leads away from 'new', which is a page; remove the entry",
        "trueloss_redirects leads from 'new' to 'old', which is not a page; name one",
    ]


def test_colab_opens_the_branch_of_the_notebooks() -> None:
    assert colab_address("https://github.com/owner/name", "lessons/training/index") == (
        "https://colab.research.google.com/github/owner/name/blob/notebooks/"
        "lessons/training/index.ipynb"
    )
    assert colab_address("", "index") == ""
    assert colab_address("https://example.org/owner/name", "index") == ""


def test_a_description_is_one_line_and_ends_with_a_word() -> None:
    assert description("one\n two") == "one two"
    long = description("word, " * 100)
    assert len(long) <= LENGTH
    assert long.endswith("word\u2026")


def test_a_title_loses_its_markup() -> None:
    assert plain("a <code>b</code> &amp; c") == "a b & c"
