"""The pages of a built site, of which a test that looks at all of them has some."""

from pathlib import Path


def html_pages(folder: Path) -> list[Path]:
    """Return the HTML pages in a folder and below, in their order; there are some."""
    pages = sorted(folder.rglob("*.html"))
    assert pages, f"no page lies in {folder}"
    return pages
