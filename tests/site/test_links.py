"""Every link and every file that a page of the course names is there, wherever the site lies."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.html_pages import html_pages
from tests.published import ADDRESS, FOLDER, MOVED


class Addresses(HTMLParser):
    """What a page points to, and the places on it that others may point to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: set[str] = set()
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "poster", "data") and value is not None:
                self.targets.append(value)
            elif name == "srcset" and value:
                self.targets += [part.split()[0] for part in value.split(",")]
            elif name in ("id", "name") and value:
                self.places.add(value)
            elif name == "content" and value and value.startswith("https://"):
                self.targets.append(value)
        refresh = dict(attrs).get("content") if ("http-equiv", "refresh") in attrs else None
        if refresh:
            self.targets.append(refresh.partition("url=")[2])


def pages_of(site: Path) -> dict[Path, Addresses]:
    return {
        path.resolve(): Addresses(path.read_text(encoding="utf-8")) for path in html_pages(site)
    }


def broken(site: Path) -> list[str]:
    """Return the links to the site itself that lead nowhere, were it at the address ``ADDRESS``."""
    root = site.resolve()
    pages = pages_of(root)
    found = []
    followed = 0
    for page, addresses in pages.items():
        here = ADDRESS + page.relative_to(root).as_posix()
        for target in addresses.targets:
            path, _, place = urljoin(here, target).partition("#")
            if urlsplit(path).netloc != urlsplit(ADDRESS).netloc:
                continue
            followed += 1
            name = unquote(urlsplit(path).path).removeprefix(FOLDER)
            there = root / ("index.html" if target in (ADDRESS, FOLDER) else name)
            # A text fragment is for the browser to find.
            named = not place or place.startswith(":~:") or there not in pages
            if not there.is_file() or not (named or unquote(place) in pages[there].places):
                found.append(f"{page.relative_to(root)}: {target}")
    assert followed > len(pages), "a page of the course leads to others"
    return found


def own(addresses: Addresses) -> list[str]:
    """Return what a page points to without naming a host."""
    targets = [(target, urlsplit(target)) for target in addresses.targets]
    return [target for target, parts in targets if not parts.scheme and not parts.netloc]


def test_no_link_is_broken(course: Path) -> None:
    assert broken(course / "html") == []


def test_no_link_is_broken_where_the_site_is_published(published_course: Path) -> None:
    assert broken(published_course / "html") == []


def test_no_link_is_broken_in_what_a_reader_takes_home(taken_home: Path) -> None:
    """The archive alone, which does not hold itself, is on the site."""
    assert broken(taken_home) == [f"index.html: {ADDRESS}trueloss.zip"]


def test_every_address_is_relative(course: Path) -> None:
    for page, addresses in pages_of(course / "html").items():
        targets = own(addresses)
        assert targets, page
        assert [target for target in targets if target.startswith("/")] == [], page


def test_a_published_page_names_the_folder_of_the_site_where_it_has_to(
    published_course: Path,
) -> None:
    """A host shows the page for what is missing at any address below the site."""
    named = {
        page.name: [target for target in own(addresses) if target.startswith("/")]
        for page, addresses in pages_of(published_course / "html").items()
    }
    assert {name: targets for name, targets in named.items() if targets} == {"404.html": [FOLDER]}


def test_every_page_of_the_sitemap_is_there_and_is_to_be_found(published_course: Path) -> None:
    html = published_course / "html"
    sitemap = (html / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall("<loc>(.+?)</loc>", sitemap)
    assert len(listed) > 20
    for address in listed:
        text = (html / address.removeprefix(ADDRESS)).read_text(encoding="utf-8")
        assert f'<link rel="canonical" href="{address}">' in text
        assert 'content="noindex"' not in text
    assert f"{ADDRESS}{MOVED[0]}.html" not in listed


def test_no_style_names_a_missing_file_or_another_host(course: Path) -> None:
    named = []
    for style in (course / "html").rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
        named += [(style, target) for target in re.findall(r"url\(\s*['\"]?([^'\")]+)", text)]
    # Furo draws its icons with addresses that hold their data.
    assert named
    files = [(style, target) for style, target in named if not target.startswith(("data:", "#"))]
    assert [one for one in files if not (one[0].parent / urlsplit(one[1]).path).is_file()] == []
