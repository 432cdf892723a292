"""One page of each kind, the heaviest of those there are."""

import re
from pathlib import Path

#: What every chart has.
CHART = re.compile(r'class="tl-chart\b')
_NOT_FOUND_BY_SEARCH = re.compile(r'<meta name="robots" content="noindex"')


def kind_of(docname: str) -> str:
    """Return what kind of page it is: a mode of a lesson, a folder's page, or one of its own."""
    folder, _, page = docname.rpartition("/")
    if folder.startswith("lessons/"):
        return f"lessons/*/{page}"
    return f"{folder}/index" if page == "index" and folder else folder or page


def pages(site: Path) -> list[str]:
    """Return the heaviest page of each kind, by docname; search engines are shown all of them."""
    heaviest: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("*.html")):
        docname = path.relative_to(site).with_suffix("").as_posix()
        text = path.read_text(encoding="utf-8")
        if _NOT_FOUND_BY_SEARCH.search(text):
            continue
        kind = kind_of(docname)
        heaviest[kind] = max(heaviest.get(kind, (0, "")), (len(text), docname))
    return sorted(docname for _, docname in heaviest.values())


def has_chart(html: str) -> bool:
    """Say whether a page has a chart."""
    return CHART.search(html) is not None
