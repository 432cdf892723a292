"""Stylesheets: those of others cut down to what the pages use, all without comments and margins."""

import re
import zlib
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx

from trueloss.publishing.unused_rules import (
    names_in_page,
    names_in_script,
    parse,
    without_unused_properties,
    without_unused_rules,
    write,
)

#: What an extension puts into the name of its stylesheet, to tell one release from another.
_DIGEST = r"(?:\.[0-9a-f]{64})?"


def cut_down(folder: Path, patterns: Iterable[str]) -> None:
    """Cut down stylesheets of others in a site, and let its pages load what is left.

    The ``patterns`` are of paths below ``_static``.
    """
    static = folder / "_static"
    pages = {path: _read(path) for path in sorted(folder.rglob("*.html"))}
    scripts = [_read(path) for path in sorted(static.rglob("*.js"))]
    others = _others(static, patterns)
    theirs = {*others.values(), *(static / name for name in others)}
    own = {path: _read(path) for path in sorted(static.glob("*.css")) if path not in theirs}
    names = {name for page in pages.values() for name in names_in_page(page)}
    names.update(name for script in scripts for name in names_in_script(script))
    sheets = [without_unused_rules(parse(_read(path)), names) for path in others.values()]
    sheets = without_unused_properties(
        sheets, "\n".join([*pages.values(), *scripts, *own.values()])
    )
    for path, css in own.items():
        path.write_text(write(parse(css)), encoding="utf-8")
    versions = {}
    for (name, path), sheet in zip(others.items(), sheets, strict=True):
        css = write(sheet)
        # What myst-nb finds cut down under its own name, it takes for another's file and warns.
        path.unlink()
        (static / name).write_text(css, encoding="utf-8")
        versions[name] = f"{zlib.crc32(css.encode()):08x}"
    for path, page in pages.items():
        versioned = _with_versions(page, versions)
        if versioned != page:
            path.write_text(versioned, encoding="utf-8")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _others(static: Path, patterns: Iterable[str]) -> dict[str, Path]:
    """Return the stylesheets of others, by their names without a digest.

    One with a digest has just been copied, and counts more than what an earlier build has left.
    """
    found = (path for pattern in patterns for path in static.glob(pattern))
    paths = sorted(found, key=lambda path: (len(path.name), path.name))
    names = ((re.sub(_DIGEST + r"\.css$", ".css", path.as_posix()), path) for path in paths)
    return {Path(name).relative_to(static).as_posix(): path for name, path in names}


def _with_versions(page: str, versions: dict[str, str]) -> str:
    """Return a page with addresses that follow the stylesheets' content, for browser caches."""
    for name, version in versions.items():
        stem = re.escape(name.removesuffix(".css"))
        page = re.sub(
            rf'_static/{stem}{_DIGEST}\.css(?:\?v=\w*)?(?=")',
            f"_static/{name}?v={version}",
            page,
        )
    return page


def cut_down_site(app: Sphinx, exception: Exception | None) -> None:
    """Cut down once all pages are written."""
    if exception is None and app.builder.format == "html":
        cut_down(Path(app.outdir), app.config.trueloss_stylesheets)
