"""Pages and folders of pages, as a person names them on a command line."""

import argparse
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from trueloss.repository import Refusal


class SelectionError(Refusal):
    """A path on the command line matches nothing."""


def take_pages(parser: argparse.ArgumentParser) -> None:
    """Add the argument ``pages`` to a command."""
    help_ = "a page or a folder of pages, docs/lessons/training; all pages without any"
    parser.add_argument("pages", nargs="*", type=Path, help=help_)


def places_of(paths: Sequence[Path], docs: Path) -> list[str]:
    """Return the docnames of the pages and folders that a person named; all pages without any."""
    return [docname_of(path, docs) for path in paths] or ["."]


def select(names: Iterable[str], places: Iterable[str], kind: str = "page") -> set[str]:
    """Return the docnames that are at or below the places.

    Raises SelectionError for a place that holds none; ``kind`` says what it would have to hold.
    """
    known, selected = set(names), set()
    for place in places:
        found = {name for name in known if is_below(name, place)}
        if not found and place != ".":
            raise SelectionError(f"there is no {kind} at docs/{place}; name a page or a folder")
        selected |= found
    return selected


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
