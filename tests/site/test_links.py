"""Every link and every file that a page of the course names is there, wherever the site lies."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest


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
        refresh = dict(attrs).get("content") if ("http-equiv", "refresh") in attrs else None
        if refresh:
            self.targets.append(refresh.partition("url=")[2])


@pytest.fixture(scope="module")
def pages(course: Path) -> dict[Path, Addresses]:
    return {
        path.resolve(): Addresses(path.read_text(encoding="utf-8"))
        for path in (course / "html").rglob("*.html")
    }


def own(addresses: Addresses) -> Iterator[str]:
    """Yield what a page points to on the site itself."""
    for target in addresses.targets:
        parts = urlsplit(target)
        if not parts.scheme and not parts.netloc:
            yield target


def test_no_link_is_broken(course: Path, pages: dict[Path, Addresses]) -> None:
    root = (course / "html").resolve()
    broken = []
    for page, addresses in pages.items():
        for target in own(addresses):
            path, _, place = target.partition("#")
            there = (page.parent / unquote(urlsplit(path).path)).resolve() if path else page
            found = there.is_file() and there.is_relative_to(root)
            if found and place and there in pages:
                # A text fragment is for the browser to find.
                found = unquote(place) in pages[there].places or place.startswith(":~:")
            if not found:
                broken.append(f"{page.relative_to(root)}: {target}")
    assert broken == []


def test_every_address_is_relative(pages: dict[Path, Addresses]) -> None:
    for page, addresses in pages.items():
        assert [target for target in own(addresses) if target.startswith("/")] == [], page


def test_no_style_names_a_missing_file_or_another_host(course: Path) -> None:
    for style in (course / "html").rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"url\(\s*['\"]?([^'\")]+)", text):
            if not target.startswith(("data:", "#")):
                assert (style.parent / urlsplit(target).path).is_file(), f"{style}: {target}"
