"""Pages and folders of pages, as a person names them on a command line."""

import os
from pathlib import Path


def docname_of(path: Path, docs: Path) -> str:
    """Return the docname of a page, or of a folder of pages, from its path.

    A page may go without its suffix. The folder of all pages is ``.``.
    """
    relative = Path(os.path.relpath(path.resolve(), docs.resolve()))
    return relative.with_suffix("").as_posix() if relative.suffix == ".md" else relative.as_posix()


def is_below(docname: str, place: str) -> bool:
    """Tell whether a page is the one named, or in the folder named."""
    return place == "." or docname == place or docname.startswith(f"{place}/")


def link_on_the_way(path: Path, docs: Path) -> Path | None:
    """Return the first symbolic link from the folder of all pages to a page, if there is one."""
    ways = [path, *path.parents]
    below = [way for way in reversed(ways) if way != docs and way.is_relative_to(docs)]
    return next((way for way in below if way.is_symlink()), None)
