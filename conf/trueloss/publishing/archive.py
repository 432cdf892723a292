"""The whole site as one file, to be opened from a disk: the same pages, the same bytes."""

import zipfile
from pathlib import Path

NAME = "trueloss.zip"
#: The earliest that the format knows; an archive tells nothing of when it was made.
_DATE = (1980, 1, 1, 0, 0, 0)
#: What serves hosts alone.
_LEFT_OUT = {NAME, ".buildinfo", ".nojekyll", "404.html", "_headers", "robots.txt", "sitemap.xml"}


def write_archive(site: Path) -> Path:
    """Write the archive of a site into its folder, and return its path."""
    target = site / NAME
    target.unlink(missing_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if path.is_file() and name not in _LEFT_OUT:
                entry = zipfile.ZipInfo(f"trueloss/{name}", _DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())
    return target
