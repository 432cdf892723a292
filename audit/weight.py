"""What a page of a built site weighs: everything that a browser loads to show it, uncompressed."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from audit.kinds import has_chart

#: The most that a page may weigh in bytes, without a chart and with one.
WEIGHT = {False: 320_000, True: 520_000}
#: The most that the scripts of the course itself may weigh on a page.
OWN_SCRIPTS = 60_000
_OWN = Path(__file__).parents[1] / "conf" / "trueloss" / "static"
_LOADED_LINKS = {"stylesheet", "icon", "prefetch", "preload", "manifest"}
_ADDRESS_IN_STYLE = re.compile(r"""url\(\s*["']?(?!data:|#)([^"')]+)""")


def allowed(page: Path) -> int:
    """Return the most that a page may weigh, in bytes."""
    return WEIGHT[has_chart(page.read_text(encoding="utf-8"))]


def weight(page: Path) -> int:
    """Return what a page weighs with all its files, in bytes."""
    return sum(path.stat().st_size for path in files_of(page))


def weight_of_own_scripts(page: Path) -> int:
    """Return what those of its scripts weigh that the course brings, in bytes."""
    own = {path.name for path in _OWN.rglob("*.js")}
    return sum(path.stat().st_size for path in files_of(page) if path.name in own)


def files_of(page: Path) -> set[Path]:
    """Return the files that a page makes a browser load, with the page itself.

    Raises FileNotFoundError where one is missing.
    """
    reader = _Addresses()
    reader.feed(page.read_text(encoding="utf-8"))
    files = {page.resolve()}
    for address in reader.addresses:
        path = _path(page, address)
        files.add(path)
        if path.suffix == ".css":
            style = path.read_text(encoding="utf-8")
            files |= {_path(path, found[1]) for found in _ADDRESS_IN_STYLE.finditer(style)}
    return files


def _path(beside: Path, address: str) -> Path:
    return (beside.parent / unquote(urlsplit(address).path)).resolve(strict=True)


class _Addresses(HTMLParser):
    """Collects the addresses of what a page loads from its own site."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag loads; what is written into the page has come with it."""
        self.addresses += [
            address
            for address in _loads(tag, dict(attrs))
            if address and not urlsplit(address).scheme
        ]


def _loads(tag: str, attributes: dict[str, str | None]) -> Iterator[str]:
    if tag == "link" and _LOADED_LINKS & set((attributes.get("rel") or "").split()):
        yield attributes.get("href") or ""
    elif tag in ("script", "img", "iframe", "source", "video", "audio"):
        yield attributes.get("src") or ""
