"""The pages of a built site, of which a test that looks at all of them has some."""

import os
from collections import defaultdict
from pathlib import Path

from audit.kinds import kind_of

#: What the nightly workflow sets.
EVERY_PAGE = "TRUELOSS_EVERY_PAGE"


def html_pages(folder: Path) -> list[Path]:
    """Return the HTML pages in a folder and below, in their order; there are some."""
    pages = sorted(folder.rglob("*.html"))
    assert pages, f"no page lies in {folder}"
    return pages


def of_each_kind(folder: Path) -> list[Path]:
    """Return the heaviest page of each kind, which stands for the others until the night.

    A test that opens pages in a browser takes these: what it costs does not grow with the course.
    """
    pages = html_pages(folder)
    if os.environ.get(EVERY_PAGE):
        return pages
    kinds: dict[str, list[Path]] = defaultdict(list)
    for path in pages:
        kinds[kind_of(path.relative_to(folder).with_suffix("").as_posix())].append(path)
    return sorted(max(paths, key=lambda path: path.stat().st_size) for paths in kinds.values())
